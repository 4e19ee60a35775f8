package org.subsidia.store.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subsidia.store.Sha256;

/**
 * A JSON object on one line whose last field is the digest of the line before and of itself: a line that is changed, missing or
 * moved is seen.
 */
public final class SealedLine {
    /** What the first line takes for the digest of the line before. */
    public static final String FIRST = "0".repeat(64);

    private static final String SEAL = ",\"sha256\":\"";
    private static final Pattern END = Pattern.compile(SEAL + "([0-9a-f]{64})\"}");
    private static final int END_LENGTH = SEAL.length() + 64 + 2;
    private static final int LONGEST_START = 300;

    /** The object up to its last field, without the brace that closes it. */
    private final byte[] body;

    private final String sha256;

    private SealedLine(byte[] body, String sha256) {
        this.body = body;
        this.sha256 = sha256;
    }

    /** Seals an object that lacks its closing brace. */
    public static SealedLine of(byte[] body, String before) {
        return new SealedLine(body, digest(body, before));
    }

    public static SealedLine of(String body, String before) {
        return of(body.getBytes(StandardCharsets.UTF_8), before);
    }

    /** The parts of a line, without its line feed; the digest is not checked. */
    public static Optional<SealedLine> parse(byte[] line) {
        int length = line.length - END_LENGTH;
        if (length <= 0) {
            return Optional.empty();
        }
        Matcher end = END.matcher(new String(line, length, END_LENGTH, StandardCharsets.ISO_8859_1));
        return end.matches()
                ? Optional.of(new SealedLine(Arrays.copyOf(line, length), end.group(1)))
                : Optional.empty();
    }

    /** Whether a seal stands anywhere in the line: then the line was once written to its end. */
    public static boolean wasComplete(byte[] line) {
        return END.matcher(new String(line, StandardCharsets.ISO_8859_1)).find();
    }

    /** {@return the digest, which the next line takes up} */
    public String sha256() {
        return sha256;
    }

    /** Whether the line is whole and stands behind the line with this digest. */
    public boolean follows(String before) {
        return digest(body, before).equals(sha256);
    }

    /** The whole line with its line feed. */
    public byte[] bytes() {
        byte[] end = (SEAL + sha256 + "\"}\n").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream line = new ByteArrayOutputStream(body.length + end.length);
        line.writeBytes(body);
        line.writeBytes(end);
        return line.toByteArray();
    }

    /** The beginning, one character a byte. */
    public String start() {
        return new String(body, 0, Math.min(body.length, LONGEST_START), StandardCharsets.ISO_8859_1);
    }

    /** The body from this byte on. */
    public byte[] from(int start) {
        return Arrays.copyOfRange(body, start, body.length);
    }

    private static String digest(byte[] body, String before) {
        MessageDigest digest = Sha256.start();
        digest.update(before.getBytes(StandardCharsets.US_ASCII));
        return Sha256.hex(digest.digest(body));
    }
}
