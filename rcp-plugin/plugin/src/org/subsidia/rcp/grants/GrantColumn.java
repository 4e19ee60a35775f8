package org.subsidia.rcp.grants;

import java.text.CollationKey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.StandingAmount;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.NameOrder;
import org.subsidia.rcp.ui.Words;

/** A column of the table of grants. */
enum GrantColumn {
    STRUCTURE(205, false, row -> row.structure()),
    FUNDER(175, false, row -> row.funder()),
    PURPOSE(230, false, row -> row.grant().purpose()),
    STATE(125, false, row -> row.state()),
    REQUESTED(116, true, row -> Words.amount(row.requested())),
    AWARDED(116, true, row -> Words.amount(row.awarded())),
    RECEIVED(116, true, row -> Words.amount(row.received().flatMap(Amounts::of))),
    REMAINING(130, true, row -> row.awaited().words()),
    AWARDED_ON(100, false, row -> Words.date(row.awardedOn().orElse(null))),
    START(95, false, row -> Words.date(row.grant().dates().start())),
    END(95, false, row -> Words.date(row.grant().dates().end())),
    REFERENCE(150, false, row -> Objects.requireNonNullElse(row.grant().reference(), "")),
    SCHEME(150, false, row -> Objects.requireNonNullElse(row.grant().scheme(), ""));

    private final int width;
    private final boolean number;
    private final Function<GrantRow, String> text;

    GrantColumn(int width, boolean number, Function<GrantRow, String> text) {
        this.width = width;
        this.number = number;
        this.text = text;
    }

    /** {@return pixels at first} */
    int width() {
        return width;
    }

    /** {@return whether it is aligned to the right} */
    boolean isNumber() {
        return number;
    }

    String text(GrantRow row) {
        return text.apply(row);
    }

    String title() {
        return switch (this) {
            case STRUCTURE -> Texts.columnStructure;
            case FUNDER -> Texts.columnFunder;
            case PURPOSE -> Texts.columnPurpose;
            case STATE -> Texts.columnState;
            case REQUESTED -> Texts.columnRequested;
            case AWARDED -> Texts.columnAwarded;
            case AWARDED_ON -> Texts.columnAwardedOn;
            case RECEIVED -> Texts.detailReceived;
            case REMAINING -> Texts.columnRemaining;
            case REFERENCE -> Texts.detailReference;
            case SCHEME -> Texts.detailScheme;
            case START -> Texts.columnStart;
            case END -> Texts.columnEnd;
        };
    }

    boolean isDay() {
        return this == AWARDED_ON || this == START || this == END;
    }

    /** Whether a user types in it. */
    boolean isEditable() {
        return this != STRUCTURE && this != FUNDER && this != RECEIVED && this != REMAINING && this != AWARDED_ON;
    }

    /** The amount of a column of numbers. */
    Optional<Money> amount(GrantRow row) {
        return switch (this) {
            case REQUESTED -> row.requested();
            case AWARDED -> row.awarded();
            case RECEIVED -> row.received().flatMap(Amounts::of);
            case REMAINING -> row.awaited().amount();
            default -> Optional.empty();
        };
    }

    /** Where the amount of a grant comes from: what was noted at its stage, its receipts, or its schedule. */
    Optional<Explanation> explanation(GrantRow row) {
        return switch (this) {
            case REQUESTED -> StandingAmount.of(row.grant(), AmountStage.REQUESTED);
            case AWARDED -> StandingAmount.of(row.grant(), AmountStage.AWARDED);
            case RECEIVED -> row.received();
            case REMAINING -> row.awaited().explanation();
            default -> Optional.empty();
        };
    }

    /** What its amounts are, in a sentence that explains them. */
    Message label() {
        return this == RECEIVED || this == REMAINING
                ? Message.of("REPORT-VERBATIM", title())
                : (this == REQUESTED ? AmountStage.REQUESTED : AmountStage.AWARDED).label();
    }

    /** Cents of an amount, or days since 1970 of a day. */
    Optional<Long> number(GrantRow row) {
        if (isNumber()) {
            return amount(row).map(CellFilter::cents);
        }
        return switch (this) {
            case AWARDED_ON -> row.awardedOn().map(LocalDate::toEpochDay);
            case START -> Optional.ofNullable(row.grant().dates().start()).map(LocalDate::toEpochDay);
            case END -> Optional.ofNullable(row.grant().dates().end()).map(LocalDate::toEpochDay);
            default -> Optional.empty();
        };
    }

    /** What the grants of a group have in common: of a day its year. */
    String group(GrantRow row) {
        String text = isDay()
                ? number(row)
                        .map(day -> String.valueOf(LocalDate.ofEpochDay(day).getYear()))
                        .orElse("")
                : text(row);
        return text.isEmpty() ? Texts.gridNoGroup : text;
    }

    /**
     * What stands in the heading of a group: its name, then how many grants it has, and sums below their columns.
     *
     * @param words the columns of words that are shown, from the left
     */
    String groupText(GridLine.OfGroup group, List<GrantColumn> words) {
        String count = Texts.bind(Texts.grantsCount, group.rows().size());
        if (isNumber()) {
            return Words.amount(Optional.ofNullable(group.totals().get(this)));
        }
        return switch (words.indexOf(this)) {
            case 0 -> (group.open() ? "▾ " : "▸ ") + group.name() + (words.size() == 1 ? " · " + count : "");
            case 1 -> count;
            default -> "";
        };
    }

    /** The order of this column: by value, not by spelling; what is not known comes last both ways. */
    Comparator<GrantRow> order(boolean descending, Locale locale) {
        return switch (this) {
            case REQUESTED -> known(GrantRow::requested, moneyOrder(), descending);
            case AWARDED -> known(GrantRow::awarded, moneyOrder(), descending);
            case RECEIVED -> known(row -> row.received().flatMap(Amounts::of), moneyOrder(), descending);
            case REMAINING -> known(row -> row.awaited().amount(), moneyOrder(), descending);
            case AWARDED_ON -> known(GrantRow::awardedOn, Comparator.<LocalDate>naturalOrder(), descending);
            case START ->
                known(
                        row -> Optional.ofNullable(row.grant().dates().start()),
                        Comparator.<LocalDate>naturalOrder(),
                        descending);
            case END ->
                known(
                        row -> Optional.ofNullable(row.grant().dates().end()),
                        Comparator.<LocalDate>naturalOrder(),
                        descending);
            case STATE ->
                known(row -> Optional.of(row.grant().state()), Comparator.<GrantState>naturalOrder(), descending);
            default -> words(descending, locale);
        };
    }

    private Comparator<GrantRow> words(boolean descending, Locale locale) {
        NameOrder names = NameOrder.of(locale);
        Map<GrantRow, Optional<CollationKey>> keys = new IdentityHashMap<>();
        return known(
                row -> keys.computeIfAbsent(row, one -> Optional.of(text(one))
                        .filter(words -> !words.isEmpty())
                        .map(names::key)),
                Comparator.<CollationKey>naturalOrder(),
                descending);
    }

    private static Comparator<Money> moneyOrder() {
        return Comparator.comparing((Money amount) -> amount.getCurrencyUnit().getCode())
                .thenComparing(Money::getAmount);
    }

    private static <T> Comparator<GrantRow> known(
            Function<GrantRow, Optional<T>> key, Comparator<T> order, boolean descending) {
        Comparator<T> directed = descending ? order.reversed() : order;
        return Comparator.comparing(row -> key.apply(row).orElse(null), Comparator.nullsLast(directed));
    }
}
