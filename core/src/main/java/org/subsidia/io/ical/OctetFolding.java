package org.subsidia.io.ical;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Lines of at most 75 octets, as RFC 5545, section 3.1, asks; a character of several octets is never cut. */
final class OctetFolding {
    private static final int MOST = 75;
    private static final byte[] BREAK = {'\r', '\n', ' '};

    private OctetFolding() {}

    /** Text with CRLF at the end of unfolded lines, as folded UTF-8. */
    static byte[] fold(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream folded = new ByteArrayOutputStream(plain.length + plain.length / MOST * BREAK.length);
        int octets = 0;
        for (int at = 0; at < plain.length; ) {
            int length = length(plain[at]);
            boolean end = plain[at] == '\r' || plain[at] == '\n';
            if (!end && octets + length > MOST) {
                folded.writeBytes(BREAK);
                octets = 1;
            }
            folded.write(plain, at, length);
            octets = end ? 0 : octets + length;
            at += length;
        }
        return folded.toByteArray();
    }

    /** Octets of the character that starts so in UTF-8. */
    private static int length(byte first) {
        int octet = first & 0xff;
        return octet < 0xc0 ? 1 : octet < 0xe0 ? 2 : octet < 0xf0 ? 3 : 4;
    }
}
