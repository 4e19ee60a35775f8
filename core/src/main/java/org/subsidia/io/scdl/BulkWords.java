package org.subsidia.io.scdl;

import java.nio.charset.Charset;
import java.util.Arrays;

/** A closed list of spellings. */
final class BulkWords {
    private final byte[][] words;

    BulkWords(Charset charset, String... words) {
        this.words = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            this.words[i] = words[i].getBytes(charset);
        }
    }

    boolean has(byte[] bytes, int from, int to) {
        for (byte[] word : words) {
            if (Arrays.equals(bytes, from, to, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
