package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.AgreedDeadline;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.CostOption;
import org.subsidia.portfolio.Evidence;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** A list within a grant: its columns, its lines, and what adding, changing and removing a line does. Knows no window. */
enum GrantList implements ItemList<Grant> {
    SCHEDULE,
    DEADLINES,
    COST_OPTIONS,
    CLAIMS,
    RECEIPTS,
    YEARS,
    EVIDENCE,
    REGIMES;

    private static final ChoiceWords REGIME = ChoiceWords.of(TableKind.GRANTS, "regimeKind");

    @Override
    public String title() {
        return switch (this) {
            case SCHEDULE -> Texts.listSchedule;
            case DEADLINES -> Texts.listDeadlines;
            case COST_OPTIONS -> Texts.listCostOptions;
            case CLAIMS -> Texts.listClaims;
            case RECEIPTS -> Texts.listReceipts;
            case YEARS -> Texts.listYears;
            case EVIDENCE -> Texts.listEvidence;
            case REGIMES -> Texts.listRegimes;
        };
    }

    @Override
    public String tip() {
        return switch (this) {
            case DEADLINES -> Texts.tipDeadlines;
            case COST_OPTIONS ->
                LawSource.of(Texts.tipCostOptions, "eu-funds.2021-2027.sco.exclusions", "eu-funds.2021-2027.sco.t15");
            default -> "";
        };
    }

    @Override
    public List<Entry> entries(Portfolio portfolio) {
        return entries();
    }

    List<Entry> entries() {
        return switch (this) {
            case SCHEDULE ->
                List.of(
                        new Entry(Texts.listName, FieldKind.TEXT, true, List.of()),
                        new Entry(
                                Texts.listRole,
                                FieldKind.CHOICE,
                                true,
                                Arrays.stream(StepRole.values())
                                        .map(GrantList::role)
                                        .toList()),
                        new Entry(Texts.listDue, FieldKind.DAY, true, List.of()),
                        new Entry(Texts.listAmount, FieldKind.AMOUNT, true, List.of()));
            case DEADLINES ->
                List.of(
                        Entry.of(Texts.listToDo, FieldKind.TEXT, true),
                        Entry.of(Texts.listDue, FieldKind.DAY, true),
                        Entry.of(Texts.listDone, FieldKind.DAY, false));
            case COST_OPTIONS ->
                List.of(new Entry(
                        Texts.listCostOption,
                        FieldKind.CHOICE,
                        true,
                        Worded.all(CostOption.values(), CostOption::label, Texts.locale())));
            case CLAIMS ->
                List.of(
                        new Entry(
                                Texts.detailKind,
                                FieldKind.CHOICE,
                                true,
                                Arrays.stream(ClaimKind.values())
                                        .map(GrantList::claim)
                                        .toList()),
                        new Entry(Texts.listFiled, FieldKind.DAY, false, List.of()),
                        new Entry(Texts.listClaimed, FieldKind.AMOUNT, false, List.of()),
                        new Entry(Texts.listCertifiedOn, FieldKind.DAY, false, List.of()),
                        new Entry(Texts.listCertified, FieldKind.AMOUNT, false, List.of()));
            case RECEIPTS ->
                List.of(
                        new Entry(Texts.listDay, FieldKind.DAY, true, List.of()),
                        new Entry(Texts.listAmount, FieldKind.AMOUNT, true, List.of()),
                        new Entry(Texts.detailReference, FieldKind.TEXT, false, List.of()));
            case YEARS ->
                List.of(
                        new Entry(Texts.listYear, FieldKind.YEAR, true, List.of()),
                        new Entry(
                                Texts.detailKind,
                                FieldKind.CHOICE,
                                true,
                                Arrays.stream(YearLineKind.values())
                                        .map(GrantList::yearLine)
                                        .toList()),
                        new Entry(Texts.listAmount, FieldKind.AMOUNT, true, List.of()));
            case EVIDENCE ->
                List.of(
                        new Entry(Texts.listDocument, FieldKind.TEXT, true, List.of()),
                        new Entry(Texts.listDay, FieldKind.DAY, false, List.of()));
            case REGIMES ->
                List.of(
                        new Entry(Texts.listRegime, FieldKind.CHOICE, true, REGIME.labels()),
                        Entry.of(Texts.listNumber, FieldKind.TEXT, false),
                        Entry.of(Texts.listArticle, FieldKind.TEXT, false),
                        Entry.of(Texts.listEquivalent, FieldKind.AMOUNT, false));
        };
    }

    private static String role(StepRole role) {
        return switch (role) {
            case ADVANCE -> Texts.roleAdvance;
            case INTERIM -> Texts.roleInterim;
            case BALANCE -> Texts.roleBalance;
        };
    }

    private static String claim(ClaimKind kind) {
        return switch (kind) {
            case ADVANCE -> Texts.roleAdvance;
            case INTERIM -> Texts.roleInterim;
            case FINAL -> Texts.roleBalance;
        };
    }

    private static String yearLine(YearLineKind kind) {
        return kind.label().in(Texts.locale());
    }

    @Override
    public List<List<String>> lines(Grant grant, Portfolio portfolio) {
        return lines(grant);
    }

    List<List<String>> lines(Grant grant) {
        return switch (this) {
            case SCHEDULE ->
                grant.schedule().stream()
                        .map(step -> List.of(step.name(), role(step.role()), due(step), portion(step)))
                        .toList();
            case DEADLINES ->
                grant.deadlines().stream()
                        .map(one -> List.of(one.name(), Words.date(one.due()), Words.date(one.done())))
                        .toList();
            case COST_OPTIONS ->
                grant.costOptions().stream()
                        .map(option -> List.of(option.label().in(Texts.locale())))
                        .toList();
            case CLAIMS ->
                grant.claims().stream()
                        .map(claim -> List.of(
                                claim(claim.kind()),
                                Words.date(claim.date()),
                                amount(claim.claimed()),
                                Words.date(claim.certifiedOn()),
                                amount(claim.certified())))
                        .toList();
            case RECEIPTS ->
                grant.receipts().stream()
                        .map(receipt -> List.of(
                                Words.date(receipt.date()),
                                amount(receipt.amount()),
                                receipt.reference() == null ? "" : receipt.reference()))
                        .toList();
            case YEARS ->
                grant.yearLines().stream()
                        .map(line ->
                                List.of(Integer.toString(line.year()), yearLine(line.kind()), amount(line.amount())))
                        .toList();
            case EVIDENCE ->
                grant.evidence().stream()
                        .map(document -> List.of(document.name(), Words.date(document.date())))
                        .toList();
            case REGIMES ->
                grant.regimes().stream()
                        .map(regime -> List.of(
                                REGIME.label(regime.kind().name()),
                                Objects.requireNonNullElse(regime.number(), ""),
                                Objects.requireNonNullElse(regime.article(), ""),
                                amount(regime.grossGrantEquivalent())))
                        .toList();
        };
    }

    private static String amount(Money money) {
        return Words.amount(Optional.ofNullable(money));
    }

    private static String due(ScheduleStep step) {
        return step.trigger() instanceof Trigger.OnDate on ? Words.date(on.date()) : Texts.listByEvent;
    }

    private static String portion(ScheduleStep step) {
        if (step.portion() instanceof Portion.Amount fixed) {
            return amount(fixed.amount());
        }
        return step.portion() instanceof Portion.OfAward share
                ? Texts.bind(Texts.listShare, share.share().toString())
                : step.portion() instanceof Portion.Remainder ? Texts.listRemainder : Texts.listOfCertified;
    }

    /** Steps that follow an event or pay a share cannot be changed in a dialog. */
    @Override
    public boolean isChangeable(Grant grant, int line) {
        if (this != SCHEDULE) {
            return true;
        }
        ScheduleStep step = grant.schedule().get(line);
        return step.trigger() instanceof Trigger.OnDate && step.portion() instanceof Portion.Amount;
    }

    /** An option stands once; real costs stand alone. */
    @Override
    public Optional<String> refusal(Grant grant, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        if (this != COST_OPTIONS) {
            return Optional.empty();
        }
        List<CostOption> others = without(grant.costOptions(), line);
        CostOption option = costOption(texts.get(0), locale);
        if (others.contains(option)) {
            return Optional.of(Texts.costOptionTwice);
        }
        boolean real = option == CostOption.REAL_COSTS || others.contains(CostOption.REAL_COSTS);
        return real && !others.isEmpty() ? Optional.of(Texts.costOptionReal) : Optional.empty();
    }

    private static CostOption costOption(String words, Locale locale) {
        return Worded.find(CostOption.values(), CostOption::label, words, locale);
    }

    @Override
    public Grant with(Grant grant, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        return with(grant, line, texts, locale);
    }

    Grant with(Grant grant, int line, List<String> texts, Locale locale) {
        Texter in = new Texter(texts, grant, locale);
        Grant.Builder to = grant.toBuilder();
        switch (this) {
            case SCHEDULE -> {
                ScheduleStep before = at(grant.schedule(), line);
                to.schedule(put(
                        grant.schedule(),
                        line,
                        new ScheduleStep(
                                in.text(0),
                                StepRole.values()[entries().get(1).choices().indexOf(in.text(1))],
                                new Trigger.OnDate(in.day(2)),
                                new Portion.Amount(in.money(3)),
                                before == null ? null : before.cumulativeCap(),
                                before != null && before.deductAdvance(),
                                before == null ? null : before.minimum(),
                                before == null ? null : before.minimumShare())));
            }
            case DEADLINES ->
                to.deadlines(put(grant.deadlines(), line, new AgreedDeadline(in.text(0), in.day(1), in.day(2))).stream()
                        .sorted(Comparator.comparing(AgreedDeadline::due))
                        .toList());
            case COST_OPTIONS -> to.costOptions(put(grant.costOptions(), line, costOption(texts.get(0), locale)));
            case CLAIMS -> {
                Claim before = at(grant.claims(), line);
                to.claims(put(
                        grant.claims(),
                        line,
                        new Claim(
                                before == null
                                        ? freshId(grant.claims().stream()
                                                .map(Claim::id)
                                                .toList())
                                        : before.id(),
                                ClaimKind.values()[entries().get(0).choices().indexOf(in.text(0))],
                                in.day(1),
                                in.money(2),
                                in.day(3),
                                in.money(4),
                                before == null ? List.of() : before.lines(),
                                before == null ? null : before.note())));
            }
            case RECEIPTS -> {
                Receipt before = at(grant.receipts(), line);
                to.receipts(put(
                        grant.receipts(),
                        line,
                        new Receipt(
                                before == null
                                        ? freshId(grant.receipts().stream()
                                                .map(Receipt::id)
                                                .toList())
                                        : before.id(),
                                in.day(0),
                                in.money(1),
                                before == null ? null : before.claim(),
                                in.text(2).isEmpty() ? null : in.text(2))));
            }
            case YEARS ->
                to.yearLines(put(
                        grant.yearLines(),
                        line,
                        new YearLine(
                                YearLineKind.values()[entries().get(1).choices().indexOf(in.text(1))],
                                Integer.parseInt(in.text(0)),
                                in.money(2))));
            case EVIDENCE -> {
                Evidence before = at(grant.evidence(), line);
                to.evidence(put(
                        grant.evidence(),
                        line,
                        new Evidence(in.text(0), in.day(1), before == null ? null : before.sha256())));
            }
            case REGIMES ->
                to.regimes(put(
                        grant.regimes(),
                        line,
                        new Regime(
                                RegimeKind.valueOf(REGIME.code(in.text(0))),
                                in.text(1).isEmpty() ? null : in.text(1),
                                in.text(2).isEmpty() ? null : in.text(2),
                                in.money(3))));
        }
        return to.build();
    }

    @Override
    public Grant without(Grant grant, int line) {
        Grant.Builder to = grant.toBuilder();
        switch (this) {
            case SCHEDULE -> to.schedule(without(grant.schedule(), line));
            case DEADLINES -> to.deadlines(without(grant.deadlines(), line));
            case COST_OPTIONS -> to.costOptions(without(grant.costOptions(), line));
            case CLAIMS -> {
                String gone = grant.claims().get(line).id();
                to.claims(without(grant.claims(), line));
                to.receipts(grant.receipts().stream()
                        .map(receipt -> gone.equals(receipt.claim())
                                ? new Receipt(receipt.id(), receipt.date(), receipt.amount(), null, receipt.reference())
                                : receipt)
                        .toList());
            }
            case RECEIPTS -> to.receipts(without(grant.receipts(), line));
            case YEARS -> to.yearLines(without(grant.yearLines(), line));
            case EVIDENCE -> to.evidence(without(grant.evidence(), line));
            case REGIMES -> to.regimes(without(grant.regimes(), line));
        }
        return to.build();
    }

    static <T> T at(List<T> list, int line) {
        return line >= 0 && line < list.size() ? list.get(line) : null;
    }

    static <T> List<T> put(List<T> list, int line, T value) {
        List<T> next = new ArrayList<>(list);
        if (line >= 0 && line < next.size()) {
            next.set(line, value);
        } else {
            next.add(value);
        }
        return next;
    }

    /** The list without a line; all of it where the line is none of it. */
    static <T> List<T> without(List<T> list, int line) {
        List<T> next = new ArrayList<>(list);
        if (line >= 0) {
            next.remove(line);
        }
        return next;
    }

    private static String freshId(List<String> taken) {
        int number = taken.size() + 1;
        while (taken.contains(String.valueOf(number))) {
            number++;
        }
        return String.valueOf(number);
    }

    /** Reads texts that were checked. */
    private record Texter(List<String> texts, Grant grant, Locale locale) {
        String text(int entry) {
            return texts.get(entry).strip();
        }

        LocalDate day(int entry) {
            return DayText.read(text(entry), locale).orElse(null);
        }

        Money money(int entry) {
            return text(entry).isEmpty()
                    ? null
                    : AmountFormat.read(text(entry), locale, GrantField.currency(grant))
                            .get();
        }
    }
}
