package org.subsidia.io.scdl;

/** What a subsidy consists of. */
public enum ScdlNature {
    /** Money. */
    CASH("aide en numéraire"),
    /** Premises, staff, material. */
    IN_KIND("aide en nature");

    private final String label;

    ScdlNature(String label) {
        this.label = label;
    }

    /** {@return the words of the standard} */
    public String label() {
        return label;
    }
}
