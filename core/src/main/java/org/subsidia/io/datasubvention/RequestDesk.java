package org.subsidia.io.datasubvention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Spelling;
import org.subsidia.io.exchange.FunderFinder;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.StructureMatch;
import org.subsidia.io.exchange.StructureMatcher;
import org.subsidia.io.exchange.Taken;
import org.subsidia.io.mapping.FunderLevels;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

/** Gathers the years of each request and makes one grant of them. */
final class RequestDesk {
    private static final String FORMAT = "dsub";

    private final IntakeDesk desk;
    private final StructureMatcher matcher;
    private final FunderFinder funders;
    private final Map<List<String>, List<Request>> requests = new LinkedHashMap<>();

    RequestDesk(IntakeDesk desk, Portfolio into, MatchOptions options, LocalDate day) {
        this.desk = desk;
        this.matcher = new StructureMatcher(desk, into.structures(), options, day);
        this.funders = new FunderFinder(desk, into);
    }

    void add(Request request) {
        StructureMatch match = matcher.match(request.beneficiary());
        StructureId structure = match.structure();
        if (match.verdict() == StructureMatch.Verdict.NONE || structure == null) {
            desk.skip(request.beneficiary(), request.awarded().or(request::asked));
            return;
        }
        List<Request> years =
                requests.computeIfAbsent(List.of(structure.value(), request.number()), key -> new ArrayList<>());
        Optional<Request> twice =
                years.stream().filter(one -> one.year().equals(request.year())).findFirst();
        if (twice.isEmpty()) {
            years.add(request);
        } else {
            boolean same = twice.get().cells().equals(request.cells());
            long line = twice.get().row().line();
            request.row()
                    .add(
                            same
                                    ? Finding.warning(request.row().place(), "DSUB-SAME", line)
                                    : Finding.error(request.row().place(), "DSUB-TWICE", line));
            desk.note(
                    same
                            ? taken(Taken.Kind.SKIPPED, List.of(request), structure, null)
                            : Taken.refused(request.row().line(), request.row().findings()));
        }
    }

    void done() {
        Map<String, Integer> commitments = new HashMap<>();
        requests.forEach((key, years) ->
                commitment(years).ifPresent(ej -> commitments.merge(key.get(0) + '\u001f' + ej, 1, Integer::sum)));
        requests.forEach((key, years) -> {
            StructureId structure = new StructureId(key.get(0));
            // of several requests under one commitment none can be told to be the grant that bears it
            Optional<GrantId> entered = commitment(years)
                    .filter(ej -> commitments.getOrDefault(structure.value() + '\u001f' + ej, 0) == 1)
                    .flatMap(ej -> desk.numbered(structure, ej));
            put(structure, entered.orElseGet(() -> IntakeDesk.id(FORMAT, key)), years);
        });
    }

    private void put(StructureId structure, GrantId id, List<Request> years) {
        String hash = IntakeDesk.hash(
                years.stream().flatMap(one -> one.cells().stream()).toList());
        if (desk.knows(id, hash)) {
            desk.note(taken(Taken.Kind.UNCHANGED, years, structure, id));
            return;
        }
        Optional<Grant> before = desk.grant(id);
        Grant start = before.orElseGet(() -> Grant.builder(id, structure).build());
        desk.put(grant(start, years, hash));
        desk.note(taken(before.isPresent() ? Taken.Kind.UPDATED : Taken.Kind.NEW, years, structure, id));
    }

    /** The commitment of a request, if all its years are under one. */
    private static Optional<String> commitment(List<Request> years) {
        Set<String> all = new HashSet<>();
        years.forEach(one -> one.ej().ifPresent(ej -> all.add(IntakeDesk.bare(ej))));
        return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
    }

    private Grant grant(Grant before, List<Request> years, String hash) {
        Request first = years.get(0);
        Optional<FunderId> decides = first.decides().map(this::funder);
        Optional<FunderId> pays = first.manages().map(this::funder).or(() -> decides);
        Optional<Money> awarded = awarded(years);
        Grant.Builder grant = before.toBuilder()
                .purpose(text(years, RequestTable.PURPOSE).orElse(before.purpose()))
                .reference(Optional.ofNullable(before.reference())
                        .or(first::ej)
                        .or(() -> text(years, RequestTable.REFERENCE))
                        .orElse(null))
                .scheme(scheme(first).orElse(before.scheme()))
                .payer(pays.orElse(before.payer()))
                .decisionMaker(decides.orElse(before.decisionMaker()))
                .form(form(first).orElse(before.form()))
                .amounts(amounts(before, years, awarded))
                .dates(dates(before.dates(), years))
                .yearLines(yearLines(before, years))
                .paymentTerms(terms(first).orElse(before.paymentTerms()))
                .addProvenance(desk.provenance(first.row().line(), hash, awarded.orElse(null)));
        if (before.fiscalYear() == null && years.size() == 1) {
            first.year().ifPresent(grant::fiscalYear);
        }
        boolean open = before.state() == GrantState.PLANNED || before.state() == GrantState.REQUESTED;
        if (open) {
            grant.state(state(years));
        }
        return grant.build();
    }

    private FunderId funder(Request.Party party) {
        return funders.of(party.name(), party.number(), level(party));
    }

    private static FunderLevel level(Request.Party party) {
        Optional<String> siren =
                party.number().flatMap(OrganisationId::legalUnit).map(Siren::value);
        return FunderLevels.of(siren, Optional.of(party.name()));
    }

    private static Optional<String> text(List<Request> years, String cell) {
        return years.stream().flatMap(one -> one.row().find(cell).stream()).findFirst();
    }

    private static Optional<String> scheme(Request request) {
        List<String> words = Stream.of(RequestTable.SCHEME, RequestTable.PART)
                .flatMap(cell -> request.row().find(cell).stream())
                .distinct()
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" – ", words));
    }

    private static Optional<AidForm> form(Request request) {
        return request.row().find(RequestTable.NATURE).map(Spelling::key).flatMap(nature -> {
            if (nature.contains("numeraire") || nature.equals("money")) {
                return Optional.of(nature.contains("nature") ? AidForm.CASH_AND_IN_KIND : AidForm.CASH);
            }
            return nature.contains("nature") ? Optional.of(AidForm.IN_KIND) : Optional.empty();
        });
    }

    /** In the words that open data of subsidies writes. */
    private static Optional<String> terms(Request request) {
        return request.row().find(RequestTable.TERMS_WORDS).or(() -> request.row()
                .find(RequestTable.TERMS)
                .map(Spelling::key)
                .flatMap(terms -> switch (terms) {
                    case "unique" -> Optional.of("unique");
                    case "phased", "echelonne" -> Optional.of("échelonné");
                    default -> Optional.empty();
                }));
    }

    /** The money of the years of which all are known; what only some years tell is no total. */
    private static Optional<Money> total(List<Request> years, Function<Request, Optional<Money>> money) {
        List<Money> known =
                years.stream().flatMap(one -> money.apply(one).stream()).toList();
        return known.isEmpty() || known.size() < years.size() ? Optional.empty() : Optional.of(Money.total(known));
    }

    private static List<Request> awardedYears(List<Request> years) {
        return years.stream().filter(one -> one.status() == Status.AWARDED).toList();
    }

    private Optional<Money> awarded(List<Request> years) {
        for (Request one : years) {
            boolean positive = one.awarded().filter(Money::isPositive).isPresent();
            if (one.status() == Status.AWARDED && one.awarded().isEmpty()) {
                one.row().add(Finding.warning(one.row().place(), "DSUB-AWARD-MISSING"));
            } else if (one.status() != Status.AWARDED && positive) {
                one.row()
                        .add(Finding.warning(
                                one.row().place(),
                                "DSUB-AWARD-DENIED",
                                one.awarded().orElseThrow(),
                                one.row().text(RequestTable.STATUS)));
            }
            if (one.status() == Status.INELIGIBLE) {
                one.row().add(Finding.info(one.row().place(), "DSUB-INELIGIBLE"));
            }
        }
        return total(awardedYears(years), Request::awarded);
    }

    private List<StagedAmount> amounts(Grant before, List<Request> years, Optional<Money> awarded) {
        List<StagedAmount> amounts = new ArrayList<>();
        Request first = years.get(0);
        Optional<Money> asked = total(years, Request::asked);
        asked.ifPresent(money -> amounts.add(new StagedAmount(
                AmountStage.REQUESTED,
                money,
                first.row().day(RequestTable.FILED).orElse(null),
                null)));
        awarded.ifPresent(money -> amounts.add(new StagedAmount(
                AmountStage.AWARDED,
                money,
                first.row().day(RequestTable.DECISION).orElse(null),
                null)));
        Optional<StagedAmount> paid = first.paid()
                .map(money ->
                        new StagedAmount(AmountStage.PAID, money, first.paidOn().orElse(null), "data.subvention"));
        before.amounts().stream()
                .filter(one -> switch (one.stage()) {
                    case REQUESTED -> asked.isEmpty();
                    case AWARDED -> awarded.isEmpty();
                    case PAID -> paid.isEmpty() || !"data.subvention".equals(one.reason());
                    default -> true;
                })
                .forEach(amounts::add);
        paid.ifPresent(amounts::add);
        return amounts;
    }

    /** By year where there are several; other lines of the grant stay. */
    private static List<YearLine> yearLines(Grant before, List<Request> years) {
        Map<Integer, Money> byYear = new TreeMap<>();
        if (years.size() > 1) {
            awardedYears(years).forEach(one -> one.year()
                    .ifPresent(year -> one.awarded().ifPresent(money -> byYear.put(year, money))));
        }
        List<YearLine> lines = new ArrayList<>(before.yearLines());
        lines.removeIf(line -> line.kind() == YearLineKind.INCOME && byYear.containsKey(line.year()));
        byYear.forEach((year, money) -> lines.add(new YearLine(YearLineKind.INCOME, year, money)));
        return lines;
    }

    private static GrantDates dates(GrantDates before, List<Request> years) {
        Request first = years.get(0);
        GrantDates.Builder dates = before.toBuilder()
                .request(first.row().day(RequestTable.FILED).orElse(before.request()))
                .decision(first.row().day(RequestTable.DECISION).orElse(before.decision()));
        // of a request that was not awarded the format fills the date of a convention all the same
        convention(years).ifPresent(dates::convention);
        return dates.build();
    }

    private static Optional<LocalDate> convention(List<Request> years) {
        return awardedYears(years).stream()
                .flatMap(one -> one.row().day(RequestTable.CONVENTION).stream())
                .findFirst();
    }

    private static GrantState state(List<Request> years) {
        if (!awardedYears(years).isEmpty()) {
            return convention(years).isPresent() ? GrantState.UNDER_CONVENTION : GrantState.AWARDED;
        }
        boolean pending = years.stream().anyMatch(one -> one.status() == Status.PENDING);
        return pending ? GrantState.REQUESTED : GrantState.REFUSED;
    }

    private static Taken taken(Taken.Kind kind, List<Request> years, StructureId structure, @Nullable GrantId id) {
        Request first = years.get(0);
        String shown = first.beneficiary().number().orElseThrow().value();
        return new Taken(
                first.row().line(),
                kind,
                text(years, RequestTable.PURPOSE).or(() -> scheme(first)).orElse(""),
                shown,
                "",
                structure,
                100,
                total(awardedYears(years), Request::awarded)
                        .or(() -> total(years, Request::asked))
                        .orElse(null),
                null,
                id,
                years.stream().flatMap(one -> one.row().findings().stream()).toList());
    }
}
