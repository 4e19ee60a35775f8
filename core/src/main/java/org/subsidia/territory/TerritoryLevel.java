package org.subsidia.territory;

import java.util.regex.Pattern;

/** The kinds of territory that have codes of their own. The same code means different places at different levels. */
public enum TerritoryLevel {
    /** A region, INSEE code of two digits. */
    REGION("REG", "[0-9]{2}"),
    /** A département or a collectivity overseas, INSEE code: two digits, 2A, 2B, or three digits overseas. */
    DEPARTEMENT("DEP", "[0-9]{2}|2[AB]|9[78][0-9]"),
    /** A grouping of communes (EPCI), by its SIREN of nine digits. */
    EPCI("EPCI", "[0-9]{9}"),
    /** A commune, INSEE code of five characters; not a postcode. */
    COMMUNE("COM", "[0-9]{5}|2[AB][0-9]{3}"),
    /** A unit of the European nomenclature, any of its three levels and versions. */
    NUTS("NUTS", "FR[0-9A-Z]{1,3}");

    private final String prefix;
    private final Pattern form;

    TerritoryLevel(String prefix, String form) {
        this.prefix = prefix;
        this.form = Pattern.compile(form);
    }

    /** {@return what stands before the hyphen in a written code, such as {@code REG}} */
    public String prefix() {
        return prefix;
    }

    /**
     * Whether a code has the form of this level; it need not exist.
     *
     * @param code a code without prefix
     * @return whether it has
     */
    public boolean allows(String code) {
        return form.matcher(code).matches();
    }
}
