package org.subsidia.store.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
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
 * last line, so that every version of the library can tell damage from a document that is newer than itself. A document of an
 * older version is changed step by step until it is one of this version.
 */
final class DocumentFormat {
    /** The format that is written. Its version is raised only when the reader before would misunderstand the document. */
    static final DocumentFormat CURRENT = new DocumentFormat(1, List.of());
    /** The largest document written and read, in bytes. */
    static final long LARGEST = 2_000_000_000;

    private static final String START = "{\"format\":\"subsidia\",\"version\":";
    private static final Pattern VERSION_NUMBER =
            Pattern.compile(Pattern.quote(START) + "([1-9]\\d{0,8}),\"portfolio\":\n");
    private static final String TRAILER_START = "\n,\"length\":";
    private static final Pattern TRAILER =
            Pattern.compile(TRAILER_START + "([1-9]\\d{0,9}),\"sha256\":\"([0-9a-f]{64})\"}\n");
    private static final int LONGEST_TRAILER = 120;

    private final int version;
    private final List<Upgrade> upgrades;

    /** A format whose upgrades lead from every older version to this one. */
    DocumentFormat(int version, List<Upgrade> upgrades) {
        this.version = version;
        this.upgrades = List.copyOf(upgrades);
    }

    int version() {
        return version;
    }

    /** Writes the document and gives its digest. */
    String write(Portfolio portfolio, OutputStream out) throws IOException {
        CountingDigest digest = new CountingDigest(out);
        digest.write((START + version + ",\"portfolio\":\n").getBytes(StandardCharsets.US_ASCII));
        PortfolioJson.write(portfolio, digest);
        digest.write('\n');
        String sha256 = Sha256.hex(digest.sha256.digest());
        String trailer = ",\"length\":" + digest.length + ",\"sha256\":\"" + sha256 + "\"}\n";
        out.write(trailer.getBytes(StandardCharsets.US_ASCII));
        return sha256;
    }

    Reading<Document> read(byte[] document, String file) {
        Place place = Place.file(file);
        if (document.length == 0) {
            return Reading.refused(Finding.error(place, "STORE-FILE-EMPTY", file));
        }
        String head = ascii(document, 0, Math.min(document.length, LONGEST_TRAILER));
        if (!head.startsWith(START)) {
            return Reading.refused(Finding.error(place, "STORE-FILE-FOREIGN", file));
        }
        int tailStart = Math.max(0, document.length - LONGEST_TRAILER);
        Optional<MatchResult> trailer = trailer(ascii(document, tailStart, document.length));
        if (trailer.isEmpty()) {
            return Reading.refused(Finding.error(place, "STORE-FILE-CUT", file));
        }
        int covered = tailStart + trailer.get().start() + 1;
        String sha256 = trailer.get().group(2);
        if (Long.parseLong(trailer.get().group(1)) != covered
                || !sha256(document, covered).equals(sha256)) {
            return Reading.refused(Finding.error(place, "STORE-FILE-DAMAGED", file));
        }
        Matcher number = VERSION_NUMBER.matcher(head);
        if (!number.lookingAt()) {
            return Reading.refused(Finding.error(place, "STORE-FILE-DAMAGED", file));
        }
        int found = Integer.parseInt(number.group(1));
        if (found > version) {
            return Reading.refused(Finding.error(place, "STORE-FILE-NEWER", file, found, version));
        }
        int start = number.end();
        Reading<Portfolio> portfolio = found == version
                ? PortfolioJson.read(document, start, covered - start, file, 1)
                : PortfolioJson.read(document, start, covered - start, file, from(found));
        return portfolio.map(value -> new Document(value, sha256, found));
    }

    /** All steps from an older version to this one. */
    private UnaryOperator<ObjectNode> from(int found) {
        return old -> {
            ObjectNode tree = old;
            for (int step = found; step < version; step++) {
                tree = upgrade(step).step().apply(tree);
            }
            return tree;
        };
    }

    private Upgrade upgrade(int from) {
        return upgrades.stream()
                .filter(upgrade -> upgrade.from() == from)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no upgrade from version " + from));
    }

    /** The digest that a file ends with, without a check of what comes before. */
    static Optional<String> digestAtEnd(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), LONGEST_TRAILER);
            byte[] tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            return trailer(ascii(tail, 0, length)).map(found -> found.group(2));
        }
    }

    private static Optional<MatchResult> trailer(String tail) {
        int candidate = tail.lastIndexOf(TRAILER_START);
        if (candidate < 0) {
            return Optional.empty();
        }
        Matcher trailer = TRAILER.matcher(tail).region(candidate, tail.length());
        return trailer.matches() ? Optional.of(trailer.toMatchResult()) : Optional.empty();
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
