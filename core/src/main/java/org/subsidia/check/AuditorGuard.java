package org.subsidia.check;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureKind;

/**
 * G-CAC: the cash subsidies of a year, from all French public authorities, pass the threshold from which an association needs
 * a statutory auditor and publishes its accounts; an information from four fifths of it.
 */
final class AuditorGuard implements Guard {
    /** How near is near: no rule, a warning in time. */
    private static final Fraction NEAR = Fraction.of(4, 5);

    private static final class Year {
        private final List<YearAwards.Part> sure = new ArrayList<>();
        private final List<YearAwards.Part> unsure = new ArrayList<>();
        private boolean european;
    }

    @Override
    public String id() {
        return "G-CAC";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-CAC");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        for (Structure structure : context.structures()) {
            // a SCIC is a company: other thresholds hold for it
            if (structure.kind() != StructureKind.SCIC
                    && !context.options().withAuditor().contains(structure.id())) {
                years(structure, context).forEach((year, parts) -> judge(structure, year, parts, context, found));
            }
        }
        return found;
    }

    private static Map<Integer, Year> years(Structure structure, GuardContext context) {
        Map<Integer, Year> years = new TreeMap<>();
        int now = YearAwards.accountingYear(context.today(), structure);
        Law law = context.lawAt(context.today());
        boolean europeanCounts = law.find(Kind.FLAG, "subsidy.auditor.eu-shared-included")
                .map(Rule::value)
                .orElse(false);
        for (Grant grant : context.portfolio().grantsOf(structure.id())) {
            Optional<Funder> payer = Authority.paying(grant, context);
            boolean european = Authority.hasSharedEuFunds(grant, context);
            boolean counts = Authority.isUnknown(payer)
                    || (Authority.isFrenchPublic(payer.get()) && (!european || europeanCounts));
            if (!counts || grant.nature() != GrantNature.SUBSIDY || grant.form() == AidForm.IN_KIND) {
                continue;
            }
            for (YearAwards.Part part : YearAwards.of(grant, structure, context.today())) {
                // years that are over were judged when they ended
                if (part.year() >= now - 1) {
                    Year year = years.computeIfAbsent(part.year(), y -> new Year());
                    (Authority.isUnknown(payer) || grant.form() == AidForm.CASH_AND_IN_KIND ? year.unsure : year.sure)
                            .add(part);
                    year.european |= european;
                }
            }
        }
        return years;
    }

    private void judge(Structure structure, int year, Year parts, GuardContext context, List<Checked> found) {
        Law law = context.lawAt(context.today());
        Optional<Rule<Money>> rule = law.find(Kind.MONEY, "subsidy.auditor.threshold");
        if (rule.isEmpty()) {
            return;
        }
        Money threshold = rule.get().value();
        String name = ConventionGuard.yearText(year);
        Explanation sum = YearAwards.sum(Message.of("CHECK-SUM-CASH", name), parts.sure);
        Explanation doubt = YearAwards.sum(Message.of("CHECK-SUM-UNSURE", name), parts.unsure);
        Money sure = Amounts.of(sum).orElse(Money.zero(CurrencyUnit.EUR));
        Money most = sure.plus(Amounts.of(doubt).orElse(Money.zero(CurrencyUnit.EUR)));
        Severity severity = sure.isGreaterThan(threshold) ? Severity.ERROR : Severity.INFO;
        String code;
        if (severity == Severity.ERROR) {
            code = "CHECK-CAC-OVER";
        } else if (most.isGreaterThan(threshold)) {
            code = "CHECK-CAC-UNDECIDED";
        } else if (!sure.isLessThan(NEAR.times(threshold, RoundingMode.UP))) {
            code = "CHECK-CAC-NEAR";
        } else {
            return;
        }
        Verdict verdict = Verdict.of(
                        this,
                        severity,
                        Place.record(structure.id().value()),
                        Message.of(
                                code,
                                structure.name(),
                                name,
                                sure,
                                threshold,
                                rule.get().reference().legalReference(),
                                most.minus(sure)))
                .because(sum, Amounts.given(Message.of("CHECK-THRESHOLD"), threshold))
                .by(rule.get())
                .from(structure);
        if (!parts.unsure.isEmpty()) {
            verdict.because(doubt);
        }
        if (parts.european) {
            law.find(Kind.FLAG, "subsidy.auditor.eu-shared-included").ifPresent(verdict::by);
        }
        found.add(verdict.checked());
    }
}
