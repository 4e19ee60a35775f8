package org.subsidia.io.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** UTF-16 as UTF-8, so that lines are found in bytes whatever the charset. */
final class Utf16Stream extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = {};
    private int at;
    private int kept;

    /** Reads what follows the byte order mark. */
    Utf16Stream(InputStream in, boolean littleEndian) {
        reader = new InputStreamReader(in, littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (at < bytes.length) {
            return true;
        }
        int read = reader.read(chars, kept, chars.length - kept);
        if (read < 0 && kept == 0) {
            return false;
        }
        int length = kept + Math.max(read, 0);
        // a surrogate pair must not be cut in two
        kept = read > 0 && Character.isHighSurrogate(chars[length - 1]) ? 1 : 0;
        bytes = new String(chars, 0, length - kept).getBytes(StandardCharsets.UTF_8);
        chars[0] = chars[length - 1];
        at = 0;
        return bytes.length > 0 || fill();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
