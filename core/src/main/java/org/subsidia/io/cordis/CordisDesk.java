package org.subsidia.io.cordis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.OrganisationName;
import org.subsidia.identity.VatNumber;
import org.subsidia.io.exchange.Beneficiary;
import org.subsidia.io.exchange.CellRow;
import org.subsidia.io.exchange.FunderFinder;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.StructureMatch;
import org.subsidia.io.exchange.StructureMatcher;
import org.subsidia.io.exchange.Taken;
import org.subsidia.money.DecimalMark;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;

/** Makes grants of participations, one row after the other. */
final class CordisDesk {
    private static final String COMMISSION = "Commission européenne";
    private static final String FRANCE = "FR";
    private static final List<String> USED =
            List.of("project", "acronym", "vat", "name", "postcode", "country", "role", "net", "total", "ended");

    private final IntakeDesk desk;
    private final Portfolio into;
    private final StructureMatcher matcher;
    private final FunderFinder funders;
    private final Map<String, CellRow> projects;
    private final Map<List<String>, Integer> ranks = new HashMap<>();

    CordisDesk(IntakeDesk desk, Portfolio into, MatchOptions options, LocalDate day, Map<String, CellRow> projects) {
        this.desk = desk;
        this.into = into;
        this.matcher = new StructureMatcher(desk, into.structures(), options, day);
        this.funders = new FunderFinder(desk, into);
        this.projects = projects;
    }

    void take(CellRow row) {
        String country = row.text("country");
        boolean shifted = row.isShifted()
                || !row.text("project").matches("\\d{3,12}")
                || !country.matches("[A-Z]{2}")
                || !row.text("ended").matches("(?i:true|false)?");
        if (shifted) {
            row.add(Finding.error(row.place(), "XCH-ROW-SHIFTED", row.line()));
            desk.note(Taken.refused(row.line(), row.findings()));
            return;
        }
        String name = row.text("name");
        if (!country.equals(FRANCE) || OrganisationName.isPerson(name)) {
            desk.skip();
            return;
        }
        List<OrganisationId> numbers = row
                .find("vat")
                .flatMap(vat -> VatNumber.read(vat).value())
                .stream()
                .<OrganisationId>map(VatNumber::siren)
                .toList();
        Beneficiary beneficiary = new Beneficiary(name, row.text("postcode"), numbers);
        StructureMatch match = matcher.match(beneficiary);
        Optional<Money> net = row.money("net", DecimalMark.COMMA);
        if (match.verdict() == StructureMatch.Verdict.NONE) {
            desk.skip(beneficiary, net);
            return;
        }
        row.need("net");
        Optional<Money> total = row.money("total", DecimalMark.COMMA);
        if (row.isRefused() || net.isEmpty()) {
            desk.note(Taken.refused(row.line(), row.findings()));
            return;
        }
        if (row.text("ended").equalsIgnoreCase("true")) {
            row.add(Finding.info(row.place("ended"), "CORDIS-ENDED", row.text("project")));
        }
        StructureId structure = match.structure();
        if (match.verdict() == StructureMatch.Verdict.REVIEW || structure == null) {
            note(row, Taken.Kind.REVIEW, match, net.get(), null);
        } else {
            put(row, match, structure, net.get(), total.filter(Money::isPositive));
        }
    }

    private void put(CellRow row, StructureMatch match, StructureId structure, Money net, Optional<Money> total) {
        String number = row.text("project");
        List<String> key = List.of(number, structure.value());
        int rank = ranks.merge(key, 1, Integer::sum);
        List<String> ranked = new ArrayList<>(key);
        if (rank > 1) {
            ranked.add(Integer.toString(rank));
        }
        Optional<CellRow> project = Optional.ofNullable(projects.get(number));
        List<String> cells = new ArrayList<>(row.cells(USED));
        project.ifPresent(
                one -> cells.addAll(one.cells(List.of("title", "start", "end", "signed", "framework", "scheme"))));
        String hash = IntakeDesk.hash(cells);
        GrantId id = rank > 1
                ? IntakeDesk.id("cordis", ranked)
                : desk.numbered(structure, number).orElseGet(() -> IntakeDesk.id("cordis", ranked));
        if (desk.knows(id, hash)) {
            note(row, Taken.Kind.UNCHANGED, match, net, id);
            return;
        }
        Optional<Grant> before = desk.grant(id);
        desk.put(grant(before.orElseGet(() -> Grant.builder(id, structure).build()), row, project, net, total, hash));
        note(row, before.isPresent() ? Taken.Kind.UPDATED : Taken.Kind.NEW, match, net, id);
    }

    private Grant grant(
            Grant before, CellRow row, Optional<CellRow> project, Money net, Optional<Money> total, String hash) {
        FunderId commission = commission();
        LocalDate signed =
                project.flatMap(one -> one.day("signed")).orElse(before.dates().convention());
        GrantDates dates = before.dates().toBuilder()
                .convention(signed)
                .start(project.flatMap(one -> one.day("start"))
                        .orElse(before.dates().start()))
                .end(project.flatMap(one -> one.day("end"))
                        .orElse(before.dates().end()))
                .build();
        List<StagedAmount> amounts = new ArrayList<>();
        amounts.add(new StagedAmount(AmountStage.AWARDED, net, signed, null));
        before.amounts().stream()
                .filter(one -> one.stage() != AmountStage.AWARDED)
                .forEach(amounts::add);
        Grant.Builder grant = before.toBuilder()
                .purpose(purpose(row, project))
                .reference(row.text("project"))
                .scheme(project.flatMap(CordisDesk::scheme).orElse(before.scheme()))
                .payer(commission)
                .decisionMaker(commission)
                .origin(commission)
                .amounts(amounts)
                .eligibleBase(total.orElse(before.eligibleBase()))
                .dates(dates)
                .addProvenance(desk.provenance(row.line(), hash, net));
        if (before.provenance().isEmpty()) {
            grant.state(GrantState.UNDER_CONVENTION);
        }
        return grant.build();
    }

    /** The only funder of the portfolio that is the Union itself, else the one of this name. */
    private FunderId commission() {
        List<FunderId> direct = into.funders().stream()
                .filter(one -> one.level() == FunderLevel.EU_DIRECT)
                .map(Funder::id)
                .toList();
        return direct.size() == 1 ? direct.get(0) : funders.of(COMMISSION, Optional.empty(), FunderLevel.EU_DIRECT);
    }

    private static Optional<String> scheme(CellRow project) {
        String words = (project.text("framework") + ' ' + project.text("scheme")).strip();
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static String purpose(CellRow row, Optional<CellRow> project) {
        String acronym = row.find("acronym")
                .or(() -> project.map(one -> one.text("acronym")))
                .orElse("");
        String title = project.map(one -> one.text("title")).orElse("");
        return title.isEmpty() || acronym.isEmpty() ? acronym + title : acronym + " : " + title;
    }

    private void note(CellRow row, Taken.Kind kind, StructureMatch match, Money net, @Nullable GrantId id) {
        Optional<CellRow> project = Optional.ofNullable(projects.get(row.text("project")));
        desk.note(new Taken(
                row.line(),
                kind,
                purpose(row, project),
                row.text("name"),
                row.text("postcode"),
                match.structure(),
                match.score(),
                net,
                null,
                id,
                row.findings()));
    }
}
