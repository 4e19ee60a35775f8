package org.subsidia.io.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/** The text of a file that is small enough to be held. */
final class BankText {
    static final int MOST_BYTES = 64 << 20;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SHOWN = 40;

    private BankText() {}

    static Reading<String> read(Path path, Place place) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            return Reading.refused(Finding.error(place, "BANK-TOO-LARGE", MOST_BYTES >> 20));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Reading.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Reading.of(
                    new String(bytes, WINDOWS_1252), List.of(Finding.info(place, "BANK-CHARSET", "windows-1252")));
        }
    }

    /** A piece of a stranger's text that a sentence may show. */
    static String quoted(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + '…' : line;
    }
}
