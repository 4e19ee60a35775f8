package org.subsidia.stateaid;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/** Kinds of aid of regulation 651/2014 whose intensity depends on the size of the undertaking; article 27 is {@link ClusterAid}. */
public enum ExemptedAid {
    /** Article 17: investment of SMEs. */
    SME_INVESTMENT("17", "gber.17.intensity", null),
    /** Article 18: consultancy for SMEs. */
    CONSULTANCY("18", "gber.18.intensity", null),
    /** Article 19: SMEs at fairs. */
    FAIRS("19", "gber.19.intensity", null),
    /** Article 20: costs of Interreg projects, the same for all sizes. */
    INTERREG("20", "gber.20.intensity", "gber.20.ceiling"),
    /** Article 25: fundamental research. */
    FUNDAMENTAL_RESEARCH("25", "gber.25.intensity.fundamental", null),
    /** Article 25: industrial research. */
    INDUSTRIAL_RESEARCH("25", "gber.25.intensity.industrial", null),
    /** Article 25: experimental development. */
    EXPERIMENTAL_DEVELOPMENT("25", "gber.25.intensity.experimental", null),
    /** Article 25: feasibility studies. */
    FEASIBILITY("25", "gber.25.intensity.feasibility", null),
    /** Article 28: innovation of SMEs. */
    INNOVATION("28", "gber.28.intensity", null),
    /** Article 28: innovation advisory and support services, up to a ceiling. */
    INNOVATION_SUPPORT("28", "gber.28.support.intensity", "gber.28.support.ceiling"),
    /** Article 29: process and organisational innovation. */
    PROCESS_INNOVATION("29", "gber.29.intensity", null),
    /** Article 31: training. */
    TRAINING("31", "gber.31.intensity", "gber.31.ceiling");

    private final String article;
    private final String rule;
    private final @Nullable String ceiling;

    ExemptedAid(String article, String rule, @Nullable String ceiling) {
        this.article = article;
        this.rule = rule;
        this.ceiling = ceiling;
    }

    /** {@return the article, such as {@code 25}} */
    public String article() {
        return article;
    }

    /** {@return its name in words} */
    public Message words() {
        return Message.of("AID-EXEMPTED-" + name().replace('_', '-'));
    }

    /**
     * The kinds of an article.
     *
     * @param text the article as people write it, such as {@code 25} or {@code art. 25}
     * @return the kinds; none where the article is another
     */
    public static List<ExemptedAid> ofArticle(String text) {
        String digits = text.replaceFirst("(?i)^\\s*art(icle|\\.)?\\s*", "").strip();
        return Arrays.stream(values()).filter(aid -> aid.article.equals(digits)).toList();
    }

    String rule() {
        return rule;
    }

    @Nullable
    String ceilingRule() {
        return ceiling;
    }
}
