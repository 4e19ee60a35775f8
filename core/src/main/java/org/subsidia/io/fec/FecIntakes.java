package org.subsidia.io.fec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/**
 * FECs on their way into a portfolio together, each on top of those before it: money that stands in two of them comes in once.
 *
 * @param intakes one a file that can be used, in the order of the files
 * @param refused why other files cannot be used; empty: all can
 * @param into the portfolio that would receive them
 */
public record FecIntakes(List<FecIntake> intakes, List<Finding> refused, Portfolio into) {

    /** Copies the lists. */
    public FecIntakes {
        intakes = List.copyOf(intakes);
        refused = List.copyOf(refused);
    }

    /**
     * Prepares an import.
     *
     * @param files the FECs
     * @param into the portfolio that would receive them
     * @param options how they are brought to it
     * @return what would be done
     */
    public static FecIntakes prepare(List<Path> files, Portfolio into, FecIntakeOptions options) {
        Portfolio portfolio = into;
        List<FecIntake> intakes = new ArrayList<>();
        List<Finding> refused = new ArrayList<>();
        for (Path file : files) {
            Reading<FecIntake> read = FecIntake.prepare(file, portfolio, options);
            FecIntake intake = read.value().orElse(null);
            if (intake == null) {
                refused.addAll(read.findings());
            } else {
                intakes.add(intake);
                portfolio = portfolio.apply(intake.edit("", intake.lines(), true));
            }
        }
        return new FecIntakes(intakes, refused, into);
    }

    /**
     * The edit that adds receipts to their grants, and the cash of closing days to the structures.
     *
     * @param label of the edit, in the words of who does it
     * @param chosen lines of these files; those that bring nothing are passed over
     * @param cash balances of these files
     * @return one batch, nothing where none is chosen
     */
    public Edit edit(String label, Collection<FecIntake.Line> chosen, Collection<CashBalance> cash) {
        Map<GrantId, List<Receipt>> receipts = new LinkedHashMap<>();
        for (FecIntake.Line line : chosen) {
            Grant grant = line.match().grant();
            Receipt receipt = line.receipt();
            if (grant != null && receipt != null) {
                receipts.computeIfAbsent(grant.id(), any -> new ArrayList<>()).add(receipt);
            }
        }
        List<Edit> edits = new ArrayList<>();
        receipts.forEach((id, more) -> into.grant(id).ifPresent(grant -> {
            List<Receipt> all = new ArrayList<>(grant.receipts());
            all.addAll(more);
            edits.add(Edit.put(grant.toBuilder().receipts(all).build()));
        }));
        Map<StructureId, Structure> owners = new LinkedHashMap<>();
        for (FecIntake intake : intakes) {
            Structure owner = intake.structure();
            CashBalance balance = intake.cash();
            if (owner != null && balance != null && cash.contains(balance)) {
                Structure now = owners.getOrDefault(
                        owner.id(), into.structure(owner.id()).orElse(owner));
                owners.put(owner.id(), now.toBuilder().addCashBalance(balance).build());
            }
        }
        owners.values().forEach(owner -> edits.add(Edit.put(owner)));
        return edits.isEmpty() ? Edit.nothing() : Edit.batch(label, edits);
    }
}
