package org.subsidia.io.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.subsidia.identity.NameIndex;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.OrganisationName;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;

/** Finds funders of a portfolio by number, else by the same name, and makes those that are missing. For one thread. */
public final class FunderFinder {
    private final IntakeDesk desk;
    private final Map<String, FunderId> numbers = new HashMap<>();
    private final NameIndex<FunderId> names = new NameIndex<>();

    /**
     * A finder.
     *
     * @param desk where funders that are missing are written
     * @param into the portfolio
     */
    public FunderFinder(IntakeDesk desk, Portfolio into) {
        this.desk = desk;
        into.funders().forEach(this::know);
    }

    private void know(Funder funder) {
        Optional.ofNullable(funder.siren()).ifPresent(siren -> numbers.putIfAbsent(siren, funder.id()));
        Optional.ofNullable(funder.siret())
                .filter(Siret::isValid)
                .ifPresent(siret -> numbers.putIfAbsent(siret.substring(0, 9), funder.id()));
        names.put(funder.name(), funder.id());
    }

    /**
     * The funder of a name.
     *
     * @param name as the file writes it, not blank
     * @param number its number, where the file has one
     * @param level its level, for one that is made
     * @return its id
     */
    public FunderId of(String name, Optional<OrganisationId> number, FunderLevel level) {
        Optional<String> siren = number.flatMap(OrganisationId::legalUnit).map(Siren::value);
        Optional<FunderId> known =
                siren.map(numbers::get).or(() -> names.find(name).stream().findFirst());
        if (known.isPresent()) {
            return known.get();
        }
        FunderId id = new FunderId(siren.map(one -> "siren-" + one)
                .orElse(OrganisationName.of(name).id()));
        if (desk.find(id).isEmpty()) {
            Funder funder = Funder.builder(id, level, name)
                    .siren(siren.orElse(null))
                    .siret(number.filter(Siret.class::isInstance)
                            .map(OrganisationId::value)
                            .orElse(null))
                    .build();
            desk.put(funder);
            know(funder);
        }
        return id;
    }
}
