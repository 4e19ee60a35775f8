package org.subsidia.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.Structure;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/** G-PUB: three months after its convention, a grant is not found in its funder's open data. Needs those data. */
final class PublicationGuard extends GrantGuard {
    PublicationGuard() {
        super("PUB");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        LocalDate signed = grant.dates().convention();
        Optional<Funder> authority = Authority.deciding(grant, context).filter(Authority::isFrenchPublic);
        Optional<Structure> structure = context.portfolio().structure(grant.structure());
        if (signed == null
                || authority.isEmpty()
                || structure.isEmpty()
                || context.published().isEmpty()
                || !YearAwards.stands(grant)
                || grant.nature() != GrantNature.SUBSIDY) {
            return;
        }
        Optional<Rule<Span>> delay = context.lawAt(signed).find(Kind.PERIOD, "subsidy.publication.delay");
        if (delay.isEmpty()) {
            return;
        }
        DueDay due = Deadline.from(signed)
                .plus(delay.get().value())
                .because(delay.get().reference())
                .due();
        boolean missing = context.today().isAfter(due.date())
                && context.published().get().find(grant, authority.get(), structure.get())
                        == PublishedGrants.Answer.NOT_FOUND;
        if (missing) {
            found.add(Verdict.info(
                            this,
                            Verdict.place(grant, "dates.convention"),
                            Message.of(
                                    "CHECK-PUB-MISSING",
                                    authority.get().name(),
                                    signed,
                                    due.date(),
                                    delay.get().reference().legalReference()))
                    .because(due.explanation())
                    .from(grant, authority.get())
                    .checked());
        }
    }
}
