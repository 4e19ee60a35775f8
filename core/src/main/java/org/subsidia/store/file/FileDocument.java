package org.subsidia.store.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.PortfolioJson;
import org.subsidia.store.Sha256;

/**
 * The document in the file.
 *
 * <pre>
 * {"format":"subsidia","version":1,"portfolio":
 * { … }
 * ,"length":12345,"sha256":"…"}
 * </pre>
 *
 * <p>The length and the digest are those of all bytes before {@code ,"length"}. Every later version keeps the first and the
 * last line, so that every version of the library can tell damage from a document that is newer than itself.
 */
final class FileDocument {
    /** Raised only when a reader of the version before would misunderstand the document. */
    static final int VERSION = 1;
    /** The largest document written and read, in bytes. */
    static final long LARGEST = 2_000_000_000;

    private static final String START = "{\"format\":\"subsidia\",\"version\":";
    private static final String HEADER = START + VERSION + ",\"portfolio\":\n";
    private static final Pattern VERSION_NUMBER =
            Pattern.compile(Pattern.quote(START) + "([1-9]\\d{0,8}),\"portfolio\":\n");
    private static final Pattern TRAILER =
            Pattern.compile("\n,\"length\":([1-9]\\d{0,9}),\"sha256\":\"([0-9a-f]{64})\"}\n");
    private static final int LONGEST_TRAILER = 120;

    private FileDocument() {}

    /** Writes the document and gives its digest. */
    static String write(Portfolio portfolio, OutputStream out) throws IOException {
        CountingDigest digest = new CountingDigest(out);
        digest.write(HEADER.getBytes(StandardCharsets.US_ASCII));
        PortfolioJson.write(portfolio, digest);
        digest.write('\n');
        String sha256 = Sha256.hex(digest.sha256.digest());
        String trailer = ",\"length\":" + digest.length + ",\"sha256\":\"" + sha256 + "\"}\n";
        out.write(trailer.getBytes(StandardCharsets.US_ASCII));
        return sha256;
    }

    static Reading<Portfolio> read(byte[] document, String file) {
        Place place = Place.file(file);
        if (document.length == 0) {
            return Reading.refused(Finding.error(place, "STORE-FILE-EMPTY", file));
        }
        String head = ascii(document, 0, Math.min(document.length, LONGEST_TRAILER));
        if (!head.startsWith(START)) {
            return Reading.refused(Finding.error(place, "STORE-FILE-FOREIGN", file));
        }
        int tailStart = Math.max(0, document.length - LONGEST_TRAILER);
        String tail = ascii(document, tailStart, document.length);
        Matcher trailer = TRAILER.matcher(tail);
        int candidate = tail.lastIndexOf("\n,\"length\":");
        if (candidate < 0 || !trailer.region(candidate, tail.length()).matches()) {
            return Reading.refused(Finding.error(place, "STORE-FILE-CUT", file));
        }
        int covered = tailStart + candidate + 1;
        if (Long.parseLong(trailer.group(1)) != covered
                || !sha256(document, covered).equals(trailer.group(2))) {
            return Reading.refused(Finding.error(place, "STORE-FILE-DAMAGED", file));
        }
        Matcher version = VERSION_NUMBER.matcher(head);
        if (!version.lookingAt()) {
            return Reading.refused(Finding.error(place, "STORE-FILE-DAMAGED", file));
        }
        int number = Integer.parseInt(version.group(1));
        if (number > VERSION) {
            return Reading.refused(Finding.error(place, "STORE-FILE-NEWER", file, number, VERSION));
        }
        return PortfolioJson.read(document, version.end(), covered - version.end(), file, 1);
    }

    private static String ascii(byte[] document, int from, int to) {
        return new String(document, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String sha256(byte[] document, int length) {
        MessageDigest digest = Sha256.start();
        digest.update(document, 0, length);
        return Sha256.hex(digest.digest());
    }

    /** Counts and digests what passes. */
    private static final class CountingDigest extends OutputStream {
        private final OutputStream out;
        private final MessageDigest sha256 = Sha256.start();
        private long length;

        CountingDigest(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            length += count;
            if (length > LARGEST) {
                throw new IOException("more than " + LARGEST + " bytes, which could not be opened again");
            }
            sha256.update(bytes, from, count);
            out.write(bytes, from, count);
        }
    }
}
