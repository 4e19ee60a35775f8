package org.subsidia.io.tabular;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, told by its first bytes and never by its name. */
enum FileKind {
    TEXT(""),
    ZIP(""),
    EMPTY("TAB-KIND-EMPTY"),
    OLE("TAB-KIND-OLE"),
    PDF("TAB-KIND-PDF"),
    HTML("TAB-KIND-HTML"),
    XML("TAB-KIND-XML"),
    JSON("TAB-KIND-JSON"),
    BINARY("TAB-KIND-BINARY");

    private final String code;

    FileKind(String code) {
        this.code = code;
    }

    /** The finding's code for a file that has no rows, empty for the others. */
    String code() {
        return code;
    }

    static FileKind of(byte[] head, int length) {
        if (length == 0) {
            return EMPTY;
        }
        if (starts(head, length, 'P', 'K', 3, 4) || starts(head, length, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (starts(head, length, 0xd0, 0xcf, 0x11, 0xe0)) {
            return OLE;
        }
        if (starts(head, length, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (starts(head, length, 0xff, 0xfe) || starts(head, length, 0xfe, 0xff)) {
            return length == 2 ? EMPTY : TEXT;
        }
        return isBinary(head, length) ? BINARY : text(head, length);
    }

    /** Text has no control characters but tabulator, line ends, form feed and the end mark of old systems. */
    private static boolean isBinary(byte[] head, int length) {
        int controls = 0;
        for (int i = 0; i < length; i++) {
            int b = head[i];
            boolean allowed = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1a;
            boolean control = (b >= 0 && b < ' ') || b == 0x7f;
            controls += control && !allowed ? 1 : 0;
        }
        return controls > 0 && (long) controls * 100 > length;
    }

    private static FileKind text(byte[] head, int length) {
        int from = starts(head, length, 0xef, 0xbb, 0xbf) ? 3 : 0;
        String start = new String(head, from, Math.min(length - from, 2_000), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return length - from <= 2_000 ? EMPTY : TEXT;
        }
        if (start.charAt(0) == '<') {
            boolean page = start.startsWith("<!doctype html")
                    || start.startsWith("<head")
                    || start.startsWith("<body")
                    || start.contains("<html");
            return page ? HTML : start.startsWith("<?xml") || start.startsWith("<!doctype") ? XML : TEXT;
        }
        boolean object = start.startsWith("{") && start.indexOf('"') > 0 && start.indexOf(':') > 0;
        return object || start.startsWith("[{") || start.startsWith("[\n{") || start.startsWith("[\r\n{") ? JSON : TEXT;
    }

    private static boolean starts(byte[] head, int length, int... bytes) {
        if (length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
