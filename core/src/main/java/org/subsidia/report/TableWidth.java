package org.subsidia.report;

/** How much room a table needs on paper. */
enum TableWidth {
    /** An upright page. */
    NARROW,
    /** A page that lies. */
    WIDE,
    /** A page that lies, of twice the size. */
    WIDEST;

    private static final int UPRIGHT = 132;
    private static final int LYING = 190;
    private static final int MEASURED = 500;
    private static final int WIDEST_TEXT = 22;
    private static final int GAP = 2;

    /** By the characters of each column; texts and headers may be broken into lines. */
    static TableWidth of(Table table, CellText cells) {
        int total = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            boolean breaks = table.columns().get(c).type() == Column.Type.TEXT;
            int widest = WordWrap.longestWord(table.columns().get(c).header().in(cells.locale()));
            for (int row = 0; row < Math.min(MEASURED, table.rows().size()); row++) {
                widest = Math.max(widest, length(table.rows().get(row).get(c), cells, breaks));
            }
            int column = c;
            widest = Math.max(
                    widest,
                    table.totals()
                            .map(totals -> length(totals.get(column), cells, breaks))
                            .orElse(0));
            total += widest + GAP;
        }
        return total <= UPRIGHT ? NARROW : total <= LYING ? WIDE : WIDEST;
    }

    /** Reasons stand below the table. */
    private static int length(Cell cell, CellText cells, boolean breaks) {
        int length = cell instanceof Cell.Unknown ? 0 : WordWrap.length(cells.full(cell));
        return breaks ? Math.min(WIDEST_TEXT, length) : length;
    }
}
