package org.subsidia.io.fec;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.OpeningEntries;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.io.fec.FecCount.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;

/** One run over a file: the rules of the administration's test line by line, and the sums for the checks of ours. */
final class FecCheck {
    private static final int DUPLICATE = 1;
    private static final int RESULT_ACCOUNT = 2;
    private static final int INCOME_OR_COST = 4;
    private static final int EXAMPLES = 20;

    private final FecFile file;
    private final FecLayout layout;
    private final @Nullable LocalDate closing;
    private final FecTally tally = new FecTally();
    private final FecAmount amounts = new FecAmount();
    private final List<RuleReference> rules = new ArrayList<>();
    private final EntryTable entries = new EntryTable();
    private final EntryTable letters = new EntryTable();
    private final Map<String, Journal> journals = new TreeMap<>();
    private final boolean pointAllowed;
    private final List<FecField> mandatory;
    private final List<FecField> expected;
    private final List<String> missing;
    private final Place place;
    private long lines;
    private long debits;
    private long credits;
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;
    private boolean opening;

    /** The sums of one journal, in cents. */
    private static final class Journal {
        private final String label;
        private final boolean opens;
        private long lines;
        private long debit;
        private long credit;

        Journal(String code, String label) {
            this.label = label;
            this.opens = OpeningEntries.isJournal(code, label);
        }
    }

    FecCheck(FecFile file, LawBase laws, @Nullable LocalDate given, LocalDate day) {
        this.file = file;
        this.layout = file.layout();
        this.place = file.place();
        this.closing = given != null ? given : file.closing().orElse(null);
        Law test = laws.at(day);
        Law year = laws.at(closing == null ? day : closing);
        this.pointAllowed = use(test.flag("accounting.fec.decimal-point"));
        this.mandatory = fields(use(test.list("accounting.fec.cells-mandatory")));
        this.expected = fields(use(test.list(
                layout.regime().isCash() ? "accounting.fec.cells-expected-cash" : "accounting.fec.cells-expected")));
        this.missing = layout.missing(test);
        use(test.list("accounting.fec.columns"));
        head(use(year.list("accounting.fec.separators")), use(test.list("accounting.fec.columns-stored")));
    }

    private <T> T use(Rule<T> rule) {
        rules.add(rule.reference());
        return rule.value();
    }

    private List<FecField> fields(List<String> names) {
        return names.stream()
                .flatMap(name -> FecField.of(name).stream())
                .filter(layout::has)
                .toList();
    }

    private void head(List<String> separators, List<String> stored) {
        if (file.name().isEmpty()) {
            tally.blocking(place, "FEC-NAME", String.valueOf(place.file()));
        } else if (!file.name().get().hasSiren()) {
            tally.alert(place, "FEC-NAME-SIREN", file.name().get().siren());
        }
        String separator = layout.separator() == '\t' ? "TAB" : String.valueOf(layout.separator());
        if (!separators.contains(separator)) {
            tally.blocking(place.line(1), "FEC-SEPARATOR", separator);
        }
        if (!file.charset().equals(StandardCharsets.UTF_8)
                && file.charset().name().startsWith("UTF-")) {
            tally.blocking(place, "FEC-CHARSET", file.charset().name());
        }
        for (String name : missing) {
            tally.blocking(place.line(1), stored.contains(name) ? "FEC-COLUMN-STORED" : "FEC-COLUMN", name);
        }
        if (!layout.extra().isEmpty()) {
            tally.note(place.line(1), "FEC-EXTRA", layout.extra().size(), String.join(", ", layout.extra()));
        }
        if (layout.cells().get(layout.cells().size() - 1).isBlank()) {
            tally.note(place.line(1), "FEC-TRAILING");
        }
    }

    FecVerdict run() {
        boolean whole = file.read(
                cursor -> {
                    line(cursor);
                    return true;
                },
                finding -> tally.add(finding.severity() == Severity.ERROR ? Kind.BLOCKING : Kind.ALERT, finding));
        if (lines == 0 && whole) {
            tally.blocking(place, "FEC-NO-LINES");
        }
        long unbalanced = layout.regime().isCash() ? 0 : balances();
        dates();
        return new FecVerdict(
                String.valueOf(place.file()),
                closing,
                layout.regime(),
                lines,
                entries.size(),
                unbalanced,
                money(debits),
                money(credits),
                FecDate.day(first).orElse(null),
                FecDate.day(last).orElse(null),
                missing,
                layout.extra(),
                journals.entrySet().stream()
                        .map(each -> new FecJournal(
                                each.getKey(),
                                each.getValue().label,
                                each.getValue().lines,
                                money(each.getValue().debit),
                                money(each.getValue().credit)))
                        .toList(),
                tally.counts(),
                whole,
                rules);
    }

    private static Money money(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    private Place at(FecCursor cursor, FecField field) {
        return place.line(cursor.number()).column(cursor.column(field), field.header());
    }

    private void line(FecCursor cursor) {
        lines++;
        if (cursor.text().isBlank()) {
            tally.blocking(place.line(cursor.number()), "FEC-LINE-EMPTY");
            return;
        }
        if (cursor.count() != layout.cells().size()) {
            tally.blocking(
                    place.line(cursor.number()),
                    "FEC-LINE-FIELDS",
                    cursor.count(),
                    layout.cells().size());
            return;
        }
        if (layout.separator() == '\t' && cursor.text().indexOf('|') >= 0) {
            tally.blocking(place.line(cursor.number()), "FEC-BAR");
        }
        for (FecField field : mandatory) {
            if (cursor.isEmpty(field)) {
                tally.blocking(at(cursor, field), "FEC-CELL-EMPTY", field.header());
            }
        }
        for (FecField field : expected) {
            if (!mandatory.contains(field) && cursor.isEmpty(field)) {
                tally.absent(at(cursor, field), "FEC-ABSENT", field.header());
            }
        }
        account(cursor);
        int date = date(cursor, FecField.ECRITURE_DATE, false);
        date(cursor, FecField.PIECE_DATE, true);
        int lettered = date(cursor, FecField.DATE_LET, true);
        int valid = date(cursor, FecField.VALID_DATE, true);
        if (layout.regime().isCash()) {
            date(cursor, FecField.DATE_RGLT, true);
        }
        if (valid > 0 && date > 0 && valid < date) {
            tally.own(Severity.WARNING, at(cursor, FecField.VALID_DATE), "FEC-OWN-VALID");
        }
        if (date > 0) {
            first = Math.min(first, date);
            last = Math.max(last, date);
        }
        sums(cursor, date, lettered);
    }

    private void account(FecCursor cursor) {
        int from = cursor.from(FecField.COMPTE_NUM);
        if (from < 0 || cursor.isEmpty(FecField.COMPTE_NUM)) {
            return;
        }
        int to = cursor.to(FecField.COMPTE_NUM);
        boolean digits = to - from >= 3;
        for (int i = from; i < from + 3 && digits; i++) {
            digits = cursor.text().charAt(i) >= '0' && cursor.text().charAt(i) <= '9';
        }
        if (!digits) {
            tally.alert(at(cursor, FecField.COMPTE_NUM), "FEC-ACCOUNT", cursor.text(FecField.COMPTE_NUM));
        }
    }

    private int date(FecCursor cursor, FecField field, boolean optional) {
        int date = FecDate.read(cursor.text(), cursor.from(field), cursor.to(field), optional);
        if (date == FecDate.WRONG) {
            tally.blocking(at(cursor, field), "FEC-DATE", field.header(), shown(cursor.text(field)));
        } else if (date != FecDate.NONE && !FecDate.isUsualYear(date)) {
            tally.alert(at(cursor, field), "FEC-YEAR", field.header(), shown(cursor.text(field)));
        } else if (date != FecDate.NONE && FecDate.day(date).isEmpty()) {
            tally.own(Severity.WARNING, at(cursor, field), "FEC-OWN-NO-DAY", field.header(), shown(cursor.text(field)));
        }
        return date;
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private long amount(FecCursor cursor, FecField field) {
        long cents = amounts.cents(cursor.text(), cursor.from(field), cursor.to(field), pointAllowed);
        switch (amounts.problem()) {
            case NONE -> {}
            case DECIMALS ->
                tally.own(
                        Severity.WARNING,
                        at(cursor, field),
                        "FEC-OWN-DECIMALS",
                        field.header(),
                        shown(cursor.text(field)),
                        money(cents));
            default ->
                tally.blocking(
                        at(cursor, field),
                        "FEC-AMOUNT-" + amounts.problem(),
                        field.header(),
                        shown(cursor.text(field)));
        }
        return cents;
    }

    private void sums(FecCursor cursor, int date, int lettered) {
        long debit;
        long credit;
        boolean readable;
        if (layout.hasAmountAndSign()) {
            long amount = amount(cursor, FecField.MONTANT);
            int side = FecSide.of(cursor.text(FecField.SENS));
            if (side == 0) {
                tally.blocking(at(cursor, FecField.SENS), "FEC-SIDE", shown(cursor.text(FecField.SENS)));
            }
            debit = side > 0 ? amount : 0;
            credit = side < 0 ? amount : 0;
            readable = side != 0;
        } else {
            debit = amount(cursor, FecField.DEBIT);
            readable = amounts.problem() == FecAmount.Problem.NONE;
            credit = amount(cursor, FecField.CREDIT);
            readable &= amounts.problem() == FecAmount.Problem.NONE;
        }
        if (debit != 0 && credit != 0) {
            tally.alert(place.line(cursor.number()), "FEC-BOTH-SIDES", money(debit), money(credit));
        } else if (debit == 0 && credit == 0 && readable) {
            tally.alert(place.line(cursor.number()), "FEC-NO-SIDE");
        }
        if (cursor.from(FecField.MONTANT_DEVISE) >= 0) {
            amount(cursor, FecField.MONTANT_DEVISE);
        }
        debits = Math.addExact(debits, debit);
        credits = Math.addExact(credits, credit);
        entry(cursor, date, debit, credit);
        letter(cursor, lettered, debit - credit);
    }

    private void entry(FecCursor cursor, int date, long debit, long credit) {
        String code = cursor.text(FecField.JOURNAL_CODE);
        Journal journal = journals.get(code);
        if (journal == null) {
            journal = new Journal(code, cursor.text(FecField.JOURNAL_LIB));
            journals.put(code, journal);
        }
        journal.lines++;
        journal.debit = Math.addExact(journal.debit, debit);
        journal.credit = Math.addExact(journal.credit, credit);
        opening |= journal.opens;
        int slot = entries.at(cursor.hash(FecField.JOURNAL_CODE, FecField.ECRITURE_NUM), cursor.number());
        entries.add(slot, debit - credit);
        if (entries.date(slot) == 0) {
            entries.date(slot, date);
        } else if (date > 0 && entries.date(slot) > 0 && entries.date(slot) != date) {
            entries.mark(slot, DUPLICATE);
        }
        int from = cursor.from(FecField.COMPTE_NUM);
        if (from >= 0 && from + 1 < cursor.text().length()) {
            char kind = cursor.text().charAt(from);
            if (kind == '6' || kind == '7') {
                entries.mark(slot, INCOME_OR_COST);
            } else if (kind == '1' && cursor.text().charAt(from + 1) == '2') {
                entries.mark(slot, RESULT_ACCOUNT);
            }
        }
    }

    /** Small letters stand for partial lettering in usual programs, which need not balance. */
    private void letter(FecCursor cursor, int lettered, long cents) {
        boolean letter = !cursor.isEmpty(FecField.ECRITURE_LET);
        if (letter) {
            char start = cursor.text(FecField.ECRITURE_LET).charAt(0);
            if (!Character.isLowerCase(start)) {
                int slot = letters.at(
                        cursor.hash(FecField.COMPTE_NUM, FecField.COMP_AUX_NUM, FecField.ECRITURE_LET),
                        cursor.number());
                letters.add(slot, cents);
            }
            if (lettered == FecDate.NONE && cursor.from(FecField.DATE_LET) >= 0) {
                tally.own(Severity.INFO, at(cursor, FecField.DATE_LET), "FEC-OWN-LETTER-DATE");
            }
        } else if (lettered > 0) {
            tally.own(Severity.INFO, at(cursor, FecField.ECRITURE_LET), "FEC-OWN-DATE-LETTER");
        }
    }

    private long balances() {
        if (debits != credits) {
            tally.own(
                    Severity.ERROR,
                    place,
                    "FEC-OWN-FILE",
                    money(debits),
                    money(credits),
                    money(Math.subtractExact(debits, credits)));
        }
        journals.forEach((code, journal) -> {
            if (journal.debit != journal.credit) {
                tally.own(
                        Severity.ERROR,
                        place,
                        "FEC-OWN-JOURNAL",
                        code,
                        money(journal.debit),
                        money(journal.credit),
                        money(Math.subtractExact(journal.debit, journal.credit)));
            }
        });
        IntPredicate open = slot -> entries.balance(slot) != 0;
        long unbalanced = named(entries, open, Severity.ERROR, "FEC-OWN-ENTRY");
        named(entries, slot -> entries.isMarked(slot, DUPLICATE), Severity.WARNING, "FEC-OWN-DUPLICATE");
        named(
                entries,
                slot -> entries.isMarked(slot, RESULT_ACCOUNT | INCOME_OR_COST),
                Severity.WARNING,
                "FEC-OWN-CLOSING");
        named(letters, slot -> letters.balance(slot) != 0, Severity.WARNING, "FEC-OWN-LETTER");
        return unbalanced;
    }

    /** Counts what a table marks; the names of the examples are read from the file, since the table holds numbers alone. */
    private long named(EntryTable table, IntPredicate wanted, Severity severity, String code) {
        long count = table.count(wanted);
        if (count == 0) {
            return 0;
        }
        tally.count(Kind.OWN, severity, code, count);
        Map<Long, Integer> examples = new HashMap<>();
        for (int slot : table.used(wanted, EXAMPLES)) {
            examples.put(table.line(slot), slot);
        }
        file.read(
                cursor -> {
                    Integer slot = examples.remove(cursor.number());
                    if (slot != null) {
                        tally.keep(new Finding(
                                severity, place.line(cursor.number()), words(code, cursor, table.balance(slot))));
                    }
                    return !examples.isEmpty();
                },
                finding -> {});
        return count;
    }

    private static Message words(String code, FecCursor cursor, long balance) {
        Map<FecField, String> names = new EnumMap<>(FecField.class);
        for (FecField field :
                List.of(FecField.JOURNAL_CODE, FecField.ECRITURE_NUM, FecField.COMPTE_NUM, FecField.ECRITURE_LET)) {
            names.put(field, shown(cursor.text(field)));
        }
        return code.equals("FEC-OWN-LETTER")
                ? Message.of(
                        code,
                        names.getOrDefault(FecField.ECRITURE_LET, ""),
                        names.getOrDefault(FecField.COMPTE_NUM, ""),
                        money(balance))
                : Message.of(
                        code,
                        names.getOrDefault(FecField.JOURNAL_CODE, ""),
                        names.getOrDefault(FecField.ECRITURE_NUM, ""),
                        money(balance));
    }

    private void dates() {
        LocalDate end = closing;
        if (end != null && lines > 0 && last > FecDate.number(end)) {
            tally.own(
                    Severity.WARNING,
                    place,
                    "FEC-OWN-AFTER",
                    FecDate.day(last).<Object>map(day -> day).orElse(String.valueOf(last)),
                    end);
        }
        if (end != null && first < FecDate.number(end.minusYears(1).plusDays(1))) {
            tally.own(
                    Severity.WARNING,
                    place,
                    "FEC-OWN-BEFORE",
                    FecDate.day(first).<Object>map(day -> day).orElse(String.valueOf(first)),
                    end.minusYears(1).plusDays(1));
        }
        if (!opening && lines > 0 && !layout.regime().isCash()) {
            tally.own(Severity.WARNING, place, "FEC-OWN-OPENING");
        }
    }
}
