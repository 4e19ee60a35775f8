package org.subsidia.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/** What a measure can do: the models that an analyst combines, and the parameters that each takes. */
public enum Model {
    /** M1: the Regions receive a share of the base. Several multiply. */
    RATE("M1", "rate", Parameter.share("rate", 1).needed().upTo(Fraction.percent(120))),
    /** M2: what the base is. */
    BASE(
            "M2",
            "base",
            Parameter.word("method", "single", "mean", "max", "min", "median", "path"),
            Parameter.word("spending", "operating", "investment"),
            Parameter.count("years", 10),
            Parameter.names("index"),
            Parameter.share("vat", 1),
            Parameter.euros("savings"),
            Parameter.euros("lostResources")),
    /** M3: the State cuts the line in the years before the transfer. */
    EROSION("M3", "erosion", Parameter.share("cut", 1).needed()),
    /** M4: the compensation moves with an index; without it, it is frozen. */
    INDEXATION("M4", "indexation", Parameter.names("index").needed()),
    /** M5: the State leaves and the Regions come in over some years. */
    PHASE(
            "M5",
            "phase",
            Parameter.word("shape", "linear", "step", "exponential"),
            Parameter.share("stateShare", 1),
            Parameter.share("decay", 1)),
    /** M6: a fixed part shared alike and a part that depends on results. */
    RESULTS(
            "M6",
            "results",
            Parameter.share("fixedShare", 1),
            Parameter.names("score"),
            Parameter.euros("floor"),
            Parameter.euros("ceiling")),
    /** M7: how the total is shared between Regions. */
    REGION_KEY(
            "M7",
            "region-key",
            Parameter.weights("keys").needed(),
            Parameter.word("combine", "sum", "product"),
            Parameter.word("multiRegion", "weights", "seat"),
            Parameter.word("newcomers", "named", "all")),
    /** M8: how a Region shares its money between structures. */
    STRUCTURE_KEY(
            "M8",
            "structure-key",
            Parameter.weights("keys").needed(),
            Parameter.weights("classes"),
            Parameter.word("newcomers", "named", "all")),
    /** M9: a Region adds money of its own. */
    TOP_UP("M9", "top-up", Parameter.share("rate", 10), Parameter.share("fill", 1), Parameter.euros("cap")),
    /** M10: a Region gives no more than an amount. */
    CAP(
            "M10",
            "cap",
            Parameter.euros("amount").needed(),
            Parameter.word("rule", "pro-rata", "priority"),
            Parameter.names("priority")),
    /** M11: a level stops funding. */
    WITHDRAWAL(
            "M11",
            "withdrawal",
            Parameter.word(
                    "level",
                    "DEPARTEMENT",
                    "EPCI",
                    "COMMUNE",
                    "STATE_OPERATOR",
                    "CHAMBER",
                    "OTHER_PUBLIC",
                    "EU_SHARED",
                    "EU_DIRECT",
                    "REGION"),
            Parameter.share("kept", 1),
            Parameter.share("recovery", 1),
            Parameter.word("by", "REGION", "EPCI")),
    /** Between a Region and a département: points of tax and an attribution pay for the charge that moves, so that it is neutral. */
    CLECRT(
            "M11-C",
            "clecrt",
            Parameter.names("departement").needed(),
            Parameter.euros("charges").needed(),
            Parameter.euros("cvae").needed(),
            Parameter.share("points", 1),
            Parameter.count("years", 10),
            Parameter.names("index"),
            Parameter.word("attribution", "yearly", "fixed")),
    /** M12: a label ends. */
    DELABELLING("M12", "delabelling", Parameter.share("kappa", 1)),
    /** M13: private income reacts to the loss of public money, or grows. */
    PRIVATE(
            "M13",
            "private-income",
            Parameter.share("elasticity", 5),
            Parameter.count("lag", 10),
            Parameter.share("ceiling", 10),
            Parameter.share("increase", 10)),
    /** M14: costs follow. */
    COSTS("M14", "costs", Parameter.share("follow", 1), Parameter.share("cut", 1), Parameter.count("notice", 60)),
    /** M15: which legal tests results are held against. */
    LEGAL("M15", "legal", Parameter.names("tests").needed()),
    /** The aid levels of Regions that merged become one. */
    HARMONISE("M9-F", "harmonise", Parameter.word("level", "mean", "min", "max"), Parameter.names("key")),
    /** The Union pays no more than its rate allows for the national money that is left. */
    EU_MATCH("M11-UE", "eu-match", Parameter.word("link", "ceiling", "proportional"), Parameter.share("rate", 1)),
    /** Money of a level comes late. */
    PAYMENT_LAG(
            "M5-T",
            "payment-lag",
            Parameter.word("level", "EU_SHARED", "EU_DIRECT", "REGION", "STATE", "DEPARTEMENT", "EPCI"),
            Parameter.count("months", 60).needed());

    private final String code;
    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a list of records that nobody can change
    private final List<Parameter> parameters;

    Model(String code, String word, Parameter... parameters) {
        this.code = code;
        this.word = word;
        this.parameters = List.of(parameters);
    }

    /** {@return its number in the list of models, such as {@code M1}} */
    public String code() {
        return code;
    }

    /** {@return how documents write it} */
    public String word() {
        return word;
    }

    /** {@return what it takes} */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** {@return one sentence that says what it does} */
    public Message description() {
        return Message.of("XFER-MODEL-" + name().replace('_', '-'));
    }

    /**
     * The parameter of a name.
     *
     * @param name as documents write it
     * @return the parameter, if the model has it
     */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    static Optional<Model> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Model::word).toList();
    }
}
