package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.edit.RecordEdits;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** A field of the form of a grant: what stands in it and what typing in it does. Knows no window. */
enum GrantField implements Field<Grant> {
    STRUCTURE(FieldKind.CHOICE),
    PURPOSE(FieldKind.TEXT),
    STATE(FieldKind.CHOICE),
    PAYER(FieldKind.CHOICE),
    DECISION_MAKER(FieldKind.CHOICE),
    ORIGIN(FieldKind.CHOICE),
    PROGRAMME(FieldKind.CHOICE),
    CALL(FieldKind.CHOICE),
    PROJECT(FieldKind.CHOICE),
    REFERENCE(FieldKind.TEXT),
    SCHEME(FieldKind.TEXT),
    NATURE(FieldKind.CHOICE),
    SPENDING(FieldKind.CHOICE),
    FORM(FieldKind.CHOICE),
    FISCAL_YEAR(FieldKind.YEAR),
    NOTIFIED(FieldKind.CHOICE),
    NOTE(FieldKind.TEXT),
    REQUESTED(FieldKind.AMOUNT),
    AWARDED(FieldKind.AMOUNT),
    CONVENTION_AMOUNT(FieldKind.AMOUNT),
    ELIGIBLE_BASE(FieldKind.AMOUNT),
    RATE(FieldKind.SHARE),
    MAXIMUM(FieldKind.AMOUNT),
    SETTLEMENT(FieldKind.CHOICE),
    PAYMENT_TERMS(FieldKind.TEXT),
    PAYMENT_FIRST(FieldKind.DAY),
    PAYMENT_LAST(FieldKind.DAY),
    REQUEST(FieldKind.DAY),
    DECISION(FieldKind.DAY),
    NOTIFICATION(FieldKind.DAY),
    CONVENTION(FieldKind.DAY),
    WORKS_START(FieldKind.DAY),
    START(FieldKind.DAY),
    END(FieldKind.DAY),
    ELIGIBLE_FIRST(FieldKind.DAY),
    ELIGIBLE_LAST(FieldKind.DAY),
    REPORT(FieldKind.DAY),
    REPORTED(FieldKind.DAY),
    LAST_CLAIM(FieldKind.DAY),
    INCOME_SPLIT(FieldKind.CHOICE),
    DEDICATED(FieldKind.CHOICE),
    DEPRECIATION_FIRST(FieldKind.DAY),
    DEPRECIATION_LAST(FieldKind.DAY),
    CONDITION(FieldKind.CHOICE),
    CONDITION_TEXT(FieldKind.TEXT),
    CONDITION_FULFILLED(FieldKind.DAY);

    /** Who the grant is and whose. */
    static final List<GrantField> IDENTITY = List.of(
            STRUCTURE,
            PURPOSE,
            STATE,
            PAYER,
            DECISION_MAKER,
            ORIGIN,
            PROGRAMME,
            CALL,
            PROJECT,
            REFERENCE,
            SCHEME,
            NATURE,
            SPENDING,
            FORM,
            FISCAL_YEAR,
            NOTIFIED,
            NOTE);

    /** How much, and how the final amount follows from the cost. */
    static final List<GrantField> AMOUNTS =
            List.of(REQUESTED, AWARDED, CONVENTION_AMOUNT, ELIGIBLE_BASE, RATE, MAXIMUM, SETTLEMENT);

    /** What the convention says of its payment, beside the schedule. */
    static final List<GrantField> PAYMENT = List.of(PAYMENT_TERMS, PAYMENT_FIRST, PAYMENT_LAST);

    /** The days in the order of a grant's life. */
    static final List<GrantField> LIFE =
            List.of(REQUEST, DECISION, NOTIFICATION, CONVENTION, WORKS_START, START, END, REPORT, REPORTED, LAST_CLAIM);

    /** Between which days an expense must be paid to count. */
    static final List<GrantField> ELIGIBILITY = List.of(ELIGIBLE_FIRST, ELIGIBLE_LAST);

    /** What the accounts need. */
    static final List<GrantField> ACCOUNTING = List.of(
            INCOME_SPLIT,
            DEDICATED,
            DEPRECIATION_FIRST,
            DEPRECIATION_LAST,
            CONDITION,
            CONDITION_TEXT,
            CONDITION_FULFILLED);

    private static final ChoiceWords SETTLEMENTS = ChoiceWords.of(TableKind.GRANTS, "settlement");
    private static final ChoiceWords SPENDINGS = ChoiceWords.of(TableKind.GRANTS, "spending");
    private static final ChoiceWords FORMS = ChoiceWords.of(TableKind.GRANTS, "form");

    private final FieldKind kind;

    GrantField(FieldKind kind) {
        this.kind = kind;
    }

    @Override
    public FieldKind kind() {
        return kind;
    }

    @Override
    public String label() {
        return switch (this) {
            case STRUCTURE -> Texts.columnStructure;
            case PURPOSE -> Texts.columnPurpose;
            case STATE -> Texts.columnState;
            case PAYER -> Texts.detailPayer;
            case DECISION_MAKER -> Texts.detailDecisionMaker;
            case ORIGIN -> Texts.detailOrigin;
            case PROGRAMME -> Texts.fieldProgramme;
            case CALL -> Texts.kindCall;
            case PROJECT -> Texts.fieldProject;
            case REFERENCE -> Texts.detailReference;
            case SCHEME -> Texts.detailScheme;
            case NATURE -> Texts.detailNature;
            case SPENDING -> Texts.fieldSpending;
            case FORM -> Texts.fieldForm;
            case FISCAL_YEAR -> Texts.fieldFiscalYear;
            case NOTIFIED -> Texts.fieldNotified;
            case NOTE -> Texts.detailNote;
            case REQUESTED -> Texts.columnRequested;
            case AWARDED -> Texts.columnAwarded;
            case CONVENTION_AMOUNT -> Texts.fieldConventionAmount;
            case ELIGIBLE_BASE -> Texts.fieldEligibleBase;
            case RATE -> Texts.fieldRate;
            case MAXIMUM -> Texts.fieldMaximum;
            case SETTLEMENT -> Texts.fieldSettlement;
            case PAYMENT_TERMS -> Texts.fieldPaymentTerms;
            case PAYMENT_FIRST -> Texts.fieldPaymentFirst;
            case PAYMENT_LAST -> Texts.fieldPaymentLast;
            case REQUEST -> Texts.detailRequest;
            case DECISION -> Texts.detailDecision;
            case NOTIFICATION -> Texts.detailNotification;
            case CONVENTION -> Texts.detailConvention;
            case WORKS_START -> Texts.fieldWorksStart;
            case START -> Texts.columnStart;
            case END -> Texts.columnEnd;
            case ELIGIBLE_FIRST -> Texts.fieldEligibleFirst;
            case ELIGIBLE_LAST -> Texts.fieldEligibleLast;
            case REPORT -> Texts.detailReport;
            case REPORTED -> Texts.fieldReported;
            case LAST_CLAIM -> Texts.fieldLastClaim;
            case INCOME_SPLIT -> Texts.fieldIncomeSplit;
            case DEDICATED -> Texts.fieldDedicated;
            case DEPRECIATION_FIRST -> Texts.fieldDepreciationFirst;
            case DEPRECIATION_LAST -> Texts.fieldDepreciationLast;
            case CONDITION -> Texts.fieldCondition;
            case CONDITION_TEXT -> Texts.fieldConditionText;
            case CONDITION_FULFILLED -> Texts.fieldConditionFulfilled;
        };
    }

    @Override
    public String tip() {
        return switch (this) {
            case REQUESTED, AWARDED, CONVENTION_AMOUNT -> Texts.tipStageAmount;
            case RATE ->
                LawSource.of(
                        Texts.tipRate, "eu-funds.2021-2027.rate.more-developed", "state-investment.total-aid.ceiling");
            case SETTLEMENT -> Texts.tipSettlement;
            case PAYMENT_TERMS -> LawSource.of(Texts.tipPaymentTerms, "subsidy.payment.delay");
            case PAYMENT_FIRST, PAYMENT_LAST -> Texts.tipPaymentWindow;
            case WORKS_START -> LawSource.of(Texts.tipWorksStart, "incentive-effect.request-before-start");
            case ELIGIBLE_FIRST, ELIGIBLE_LAST ->
                LawSource.of(
                        Texts.tipEligibility,
                        "eu-funds.2014-2020.eligibility.first-day",
                        "eu-funds.2021-2027.eligibility.first-day");
            default -> "";
        };
    }

    @Override
    public String remark(Grant grant) {
        return switch (this) {
            case REQUESTED, AWARDED, CONVENTION_AMOUNT -> AmountEntries.remark(grant, stage());
            default -> "";
        };
    }

    @Override
    public String text(Grant grant, Portfolio portfolio, Locale locale) {
        return switch (this) {
            case STRUCTURE -> RecordNames.of(grant.structure(), portfolio);
            case PURPOSE -> grant.purpose();
            case STATE -> grant.state().label().in(locale);
            case PAYER -> name(grant.payer(), portfolio, locale);
            case DECISION_MAKER -> name(grant.decisionMaker(), portfolio, locale);
            case ORIGIN -> name(grant.origin(), portfolio, locale);
            case REFERENCE -> Objects.requireNonNullElse(grant.reference(), "");
            case SCHEME -> Objects.requireNonNullElse(grant.scheme(), "");
            case NATURE -> grant.nature().label().in(locale);
            case NOTE -> Objects.requireNonNullElse(grant.note(), "");
            case PROGRAMME -> RecordNames.of(grant.programme(), portfolio);
            case CALL -> RecordNames.of(grant.call(), portfolio);
            case PROJECT -> RecordNames.of(grant.project(), portfolio);
            case INCOME_SPLIT -> Worded.of(grant.incomeSplit(), IncomeSplit::label, locale);
            case SPENDING ->
                grant.spending() == null ? "" : SPENDINGS.label(grant.spending().name());
            case FORM -> FORMS.label(grant.form().name());
            case FISCAL_YEAR -> Objects.toString(grant.fiscalYear(), "");
            case NOTIFIED -> yesOrNo(grant.notifiedToUnion());
            case RATE -> grant.rate() == null ? "" : ShareText.of(grant.rate(), locale);
            case SETTLEMENT ->
                grant.settlement() == null
                        ? ""
                        : SETTLEMENTS.label(grant.settlement().name());
            case PAYMENT_TERMS -> Objects.requireNonNullElse(grant.paymentTerms(), "");
            case DEDICATED -> yesOrNo(grant.dedicated());
            case CONDITION ->
                grant.condition() == null
                        ? ""
                        : grant.condition().kind().label().in(locale);
            case CONDITION_TEXT ->
                grant.condition() == null
                        ? ""
                        : Objects.requireNonNullElse(grant.condition().text(), "");
            case REQUESTED, AWARDED, CONVENTION_AMOUNT, ELIGIBLE_BASE, MAXIMUM -> Words.amount(amount(grant));
            default -> Words.date(day(grant));
        };
    }

    /** The word of an answer; empty: not known. */
    static String yesOrNo(Boolean answer) {
        return answer == null ? "" : answer ? Texts.eligibilityYes : Texts.eligibilityNo;
    }

    private static String name(FunderId id, Portfolio portfolio, Locale locale) {
        return id == null ? "" : FunderNames.of(id, portfolio, locale);
    }

    private AmountStage stage() {
        return switch (this) {
            case REQUESTED -> AmountStage.REQUESTED;
            case AWARDED -> AmountStage.AWARDED;
            default -> AmountStage.CONVENTION;
        };
    }

    private Optional<Money> amount(Grant grant) {
        return switch (this) {
            case ELIGIBLE_BASE -> Optional.ofNullable(grant.eligibleBase());
            case MAXIMUM -> Optional.ofNullable(grant.maximum());
            default -> grant.amount(stage());
        };
    }

    /** The day of a field of days; null: not known. */
    LocalDate day(Grant grant) {
        GrantDates dates = grant.dates();
        return switch (this) {
            case REQUEST -> dates.request();
            case DECISION -> dates.decision();
            case NOTIFICATION -> dates.notification();
            case CONVENTION -> dates.convention();
            case WORKS_START -> dates.worksStart();
            case START -> dates.start();
            case END -> dates.end();
            case REPORT -> dates.report();
            case REPORTED -> dates.reported();
            case LAST_CLAIM -> dates.lastClaim();
            case ELIGIBLE_FIRST -> open(grant.eligibility()).first();
            case ELIGIBLE_LAST -> open(grant.eligibility()).last();
            case PAYMENT_FIRST -> open(grant.paymentWindow()).first();
            case PAYMENT_LAST -> open(grant.paymentWindow()).last();
            case DEPRECIATION_FIRST -> open(grant.depreciation()).first();
            case DEPRECIATION_LAST -> open(grant.depreciation()).last();
            case CONDITION_FULFILLED ->
                grant.condition() == null ? null : grant.condition().fulfilled();
            default -> null;
        };
    }

    private static DateWindow open(DateWindow window) {
        return Objects.requireNonNullElse(window, new DateWindow(null, null));
    }

    /** The other end of a stretch of days of which this is the first or the last day. */
    private Optional<GrantField> otherEnd() {
        return Optional.ofNullable(
                switch (this) {
                    case START -> END;
                    case END -> START;
                    case ELIGIBLE_FIRST -> ELIGIBLE_LAST;
                    case ELIGIBLE_LAST -> ELIGIBLE_FIRST;
                    case PAYMENT_FIRST -> PAYMENT_LAST;
                    case PAYMENT_LAST -> PAYMENT_FIRST;
                    case DEPRECIATION_FIRST -> DEPRECIATION_LAST;
                    case DEPRECIATION_LAST -> DEPRECIATION_FIRST;
                    default -> null;
                });
    }

    /** The stretch of days with another day at this end; null: both ends are open. */
    private DateWindow window(Grant grant, LocalDate day) {
        GrantField other = otherEnd().orElseThrow();
        DateWindow window =
                compareTo(other) < 0 ? new DateWindow(day, other.day(grant)) : new DateWindow(other.day(grant), day);
        return window.first() == null && window.last() == null ? null : window;
    }

    @Override
    public List<String> choices(Portfolio portfolio, Locale locale) {
        return switch (this) {
            case STRUCTURE -> RecordNames.all(RecordKind.STRUCTURE, portfolio);
            case STATE -> Worded.all(GrantState.values(), GrantState::label, locale);
            case NATURE -> Worded.all(GrantNature.values(), GrantNature::label, locale);
            case PROGRAMME -> RecordNames.orNothing(RecordKind.PROGRAMME, portfolio);
            case CALL -> RecordNames.orNothing(RecordKind.CALL, portfolio);
            case PROJECT -> RecordNames.orNothing(RecordKind.PROJECT, portfolio);
            case PAYER, DECISION_MAKER, ORIGIN -> FunderNames.orNothing(portfolio, locale);
            case INCOME_SPLIT -> Worded.orNothing(IncomeSplit.values(), IncomeSplit::label, locale);
            case CONDITION -> Worded.orNothing(AwardCondition.Kind.values(), AwardCondition.Kind::label, locale);
            case DEDICATED, NOTIFIED -> List.of("", Texts.eligibilityYes, Texts.eligibilityNo);
            case SPENDING -> SPENDINGS.orNothing();
            case FORM -> FORMS.labels();
            case SETTLEMENT -> SETTLEMENTS.orNothing();
            default -> List.of();
        };
    }

    @Override
    public Optional<String> refusal(Grant grant, Portfolio portfolio, String text, Locale locale) {
        boolean required = this == STRUCTURE
                || this == PURPOSE
                || this == STATE
                || this == NATURE
                || this == FORM
                || kind == FieldKind.AMOUNT && amount(grant).isPresent() && this != ELIGIBLE_BASE && this != MAXIMUM;
        Optional<String> refusal = kind.refusal(text, required, choices(portfolio, locale), currency(grant), locale);
        if (refusal.isPresent() || text.isBlank()) {
            return refusal;
        }
        if (kind == FieldKind.AMOUNT
                && AmountFormat.read(text, locale, currency(grant)).get().isNegative()) {
            return Optional.of(Texts.awardNegative);
        }
        return otherEnd().isPresent()
                        && !window(grant, DayText.read(text, locale).orElseThrow())
                                .ordered()
                ? Optional.of(Texts.cellDayOrder)
                : Optional.empty();
    }

    @Override
    public Grant changed(Grant grant, Portfolio portfolio, String text, Locale locale) {
        String word = text.strip();
        Grant.Builder to = grant.toBuilder();
        switch (this) {
            case STRUCTURE ->
                to.structure((StructureId)
                        RecordNames.find(RecordKind.STRUCTURE, word, portfolio).orElse(grant.structure()));
            case PURPOSE -> to.purpose(word);
            case STATE -> to.state(Worded.find(GrantState.values(), GrantState::label, word, locale));
            case NATURE -> to.nature(Worded.find(GrantNature.values(), GrantNature::label, word, locale));
            case PROGRAMME ->
                to.programme(RecordNames.find(RecordKind.PROGRAMME, word, portfolio)
                        .map(ProgrammeId.class::cast)
                        .orElse(null));
            case CALL ->
                to.call(RecordNames.find(RecordKind.CALL, word, portfolio)
                        .map(CallId.class::cast)
                        .orElse(null));
            case PROJECT ->
                to.project(RecordNames.find(RecordKind.PROJECT, word, portfolio)
                        .map(ProjectId.class::cast)
                        .orElse(null));
            case PAYER -> to.payer(funder(word, portfolio, locale));
            case DECISION_MAKER -> to.decisionMaker(funder(word, portfolio, locale));
            case ORIGIN -> to.origin(funder(word, portfolio, locale));
            case REFERENCE -> to.reference(word.isEmpty() ? null : word);
            case SCHEME -> to.scheme(word.isEmpty() ? null : word);
            case NOTE -> to.note(word.isEmpty() ? null : word);
            case ELIGIBLE_BASE -> to.eligibleBase(money(word, grant, locale));
            case MAXIMUM -> to.maximum(money(word, grant, locale));
            case INCOME_SPLIT -> to.incomeSplit(Worded.find(IncomeSplit.values(), IncomeSplit::label, word, locale));
            case DEDICATED -> to.dedicated(word.isEmpty() ? null : word.equals(Texts.eligibilityYes));
            case NOTIFIED -> to.notifiedToUnion(word.isEmpty() ? null : word.equals(Texts.eligibilityYes));
            case SPENDING -> to.spending(word.isEmpty() ? null : SpendingKind.valueOf(SPENDINGS.code(word)));
            case FORM -> to.form(AidForm.valueOf(FORMS.code(word)));
            case FISCAL_YEAR -> to.fiscalYear(word.isEmpty() ? null : Integer.valueOf(word));
            case RATE -> to.rate(word.isEmpty() ? null : ShareText.read(word).orElseThrow());
            case SETTLEMENT -> to.settlement(word.isEmpty() ? null : Settlement.valueOf(SETTLEMENTS.code(word)));
            case PAYMENT_TERMS -> to.paymentTerms(word.isEmpty() ? null : word);
            case PAYMENT_FIRST, PAYMENT_LAST -> to.paymentWindow(window(grant, day(word, locale)));
            case ELIGIBLE_FIRST, ELIGIBLE_LAST -> to.eligibility(window(grant, day(word, locale)));
            case DEPRECIATION_FIRST, DEPRECIATION_LAST -> to.depreciation(window(grant, day(word, locale)));
            case CONDITION ->
                to.condition(
                        word.isEmpty()
                                ? null
                                : new AwardCondition(
                                        Worded.find(
                                                AwardCondition.Kind.values(), AwardCondition.Kind::label, word, locale),
                                        condition(grant).text(),
                                        condition(grant).fulfilled()));
            case CONDITION_TEXT, CONDITION_FULFILLED -> {
                if (word.isEmpty() && grant.condition() == null) {
                    return grant;
                }
                AwardCondition old = condition(grant);
                to.condition(
                        this == CONDITION_TEXT
                                ? new AwardCondition(old.kind(), word, old.fulfilled())
                                : new AwardCondition(old.kind(), old.text(), day(word, locale)));
            }
            case REQUESTED, AWARDED, CONVENTION_AMOUNT -> {
                return word.isEmpty() ? grant : RecordEdits.withAmount(grant, stage(), money(word, grant, locale));
            }
            default -> to.dates(dates(grant, day(word, locale)));
        }
        return to.build();
    }

    private static LocalDate day(String word, Locale locale) {
        return DayText.read(word, locale).orElse(null);
    }

    /** A condition of which nobody says what it does is taken as suspensive: no income before it is fulfilled. */
    private static AwardCondition condition(Grant grant) {
        return Objects.requireNonNullElse(
                grant.condition(), new AwardCondition(AwardCondition.Kind.SUSPENSIVE, null, null));
    }

    private GrantDates dates(Grant grant, LocalDate day) {
        GrantDates.Builder to = grant.dates().toBuilder();
        return switch (this) {
            case REQUEST -> to.request(day).build();
            case DECISION -> to.decision(day).build();
            case NOTIFICATION -> to.notification(day).build();
            case CONVENTION -> to.convention(day).build();
            case WORKS_START -> to.worksStart(day).build();
            case START -> to.start(day).build();
            case END -> to.end(day).build();
            case REPORT -> to.report(day).build();
            case REPORTED -> to.reported(day).build();
            case LAST_CLAIM -> to.lastClaim(day).build();
            default -> throw new IllegalStateException(name());
        };
    }

    private static FunderId funder(String name, Portfolio portfolio, Locale locale) {
        return FunderNames.find(name, portfolio, locale).orElse(null);
    }

    private static Money money(String word, Grant grant, Locale locale) {
        return word.isEmpty()
                ? null
                : AmountFormat.read(word, locale, currency(grant)).get();
    }

    /** The currency of the grant's amounts; euros where it has none. */
    static CurrencyUnit currency(Grant grant) {
        return grant.amounts().stream()
                .findFirst()
                .map(entry -> entry.amount().getCurrencyUnit())
                .orElse(CurrencyUnit.EUR);
    }
}
