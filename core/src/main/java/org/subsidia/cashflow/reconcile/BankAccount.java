package org.subsidia.cashflow.reconcile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.subsidia.identity.Iban;
import org.subsidia.identity.Rib;

/**
 * An account, recognised again without its number being kept. A French account has one key however a bank writes it: as an IBAN or
 * as bank, branch and number.
 *
 * @param key tells accounts apart: the beginning of the SHA-256 of the number, in hexadecimal
 * @param shown the number with its middle left out
 */
public record BankAccount(String key, String shown) {
    private static final int KEY_LENGTH = 16;
    private static final int FRENCH_IBAN = 27;
    private static final int RIB_FROM = 4;
    private static final int RIB_TO = 25;

    /**
     * An account by one number.
     *
     * @param number an IBAN or any other number
     * @return the account
     */
    public static BankAccount of(String number) {
        String code = compact(number);
        boolean french = code.length() == FRENCH_IBAN && (code.startsWith("FR") || code.startsWith("MC"));
        return new BankAccount(digest(french ? code.substring(RIB_FROM, RIB_TO) : code), Iban.mask(code));
    }

    /**
     * An account by the parts of its number.
     *
     * @param bank the bank’s code
     * @param branch the branch’s code; may be empty
     * @param account the number at the branch
     * @return the account; of a French one the IBAN is shown
     */
    public static BankAccount of(String bank, String branch, String account) {
        String code = compact(bank) + compact(branch) + compact(account);
        if (code.length() == RIB_TO - RIB_FROM) {
            try {
                String rib = code + Rib.key(compact(bank), compact(branch), compact(account));
                if (Rib.isValid(rib)) {
                    return new BankAccount(digest(code), Iban.of(new Rib(rib)).toString());
                }
            } catch (IllegalArgumentException e) {
                // no French account after all
            }
        }
        return new BankAccount(digest(code), Iban.mask(code));
    }

    /** {@return the masked number} */
    @Override
    public String toString() {
        return shown;
    }

    private static String compact(String text) {
        return text.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
    }

    static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
