package org.subsidia.io.mapping;

/** The layout of each kind of table. */
final class Layouts {
    private static final Layout<?> GRANTS = new GrantLayout();
    private static final Layout<?> BUDGET = new BudgetLayout();
    private static final Layout<?> RECEIPTS = new ReceiptLayout();
    private static final Layout<?> YEARS = new YearLayout();
    private static final Layout<?> STRUCTURES = new StructureLayout();
    private static final Layout<?> FUNDERS = new FunderLayout();

    private Layouts() {}

    static Layout<?> of(TableKind kind) {
        return switch (kind) {
            case GRANTS -> GRANTS;
            case BUDGET -> BUDGET;
            case RECEIPTS -> RECEIPTS;
            case YEARS -> YEARS;
            case STRUCTURES -> STRUCTURES;
            case FUNDERS -> FUNDERS;
            case MOVEMENTS -> throw new IllegalArgumentException("movements are no records of a portfolio");
        };
    }
}
