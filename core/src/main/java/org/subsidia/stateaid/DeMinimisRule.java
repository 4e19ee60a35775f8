package org.subsidia.stateaid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.RegimeKind;

/** The de minimis regulations; each has a ceiling and a period of its own, which the law base holds. */
public enum DeMinimisRule {
    /** The general one: regulation 1407/2013, then 2023/2831. */
    GENERAL(RegimeKind.DE_MINIMIS),
    /** Services of general economic interest: regulation 360/2012, then 2023/2832. */
    SGEI(RegimeKind.DE_MINIMIS_SGEI),
    /** Agricultural production: regulation 1408/2013. */
    AGRICULTURE(RegimeKind.DE_MINIMIS_AGRICULTURE),
    /** Fisheries: regulation 717/2014. */
    FISHERIES(RegimeKind.DE_MINIMIS_FISHERY);

    private final RegimeKind regime;

    DeMinimisRule(RegimeKind regime) {
        this.regime = regime;
    }

    /**
     * The regulation under which a regime stands.
     *
     * @param kind the regime of a grant
     * @return the regulation, if it is de minimis
     */
    public static Optional<DeMinimisRule> of(RegimeKind kind) {
        return Arrays.stream(values()).filter(rule -> rule.regime == kind).findFirst();
    }

    /** {@return the regime that grants write} */
    public RegimeKind regime() {
        return regime;
    }

    /** {@return its name in words} */
    public Message words() {
        return Message.of("AID-RULE-" + name());
    }

    /** {@return its name in the law base, such as {@code general}} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DeMinimisRule> ofKey(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key().equals(key)).findFirst();
    }
}
