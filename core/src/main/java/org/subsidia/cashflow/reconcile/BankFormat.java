package org.subsidia.cashflow.reconcile;

/** The form in which a bank gave a statement. */
public enum BankFormat {
    /** ISO 20022, message camt.053. */
    CAMT_053("CAMT.053"),
    /** Open Financial Exchange, 1 and 2. */
    OFX("OFX"),
    /** The statement of the French banks’ committee (CFONB), 120 characters a line. */
    CFONB_120("CFONB 120"),
    /** A table. */
    CSV("CSV");

    private final String shown;

    BankFormat(String shown) {
        this.shown = shown;
    }

    /** {@return the format’s name} */
    @Override
    public String toString() {
        return shown;
    }
}
