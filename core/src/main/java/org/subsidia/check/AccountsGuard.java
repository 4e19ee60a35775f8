package org.subsidia.check;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.Structure;

/** G-FEC: accounts that are not conform, do not balance, or hold subsidies that no grant explains. Needs the accounts. */
final class AccountsGuard implements Guard {
    @Override
    public String id() {
        return "G-FEC";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-FEC");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        for (Structure structure : context.structures()) {
            for (AccountsEvidence accounts : context.accounts()) {
                if (accounts.structure().equals(structure.id())) {
                    judge(structure, accounts, found);
                }
            }
        }
        return found;
    }

    private void judge(Structure structure, AccountsEvidence accounts, List<Checked> found) {
        Place place = Place.record(structure.id().value()).field("accounts");
        if (!accounts.conform()) {
            found.add(Verdict.error(this, place, Message.of("CHECK-FEC-CONFORM", accounts.file()))
                    .from(structure)
                    .checked());
        }
        if (accounts.unbalanced() > 0) {
            found.add(
                    Verdict.error(this, place, Message.of("CHECK-FEC-BALANCE", accounts.file(), accounts.unbalanced()))
                            .from(structure)
                            .checked());
        }
        if (accounts.unmatched() > 0) {
            found.add(Verdict.warning(
                            this,
                            place,
                            Message.of("CHECK-FEC-UNMATCHED", accounts.file(), accounts.unmatched(), accounts.amount()))
                    .from(structure)
                    .checked());
        }
    }
}
