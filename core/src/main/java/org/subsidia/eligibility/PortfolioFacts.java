package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Evidence;
import org.subsidia.portfolio.FundingKind;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.territory.Departement;
import org.subsidia.territory.EuPeriod;
import org.subsidia.territory.Nuts;
import org.subsidia.territory.Region;
import org.subsidia.territory.RegionCategory;
import org.subsidia.territory.TerritoryCode;
import org.subsidia.territory.TerritoryLevel;

/**
 * What a portfolio knows of a request. What is not written down stays unknown: a list without entries does not say that there
 * is none.
 */
public final class PortfolioFacts {
    private final Portfolio portfolio;
    private final LocalDate date;
    private Facts facts;

    private PortfolioFacts(Portfolio portfolio, LocalDate date) {
        this.portfolio = portfolio;
        this.date = date;
        this.facts = Facts.on(date);
    }

    /**
     * The facts of a request.
     *
     * @param structure who asks
     * @param project for what, or null
     * @param grant the request itself, if it is in the portfolio, or null: it counts neither as aid received nor as other funding
     * @param call where it is filed, or null
     * @param portfolio where aid received and evidence are looked for
     * @param date the day of the verdict
     * @return what is known; the source of each fact is the id of its record
     */
    public static Facts of(
            Structure structure,
            @Nullable Project project,
            @Nullable Grant grant,
            @Nullable Call call,
            Portfolio portfolio,
            LocalDate date) {
        PortfolioFacts made = new PortfolioFacts(portfolio, date);
        made.structure(structure, grant);
        if (project != null) {
            made.project(project, grant);
        }
        if (grant != null) {
            made.request(grant);
        }
        if (call != null) {
            made.call(call);
        }
        return derived(made.facts);
    }

    /**
     * Adds what follows from other facts: the category of region from the territory of the project (decision (EU) 2021/1130).
     *
     * @param facts what is known
     * @return the facts with more, where it follows; what was known stays
     */
    public static Facts derived(Facts facts) {
        Optional<Facts.Known> territory = facts.find("project.territory");
        if (facts.find("project.region-category").isPresent()
                || territory.isEmpty()
                || !(territory.get().value() instanceof FactValue.Area area)) {
            return facts;
        }
        List<RegionCategory> categories = area.places().stream()
                .map(PortfolioFacts::categories)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return categories.size() == 1
                ? facts.with(
                        "project.region-category",
                        new FactValue.Code(categories.get(0).name()),
                        territory.get().source())
                : facts;
    }

    /** One where the whole territory has it; several, or none, where it cannot be told. */
    private static List<RegionCategory> categories(TerritoryCode place) {
        return switch (place.level()) {
            case REGION ->
                Region.find(place.code()).stream()
                        .flatMap(region -> region.categories(EuPeriod.P2021_2027).values().stream())
                        .map(rule -> rule.category())
                        .distinct()
                        .toList();
            case DEPARTEMENT -> ofDepartement(Departement.find(place.code()));
            case COMMUNE -> ofDepartement(Departement.ofCommune(place.code()));
            case NUTS ->
                Nuts.find(place.code()).flatMap(nuts -> nuts.category(EuPeriod.P2021_2027)).stream()
                        .map(rule -> rule.category())
                        .toList();
            case EPCI -> List.of();
        };
    }

    private static List<RegionCategory> ofDepartement(Optional<Departement> departement) {
        return departement.flatMap(d -> d.category(EuPeriod.P2021_2027)).stream()
                .map(rule -> rule.category())
                .toList();
    }

    private void put(String id, @Nullable FactValue value, String record) {
        if (value != null) {
            facts = facts.with(id, value, record);
        }
    }

    private static @Nullable FactValue day(@Nullable LocalDate day) {
        return day == null ? null : new FactValue.Day(day);
    }

    private static @Nullable FactValue amount(Optional<Money> money) {
        return money.filter(PortfolioFacts::isEuro)
                .<FactValue>map(FactValue.Amount::new)
                .orElse(null);
    }

    private static boolean isEuro(Money money) {
        return money.getCurrencyUnit().equals(CurrencyUnit.EUR);
    }

    private void structure(Structure structure, @Nullable Grant request) {
        String id = structure.id().value();
        put("structure.kind", new FactValue.Code(structure.kind().name()), id);
        String form = structure.legalForm();
        put("structure.legal-form", form == null ? null : new FactValue.Code(form), id);
        put("structure.created", day(structure.created()), id);
        structure
                .regionOn(date)
                .filter(code ->
                        TerritoryLevel.REGION.allows(code) && Region.find(code).isPresent())
                .ifPresent(code -> put(
                        "structure.seat",
                        new FactValue.Area(List.of(new TerritoryCode(TerritoryLevel.REGION, code))),
                        id));
        if (!structure.labels().isEmpty()) {
            put("structure.labels", new FactValue.Labels(structure.labels()), id);
        }
        if (structure.kind() == StructureKind.ASSOCIATION || structure.rna() != null) {
            put("structure.non-profit", new FactValue.Flag(true), id);
        }
        AidReceived received = AidReceived.of(structure, request, portfolio, date);
        received.deMinimis().ifPresent(aids -> put("structure.aid.deminimis", new FactValue.Aids(aids), id));
        received.clusterOperation().ifPresent(aids -> {
            put("structure.aid.cluster-operation", new FactValue.Aids(aids), id);
            aids.aids().stream()
                    .findFirst()
                    .ifPresent(first -> put("structure.cluster-aid-start", day(first.day()), id));
        });
        commitment(structure);
    }

    /** The latest document whose name says that it is the contract. */
    private void commitment(Structure structure) {
        for (Grant grant : portfolio.grantsOf(structure.id())) {
            for (Evidence evidence : grant.evidence()) {
                boolean isIt = evidence.name().toLowerCase(Locale.FRENCH).contains("engagement républicain");
                if (isIt && evidence.date() != null) {
                    put(
                            "structure.republican-commitment",
                            day(evidence.date()),
                            grant.id().value());
                }
            }
        }
    }

    private void project(Project project, @Nullable Grant request) {
        String id = project.id().value();
        put("project.cost", amount(project.totalCost()), id);
        boolean allSplit = !project.costs().isEmpty()
                && project.costs().stream().allMatch(cost -> cost.eligible() != null && isEuro(cost.eligible()));
        if (allSplit) {
            put(
                    "project.eligible-cost",
                    amount(Optional.of(Money.total(
                            project.costs().stream().map(ProjectCost::eligible).toList()))),
                    id);
        }
        if (project.window() != null) {
            put("project.start", day(project.window().first()), id);
            put("project.end", day(project.window().last()), id);
        }
        if (!project.partners().isEmpty()) {
            put("project.partners", new FactValue.Count(project.partners().size()), id);
        }
        List<FundingLine> lines = project.funding();
        boolean euros = lines.stream().allMatch(line -> isEuro(line.amount()));
        if (!lines.isEmpty() && euros) {
            put("project.public-funding", sum(lines, request, FundingKind.PUBLIC), id);
            put("project.own-funding", sum(lines, request, FundingKind.OWN), id);
            put("project.private-funding", sum(lines, request, FundingKind.PRIVATE), id);
        }
    }

    private static @Nullable FactValue sum(List<FundingLine> lines, @Nullable Grant request, FundingKind kind) {
        List<Money> amounts = new ArrayList<>(List.of(Money.zero(CurrencyUnit.EUR)));
        lines.stream()
                .filter(line -> line.kind() == kind)
                .filter(line -> request == null || !request.id().equals(line.grant()))
                .forEach(line -> amounts.add(line.amount()));
        return amount(Optional.of(Money.total(amounts)));
    }

    private void request(Grant grant) {
        String id = grant.id().value();
        put(
                "request.amount",
                amount(grant.amount(AmountStage.REQUESTED).or(() -> grant.amount(AmountStage.AWARDED))),
                id);
        put("request.date", day(grant.dates().request()), id);
        put("project.works-start", day(grant.dates().worksStart()), id);
        if (grant.spending() != null) {
            put("request.spending", new FactValue.Code(grant.spending().name()), id);
        }
        if (grant.regimes().size() == 1) {
            put(
                    "request.regime",
                    new FactValue.Code(grant.regimes().get(0).kind().name()),
                    id);
        }
        boolean pending = grant.state() == GrantState.PLANNED || grant.state() == GrantState.REQUESTED;
        if (facts.find("project.eligible-cost").isEmpty() && pending && grant.eligibleBase() != null) {
            put("project.eligible-cost", amount(Optional.of(grant.eligibleBase())), id);
        }
    }

    private void call(Call call) {
        String id = call.id().value();
        put("call.state", new FactValue.Code(call.state().name()), id);
        put("call.opens", day(call.opens()), id);
        put("call.closes", day(call.closes()), id);
        put("call.rate", call.rate() == null ? null : new FactValue.Share(call.rate()), id);
        put("call.minimum", amount(Optional.ofNullable(call.minimum())), id);
        put("call.maximum", amount(Optional.ofNullable(call.maximum())), id);
    }
}
