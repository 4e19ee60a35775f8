package org.subsidia.dependence;

import org.subsidia.finding.Message;

/** The norms of public dependence that are quoted in France; the law base holds their figures. */
public enum Norm {
    /** Evaluation of the pôles, 2008: highest public share. */
    T1("dependence.t1.public-share"),
    /** The minister in 2009: State and local share, to stay below. */
    T2("dependence.t2.public-share"),
    /** The Government in 2019: private share, to exceed. */
    T3("dependence.t3.private-share"),
    /** State aid: operating aid over eligible costs. */
    T4("gber.27.operating.intensity"),
    /** Contracting authority: public money without counterpart. */
    T5("contracting-authority.majority"),
    /** Certified accounts: the share of one local authority in the budget. */
    T6("subsidy.accounts.certified.share"),
    /** Certified accounts: the amount of one local authority. */
    T6A("subsidy.accounts.certified.threshold"),
    /** The DGE’s definition of self-financing, which limits nothing. */
    T7("dependence.t7.self-financing");

    private final String rule;

    Norm(String rule) {
        this.rule = rule;
    }

    /** {@return the rule of the law base that carries its figure} */
    public String rule() {
        return rule;
    }

    /** {@return the norm as people quote it: T6 stands for both of its limits} */
    public String quoted() {
        return this == T6A ? T6.name() : name();
    }

    /** {@return the norm in words} */
    public Message label() {
        return Message.of("DEP-" + name() + "-NAME");
    }
}
