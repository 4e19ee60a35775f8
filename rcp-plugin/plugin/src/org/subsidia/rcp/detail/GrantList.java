package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.money.AmountFormat;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AgreedDeadline;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.CostOption;
import org.subsidia.portfolio.Evidence;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** A list within a grant: its columns, its lines, and what adding, changing and removing a line does. Knows no window. */
enum GrantList implements ItemList<Grant> {
    AMOUNTS,
    SCHEDULE,
    DEADLINES,
    COST_OPTIONS,
    CLAIMS,
    EXPENSES,
    RECEIPTS,
    YEARS,
    EVIDENCE,
    REGIMES;

    private static final String APART = " · ";
    private static final ChoiceWords REGIME = ChoiceWords.of(TableKind.GRANTS, "regimeKind");

    @Override
    public String title() {
        return switch (this) {
            case AMOUNTS -> Texts.listAmounts;
            case SCHEDULE -> Texts.listSchedule;
            case DEADLINES -> Texts.listDeadlines;
            case COST_OPTIONS -> Texts.listCostOptions;
            case CLAIMS -> Texts.listClaims;
            case EXPENSES -> Texts.listExpenses;
            case RECEIPTS -> Texts.listReceipts;
            case YEARS -> Texts.listYears;
            case EVIDENCE -> Texts.listEvidence;
            case REGIMES -> Texts.listRegimes;
        };
    }

    @Override
    public String tip() {
        return switch (this) {
            case AMOUNTS -> Texts.tipAmounts;
            case SCHEDULE -> Texts.tipSchedule;
            case DEADLINES -> Texts.tipDeadlines;
            case EXPENSES -> Texts.tipExpenses;
            case COST_OPTIONS ->
                LawSource.of(Texts.tipCostOptions, "eu-funds.2021-2027.sco.exclusions", "eu-funds.2021-2027.sco.t15");
            default -> "";
        };
    }

    @Override
    public List<Entry> entries(Portfolio portfolio) {
        return entries();
    }

    @Override
    public List<Entry> entries(Grant grant, Portfolio portfolio) {
        return entries(grant.claims());
    }

    List<Entry> entries() {
        return entries(List.of());
    }

    private List<Entry> entries(List<Claim> claims) {
        return switch (this) {
            case AMOUNTS ->
                List.of(
                        new Entry(
                                Texts.listStage,
                                FieldKind.CHOICE,
                                true,
                                Worded.all(AmountStage.values(), AmountStage::label, Texts.locale())),
                        Entry.of(Texts.listAmount, FieldKind.AMOUNT, true),
                        Entry.of(Texts.lawFrom, FieldKind.DAY, false),
                        Entry.of(Texts.listReason, FieldKind.TEXT, false));
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
                        new Entry(Texts.listDueWhen, FieldKind.TRIGGER, true, StepText.triggers(Texts.locale())),
                        new Entry(Texts.listAmount, FieldKind.PORTION, true, StepText.portions()),
                        Entry.more(Texts.stepCap, FieldKind.SHARE, List.of()),
                        Entry.more(Texts.stepMinimum, FieldKind.AMOUNT, List.of()),
                        Entry.more(Texts.stepMinimumShare, FieldKind.SHARE, List.of()),
                        Entry.more(
                                Texts.stepDeductAdvance,
                                FieldKind.CHOICE,
                                List.of(Texts.eligibilityYes, Texts.eligibilityNo)));
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
                        new Entry(Texts.listCertified, FieldKind.AMOUNT, false, List.of()),
                        Entry.more(Texts.detailNote, FieldKind.TEXT, List.of()),
                        Entry.more(Texts.listId, FieldKind.TEXT, List.of()));
            case EXPENSES ->
                List.of(
                        new Entry(
                                Texts.listClaim,
                                FieldKind.CHOICE,
                                true,
                                claims.stream().map(GrantList::name).toList()),
                        Entry.of(Texts.projectCostOf, FieldKind.TEXT, true),
                        Entry.of(Texts.listPaidOn, FieldKind.DAY, false),
                        Entry.of(Texts.listAmount, FieldKind.AMOUNT, true),
                        Entry.of(Texts.projectEligible, FieldKind.AMOUNT, false),
                        Entry.more(Texts.listRejection, FieldKind.TEXT, List.of()),
                        Entry.more(Texts.listDocument, FieldKind.TEXT, List.of()));
            case RECEIPTS ->
                List.of(
                        new Entry(Texts.listDay, FieldKind.DAY, true, List.of()),
                        new Entry(Texts.listAmount, FieldKind.AMOUNT, true, List.of()),
                        new Entry(Texts.detailReference, FieldKind.TEXT, false, List.of()),
                        Entry.more(
                                Texts.listClaim,
                                FieldKind.CHOICE,
                                claims.stream().map(GrantList::name).toList()),
                        Entry.more(Texts.listId, FieldKind.TEXT, List.of()));
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
                        new Entry(Texts.listDay, FieldKind.DAY, false, List.of()),
                        Entry.more(Texts.listDigest, FieldKind.SHA256, List.of()));
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

    /** What a claim is called among those of its grant, its id first. */
    private static String name(Claim claim) {
        String name = claim.id() + APART + claim(claim.kind());
        return claim.date() == null ? name : name + APART + Words.date(claim.date());
    }

    /** What the claim of an id is called; the id where there is none such; empty: no id. */
    private static String claimName(Grant grant, String id) {
        return grant.claims().stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .map(GrantList::name)
                .orElse(Objects.requireNonNullElse(id, ""));
    }

    private static Optional<Claim> claim(Grant grant, String name) {
        return grant.claims().stream().filter(claim -> name(claim).equals(name)).findFirst();
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
            case AMOUNTS ->
                AmountEntries.of(grant).stream()
                        .map(entry -> List.of(
                                entry.stage().label().in(Texts.locale()),
                                amount(entry.amount()),
                                Words.date(entry.date()),
                                orEmpty(entry.reason())))
                        .toList();
            case SCHEDULE ->
                grant.schedule().stream()
                        .map(step -> List.of(
                                step.name(),
                                role(step.role()),
                                StepText.of(step.trigger(), Texts.locale()),
                                StepText.of(step.portion(), Texts.locale()),
                                share(step.cumulativeCap()),
                                amount(step.minimum()),
                                share(step.minimumShare()),
                                step.deductAdvance() ? Texts.eligibilityYes : ""))
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
                                amount(claim.certified()),
                                orEmpty(claim.note()),
                                claim.id()))
                        .toList();
            case EXPENSES ->
                Expenses.of(grant).stream()
                        .map(shown -> List.of(
                                name(shown.claim()),
                                shown.line().category(),
                                Words.date(shown.line().paid()),
                                amount(shown.line().amount()),
                                amount(shown.line().eligible()),
                                orEmpty(shown.line().rejection()),
                                orEmpty(shown.line().document())))
                        .toList();
            case RECEIPTS ->
                grant.receipts().stream()
                        .map(receipt -> List.of(
                                Words.date(receipt.date()),
                                amount(receipt.amount()),
                                orEmpty(receipt.reference()),
                                claimName(grant, receipt.claim()),
                                receipt.id()))
                        .toList();
            case YEARS ->
                grant.yearLines().stream()
                        .map(line ->
                                List.of(Integer.toString(line.year()), yearLine(line.kind()), amount(line.amount())))
                        .toList();
            case EVIDENCE ->
                grant.evidence().stream()
                        .map(document ->
                                List.of(document.name(), Words.date(document.date()), orEmpty(document.sha256())))
                        .toList();
            case REGIMES ->
                grant.regimes().stream()
                        .map(regime -> List.of(
                                REGIME.label(regime.kind().name()),
                                orEmpty(regime.number()),
                                orEmpty(regime.article()),
                                amount(regime.grossGrantEquivalent())))
                        .toList();
        };
    }

    private static String amount(Money money) {
        return Words.amount(Optional.ofNullable(money));
    }

    private static String share(Fraction share) {
        return share == null ? "" : ShareText.of(share, Texts.locale());
    }

    private static String orEmpty(String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** A step of which something cannot be written in words can only be removed. */
    @Override
    public boolean isChangeable(Grant grant, int line) {
        if (this != SCHEDULE) {
            return true;
        }
        ScheduleStep step = grant.schedule().get(line);
        Locale locale = Texts.locale();
        return StepText.trigger(StepText.of(step.trigger(), locale), locale)
                        .filter(step.trigger()::equals)
                        .isPresent()
                && StepText.portion(StepText.of(step.portion(), locale), locale, GrantField.currency(grant))
                        .filter(step.portion()::equals)
                        .isPresent();
    }

    private ScheduleStep step(Texter in) {
        return new ScheduleStep(
                in.text(0),
                StepRole.values()[entries().get(1).choices().indexOf(in.text(1))],
                StepText.trigger(in.text(2), in.locale()).orElseThrow(),
                StepText.portion(in.text(3), in.locale(), GrantField.currency(in.grant()))
                        .orElseThrow(),
                in.share(4),
                in.text(7).equals(Texts.eligibilityYes),
                in.money(5),
                in.share(6));
    }

    @Override
    public Optional<String> refusal(Grant grant, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        Texter in = new Texter(texts, grant, locale);
        return switch (this) {
            case AMOUNTS ->
                in.money(1).isNegative()
                        ? Optional.of(Texts.awardNegative)
                        : AmountEntries.refusal(grant, line, stage(in), in.day(2));
            case COST_OPTIONS -> costOptionRefusal(grant, line, costOption(texts.get(0), locale));
            case CLAIMS ->
                taken(in.text(6), without(grant.claims(), line).stream().map(Claim::id));
            case RECEIPTS ->
                taken(in.text(4), without(grant.receipts(), line).stream().map(Receipt::id));
            case EXPENSES ->
                in.money(4) != null && in.money(4).isGreaterThan(in.money(3))
                        ? Optional.of(Texts.projectEligibleOver)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> taken(String id, Stream<String> others) {
        return others.anyMatch(id::equals) ? Optional.of(Texts.bind(Texts.idTaken, id)) : Optional.empty();
    }

    /** An option stands once; real costs stand alone. */
    private static Optional<String> costOptionRefusal(Grant grant, int line, CostOption option) {
        List<CostOption> others = without(grant.costOptions(), line);
        if (others.contains(option)) {
            return Optional.of(Texts.costOptionTwice);
        }
        boolean real = option == CostOption.REAL_COSTS || others.contains(CostOption.REAL_COSTS);
        return real && !others.isEmpty() ? Optional.of(Texts.costOptionReal) : Optional.empty();
    }

    private static AmountStage stage(Texter in) {
        return Worded.find(AmountStage.values(), AmountStage::label, in.text(0), in.locale());
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
            case AMOUNTS -> {
                String reason = in.text(3);
                StagedAmount entry = new StagedAmount(stage(in), in.money(1), in.day(2), reason);
                to.amounts(AmountEntries.sorted(put(AmountEntries.of(grant), line, entry)));
            }
            case SCHEDULE -> to.schedule(put(grant.schedule(), line, step(in)));
            case DEADLINES ->
                to.deadlines(put(grant.deadlines(), line, new AgreedDeadline(in.text(0), in.day(1), in.day(2))).stream()
                        .sorted(Comparator.comparing(AgreedDeadline::due))
                        .toList());
            case COST_OPTIONS -> to.costOptions(put(grant.costOptions(), line, costOption(texts.get(0), locale)));
            case CLAIMS -> {
                Claim before = at(grant.claims(), line);
                String id = in.text(6).isEmpty()
                        ? freshId(grant.claims().stream().map(Claim::id).toList())
                        : in.text(6);
                to.claims(put(
                        grant.claims(),
                        line,
                        new Claim(
                                id,
                                ClaimKind.values()[entries().get(0).choices().indexOf(in.text(0))],
                                in.day(1),
                                in.money(2),
                                in.day(3),
                                in.money(4),
                                before == null ? List.of() : before.lines(),
                                in.text(5))));
                if (before != null) {
                    to.receipts(ofClaim(grant.receipts(), before.id(), id));
                }
            }
            case EXPENSES ->
                to.claims(Expenses.with(
                        grant,
                        line,
                        claim(grant, in.text(0)).orElseThrow(),
                        new ExpenditureLine(in.text(1), in.day(2), in.money(3), in.money(4), in.text(5), in.text(6))));
            case RECEIPTS ->
                to.receipts(put(
                        grant.receipts(),
                        line,
                        new Receipt(
                                in.text(4).isEmpty()
                                        ? freshId(grant.receipts().stream()
                                                .map(Receipt::id)
                                                .toList())
                                        : in.text(4),
                                in.day(0),
                                in.money(1),
                                claim(grant, in.text(3)).map(Claim::id).orElse(null),
                                in.text(2))));
            case YEARS ->
                to.yearLines(put(
                        grant.yearLines(),
                        line,
                        new YearLine(
                                YearLineKind.values()[entries().get(1).choices().indexOf(in.text(1))],
                                Integer.parseInt(in.text(0)),
                                in.money(2))));
            case EVIDENCE -> to.evidence(put(grant.evidence(), line, new Evidence(in.text(0), in.day(1), in.text(2))));
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
            case AMOUNTS -> to.amounts(without(AmountEntries.of(grant), line));
            case SCHEDULE -> to.schedule(without(grant.schedule(), line));
            case DEADLINES -> to.deadlines(without(grant.deadlines(), line));
            case COST_OPTIONS -> to.costOptions(without(grant.costOptions(), line));
            case CLAIMS -> {
                String gone = grant.claims().get(line).id();
                to.claims(without(grant.claims(), line));
                to.receipts(ofClaim(grant.receipts(), gone, null));
            }
            case EXPENSES -> to.claims(Expenses.without(grant, line));
            case RECEIPTS -> to.receipts(without(grant.receipts(), line));
            case YEARS -> to.yearLines(without(grant.yearLines(), line));
            case EVIDENCE -> to.evidence(without(grant.evidence(), line));
            case REGIMES -> to.regimes(without(grant.regimes(), line));
        }
        return to.build();
    }

    /** The receipts, of which those that answered a claim answer another one; null: none. */
    private static List<Receipt> ofClaim(List<Receipt> receipts, String before, String after) {
        return receipts.stream()
                .map(receipt -> before.equals(receipt.claim())
                        ? new Receipt(receipt.id(), receipt.date(), receipt.amount(), after, receipt.reference())
                        : receipt)
                .toList();
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

        Fraction share(int entry) {
            return ShareText.read(text(entry)).orElse(null);
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
