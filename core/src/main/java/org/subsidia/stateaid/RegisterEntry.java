package org.subsidia.stateaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/**
 * One award as the central register of de minimis aid takes it (décret 2025-1361). What the portfolio does not hold is null.
 *
 * @param grant the grant
 * @param beneficiary SIRET, else SIREN, of who receives it
 * @param amount gross grant equivalent in euros
 * @param day when the right to it was granted
 * @param authority who granted it
 * @param form cash or in kind
 * @param sector NACE code of the beneficiary
 * @param aidNumber the unique number of the aid
 * @param payer who pays, where it is another than who granted it
 * @param rule the regulation
 */
public record RegisterEntry(
        Grant grant,
        @Nullable String beneficiary,
        @Nullable Money amount,
        @Nullable LocalDate day,
        @Nullable String authority,
        AidForm form,
        @Nullable String sector,
        @Nullable String aidNumber,
        @Nullable String payer,
        DeMinimisRule rule) {

    /**
     * The awards that go into the register: de minimis aid granted since the register of its regulation began, or on a day that
     * is not written down.
     *
     * @param awards the awards of the portfolio
     * @param structure only this beneficiary, or null for all
     * @param from only awards of this day and later, or null for all since the register began
     * @param law the law of all days
     * @return by structure and day
     */
    public static List<RegisterEntry> of(
            AidAwards awards, @Nullable StructureId structure, @Nullable LocalDate from, LawBase law) {
        List<RegisterEntry> entries = new ArrayList<>();
        for (Structure each : awards.portfolio().structures()) {
            if (structure != null && !each.id().equals(structure)) {
                continue;
            }
            for (AidAward award : awards.of(each.id())) {
                Optional<DeMinimisRule> rule =
                        Optional.ofNullable(award.regime()).flatMap(regime -> DeMinimisRule.of(regime.kind()));
                rule.filter(r -> isDue(award.day(), from, r, law))
                        .ifPresent(r -> entries.add(entry(award, each, r, awards.portfolio())));
            }
        }
        return entries;
    }

    private static boolean isDue(@Nullable LocalDate day, @Nullable LocalDate from, DeMinimisRule rule, LawBase law) {
        if (day == null) {
            return true;
        }
        String id = "deminimis.register.first-day" + (rule == DeMinimisRule.AGRICULTURE ? "-agriculture" : "");
        LocalDate first = from != null
                ? from
                : law.at(day).find(Kind.DATE, id).map(Rule::value).orElse(LocalDate.MAX);
        return !day.isBefore(first);
    }

    private static RegisterEntry entry(AidAward award, Structure to, DeMinimisRule rule, Portfolio portfolio) {
        Grant grant = award.grant();
        FunderId decides = grant.decisionMaker() == null ? grant.payer() : grant.decisionMaker();
        FunderId pays = grant.payer();
        return new RegisterEntry(
                grant,
                to.siret() == null ? to.siren() : to.siret(),
                award.amount(),
                award.day(),
                name(decides, portfolio),
                grant.form(),
                to.activity(),
                award.regime() == null ? null : award.regime().number(),
                pays == null || pays.equals(decides) ? null : name(pays, portfolio),
                rule);
    }

    private static @Nullable String name(@Nullable FunderId id, Portfolio portfolio) {
        return id == null ? null : portfolio.funder(id).map(Funder::name).orElse(id.value());
    }

    /** {@return the fields of the register that are missing, in words} */
    public List<Message> missing() {
        List<Message> missing = new ArrayList<>();
        add(missing, beneficiary, "AID-REGISTER-BENEFICIARY");
        add(missing, amount, "AID-REGISTER-AMOUNT");
        add(missing, day, "AID-REGISTER-DAY");
        add(missing, authority, "AID-REGISTER-AUTHORITY");
        add(missing, sector, "AID-REGISTER-SECTOR");
        add(missing, aidNumber, "AID-REGISTER-NUMBER");
        return missing;
    }

    private static void add(List<Message> missing, @Nullable Object value, String field) {
        if (value == null) {
            missing.add(Message.of(field));
        }
    }
}
