package org.subsidia.rcp.detail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.CostBehaviour;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Words;

/** A field of the form of a budget line. */
enum BudgetLineField implements Field<BudgetLine> {
    STRUCTURE(FieldKind.CHOICE),
    YEAR(FieldKind.YEAR),
    KIND(FieldKind.CHOICE),
    BASIS(FieldKind.CHOICE),
    AMOUNT(FieldKind.AMOUNT),
    LABEL(FieldKind.TEXT),
    ACCOUNT(FieldKind.TEXT),
    FUNDER(FieldKind.CHOICE),
    GRANT(FieldKind.CHOICE),
    BEHAVIOUR(FieldKind.CHOICE),
    NOTE(FieldKind.TEXT);

    /** Whose, what and how much. */
    static final List<BudgetLineField> IDENTITY = List.of(STRUCTURE, YEAR, KIND, BASIS, AMOUNT, LABEL);

    /** What else is known of it. */
    static final List<BudgetLineField> FACTS = List.of(ACCOUNT, FUNDER, GRANT, BEHAVIOUR, NOTE);

    static final ChoiceWords KINDS = ChoiceWords.of(TableKind.BUDGET, "budgetKind");
    static final ChoiceWords BASES = ChoiceWords.of(TableKind.BUDGET, "basis");
    private static final ChoiceWords BEHAVIOURS = ChoiceWords.of(TableKind.BUDGET, "behaviour");

    private final FieldKind kind;

    BudgetLineField(FieldKind kind) {
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
            case YEAR -> Texts.listYear;
            case KIND -> Texts.listBudgetKind;
            case BASIS -> Texts.budgetBasis;
            case AMOUNT -> Texts.listAmount;
            case LABEL -> Texts.budgetLabel;
            case ACCOUNT -> Texts.budgetAccount;
            case FUNDER -> Texts.columnFunder;
            case GRANT -> Texts.kindGrant;
            case BEHAVIOUR -> Texts.budgetBehaviour;
            case NOTE -> Texts.detailNote;
        };
    }

    @Override
    public String tip() {
        return switch (this) {
            case YEAR -> Texts.tipBudgetYear;
            case BEHAVIOUR -> Texts.tipBudgetBehaviour;
            default -> "";
        };
    }

    @Override
    public String text(BudgetLine line, Portfolio portfolio, Locale locale) {
        return switch (this) {
            case STRUCTURE -> RecordNames.of(line.structure(), portfolio);
            case YEAR -> String.valueOf(line.year());
            case KIND -> KINDS.label(line.kind().name());
            case BASIS -> BASES.label(line.basis().name());
            case AMOUNT -> Words.amount(Optional.of(line.amount()));
            case LABEL -> Objects.requireNonNullElse(line.label(), "");
            case ACCOUNT -> Objects.requireNonNullElse(line.account(), "");
            case FUNDER -> line.funder() == null ? "" : FunderNames.of(line.funder(), portfolio, locale);
            case GRANT -> grant(line, portfolio);
            case BEHAVIOUR ->
                line.behaviour() == null
                        ? ""
                        : BEHAVIOURS.label(line.behaviour().name());
            case NOTE -> Objects.requireNonNullElse(line.note(), "");
        };
    }

    /** The name of the line's grant among those of its structure; the id of one that is gone or another's. */
    private static String grant(BudgetLine line, Portfolio portfolio) {
        return line.grant() == null ? "" : RecordNames.in(grants(line, portfolio), line.grant());
    }

    private static List<Grant> grants(BudgetLine line, Portfolio portfolio) {
        return portfolio.grantsOf(line.structure());
    }

    @Override
    public List<String> choices(Portfolio portfolio, Locale locale) {
        return switch (this) {
            case STRUCTURE -> RecordNames.all(RecordKind.STRUCTURE, portfolio);
            case KIND -> KINDS.labels();
            case BASIS -> BASES.labels();
            case FUNDER -> FunderNames.orNothing(portfolio, locale);
            case BEHAVIOUR -> BEHAVIOURS.orNothing();
            default -> List.of();
        };
    }

    /** A line's grant is one of its structure; one of another that stands there now stays until another is chosen. */
    @Override
    public List<String> choices(BudgetLine line, Portfolio portfolio, Locale locale) {
        return this == GRANT
                ? Stream.of(
                                Stream.of(""),
                                RecordNames.of(grants(line, portfolio)).stream(),
                                Stream.of(grant(line, portfolio)))
                        .flatMap(names -> names)
                        .distinct()
                        .toList()
                : choices(portfolio, locale);
    }

    @Override
    public Optional<String> refusal(BudgetLine line, Portfolio portfolio, String text, Locale locale) {
        boolean required = this == STRUCTURE || this == YEAR || this == KIND || this == BASIS || this == AMOUNT;
        Optional<String> refusal = kind.refusal(
                text, required, choices(line, portfolio, locale), line.amount().getCurrencyUnit(), locale);
        if (refusal.isPresent() || text.isBlank()) {
            return refusal;
        }
        return switch (this) {
            case AMOUNT -> negative(line.kind(), text, line, locale);
            case KIND ->
                negative(BudgetKind.valueOf(KINDS.code(text)), AMOUNT.text(line, portfolio, locale), line, locale);
            default -> Optional.empty();
        };
    }

    /** Products and costs are both positive; dedicated funds, of which what is set aside is taken off, may be negative. */
    private static Optional<String> negative(BudgetKind kind, String amount, BudgetLine line, Locale locale) {
        boolean below = AmountFormat.read(amount, locale, line.amount().getCurrencyUnit())
                .get()
                .isNegative();
        return below && kind != BudgetKind.DEDICATED_FUNDS ? Optional.of(Texts.awardNegative) : Optional.empty();
    }

    @Override
    public BudgetLine changed(BudgetLine line, Portfolio portfolio, String text, Locale locale) {
        String word = text.isBlank() ? null : text.strip();
        BudgetLine.Builder to = line.toBuilder();
        switch (this) {
            case STRUCTURE ->
                to.structure((StructureId)
                        RecordNames.find(RecordKind.STRUCTURE, text, portfolio).orElseThrow());
            case YEAR -> to.year(Integer.parseInt(word));
            case KIND -> to.kind(BudgetKind.valueOf(KINDS.code(word)));
            case BASIS -> to.basis(BudgetBasis.valueOf(BASES.code(word)));
            case AMOUNT ->
                to.amount(AmountFormat.read(word, locale, line.amount().getCurrencyUnit())
                        .get());
            case LABEL -> to.label(word);
            case ACCOUNT -> to.account(word);
            case FUNDER -> to.funder(FunderNames.find(text, portfolio, locale).orElse(null));
            case GRANT -> {
                if (!text.equals(grant(line, portfolio))) {
                    to.grant((GrantId)
                            RecordNames.find(grants(line, portfolio), text).orElse(null));
                }
            }
            case BEHAVIOUR -> to.behaviour(word == null ? null : CostBehaviour.valueOf(BEHAVIOURS.code(word)));
            case NOTE -> to.note(word);
        }
        return to.build();
    }
}
