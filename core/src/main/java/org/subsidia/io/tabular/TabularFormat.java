package org.subsidia.io.tabular;

/** The two kinds of files that rows are read from. */
public enum TabularFormat {
    /** Text with a separator between the cells. */
    CSV,
    /** An Office Open XML workbook, ISO/IEC 29500. */
    XLSX
}
