package org.subsidia.io.tabular;

import java.nio.charset.Charset;

/**
 * How a CSV file was written.
 *
 * @param charset of most lines; a line with bytes of another charset is read as what it is, and reported
 * @param separator between the cells: comma, semicolon, tabulator or vertical bar
 * @param markLength how many bytes the byte order mark has, 0 without one
 */
public record CsvDialect(Charset charset, char separator, int markLength) {

    /**
     * The same with another separator.
     *
     * @param other the separator
     * @return the dialect
     */
    public CsvDialect withSeparator(char other) {
        return new CsvDialect(charset, other, markLength);
    }
}
