package org.subsidia.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private Sha256() {}

    /**
     * The digest of some bytes.
     *
     * @param bytes the bytes
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] bytes) {
        return hex(start().digest(bytes));
    }

    /** {@return a digest over nothing yet} */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * A digest as text.
     *
     * @param digest its bytes
     * @return hexadecimal digits, lower case
     */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
