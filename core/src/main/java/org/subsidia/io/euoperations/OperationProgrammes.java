package org.subsidia.io.euoperations;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.cofinancing.EuFund;
import org.subsidia.identity.Cci;
import org.subsidia.identity.OrganisationName;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.territory.EuPeriod;

/** Finds the programme of an operation in the portfolio, else in the catalogue, else makes it; and whose funds they are. */
final class OperationProgrammes {
    private final IntakeDesk desk;
    private final Portfolio into;
    private final EuPeriod period;
    private final Map<List<String>, Programme> found = new HashMap<>();
    private final Map<String, FunderId> origins = new HashMap<>();

    OperationProgrammes(IntakeDesk desk, Portfolio into, EuPeriod period) {
        this.desk = desk;
        this.into = into;
        this.period = period;
    }

    /** The portfolio before the import: of programmes made here the period and fund are in the programme itself. */
    Portfolio known() {
        return into;
    }

    Programme of(Operation operation) {
        List<String> key =
                List.of(operation.cci(), operation.fund(), operation.cci().isEmpty() ? operation.programme() : "");
        Programme before = found.get(key);
        if (before != null) {
            return before;
        }
        Programme programme = look(operation);
        found.put(key, programme);
        return programme;
    }

    private Programme look(Operation operation) {
        Optional<String> cci = Cci.read(operation.cci()).value().map(Cci::value);
        Optional<Programme> known = only(into.programmes(), cci, operation.fund());
        if (known.isPresent()) {
            return known.get();
        }
        Catalogue catalogue = Catalogue.standard();
        Optional<Programme> listed = only(catalogue.programmes(), cci, operation.fund());
        if (listed.isPresent()) {
            desk.put(catalogue.toEdits(List.of(listed.get().id()), desk.portfolio()));
            return listed.get();
        }
        return made(operation, cci, catalogue);
    }

    /** The one programme of a number and a fund. */
    private static Optional<Programme> only(List<Programme> programmes, Optional<String> cci, String fund) {
        List<Programme> same = programmes.stream()
                .filter(one -> cci.isPresent() && cci.get().equals(one.code()))
                .filter(one -> sameFund(one.fund() == null ? "" : one.fund(), fund))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private static boolean sameFund(String one, String other) {
        Optional<EuFund> fund = EuFund.read(one);
        return fund.isPresent() ? fund.equals(EuFund.read(other)) : one.equalsIgnoreCase(other);
    }

    private Programme made(Operation operation, Optional<String> cci, Catalogue catalogue) {
        String fund = operation.fund();
        String label = operation.programme().isEmpty() ? fund + ' ' + period.text() : operation.programme();
        String base = cci.orElseGet(
                () -> period.text() + '-' + OrganisationName.of(label).key());
        ProgrammeId id =
                new ProgrammeId("eu-" + base + '-' + OrganisationName.of(fund).key());
        Optional<Programme> there = desk.find(id).map(Programme.class::cast);
        if (there.isPresent()) {
            return there.get();
        }
        Optional<Programme> parent = Stream.concat(into.programmes().stream(), catalogue.programmes().stream())
                .filter(one -> cci.isPresent() && cci.get().equals(one.code()) && one.fund() == null)
                .findFirst();
        parent.filter(one -> desk.find(one.id()).isEmpty())
                .ifPresent(one -> desk.put(catalogue.toEdits(List.of(one.id()), desk.portfolio())));
        Programme programme = Programme.builder(id, ProgrammeKind.EU_FUND, fund.isEmpty() ? label : label + ", " + fund)
                .code(cci.orElse(null))
                .fund(fund.isEmpty() ? null : fund)
                .parent(parent.map(Programme::id).orElse(null))
                .funder(parent.map(Programme::funder).orElse(null))
                .period(DateWindow.of(period.start(), period.end()))
                .build();
        desk.put(programme);
        return programme;
    }

    /** Whose funds they are: the Union’s, by fund; a funder of the portfolio that says so in its name is taken. */
    FunderId origin(String fund) {
        return origins.computeIfAbsent(fund, this::union);
    }

    private FunderId union(String fund) {
        String key = OrganisationName.of(fund).key();
        Optional<Funder> known = into.funders().stream()
                .filter(one -> one.level() == FunderLevel.EU_SHARED)
                .filter(one -> !key.isEmpty()
                        && OrganisationName.of(one.name()).words().contains(key))
                .findFirst();
        if (known.isPresent()) {
            return known.get().id();
        }
        FunderId id = new FunderId("union-" + (key.isEmpty() ? "fonds" : key));
        if (desk.find(id).isEmpty()) {
            String name = fund.isEmpty() ? "Union européenne" : "Union européenne, " + fund.toUpperCase(Locale.ROOT);
            desk.put(Funder.builder(id, FunderLevel.EU_SHARED, name).build());
        }
        return id;
    }
}
