package org.subsidia.rcp.export;

import java.util.Locale;
import org.subsidia.rcp.Texts;

/** In which form something is exported. */
enum Format {
    XLSX,
    CSV,
    PDF,
    HTML,
    ICS,
    JSON;

    String ending() {
        return '.' + name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return switch (this) {
            case XLSX -> Texts.exportXlsx;
            case CSV -> Texts.exportCsv;
            case PDF -> Texts.exportPdf;
            case HTML -> Texts.exportHtml;
            case ICS -> Texts.exportIcs;
            case JSON -> Texts.exportJson;
        };
    }

    /** The form that the ending of a name asks for; a workbook where it asks for none. */
    static Format of(String name) {
        for (Format format : values()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(format.ending())) {
                return format;
            }
        }
        return XLSX;
    }
}
