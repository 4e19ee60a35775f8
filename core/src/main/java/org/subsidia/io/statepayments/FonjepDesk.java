package org.subsidia.io.statepayments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.OrganisationName;
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
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

/** Makes one grant of each FONJEP post: announced by year, paid and due by quarter. */
final class FonjepDesk {
    private static final String FONJEP = "FONJEP";

    private final IntakeDesk desk;
    private final StructureMatcher matcher;
    private final FunderFinder funders;
    private final Map<String, CellRow> parties = new HashMap<>();
    private final Map<String, String> schemes = new HashMap<>();

    FonjepDesk(IntakeDesk desk, Portfolio into, MatchOptions options, LocalDate day) {
        this.desk = desk;
        this.matcher = new StructureMatcher(desk, into.structures(), options, day);
        this.funders = new FunderFinder(desk, into);
    }

    void take(FonjepBook book) {
        book.findings().forEach(desk::add);
        book.parties().forEach(row -> parties.putIfAbsent(row.text("code"), row));
        book.schemes().forEach(row -> schemes.putIfAbsent(row.text("id"), row.text("label")));
        Map<String, List<CellRow>> posts = new LinkedHashMap<>();
        Map<String, List<CellRow>> payments = new LinkedHashMap<>();
        book.posts().forEach(row -> posts.computeIfAbsent(row.text("code"), key -> new ArrayList<>())
                .add(row));
        book.payments().forEach(row -> payments.computeIfAbsent(row.text("post"), key -> new ArrayList<>())
                .add(row));
        posts.forEach((code, years) -> post(code, years, payments.getOrDefault(code, List.of())));
        payments.keySet().stream()
                .filter(code -> !posts.containsKey(code))
                .forEach(code -> desk.add(Finding.warning(desk.file(), "PAY-POST-UNKNOWN", code)));
    }

    private void post(String code, List<CellRow> years, List<CellRow> quarters) {
        CellRow first = years.get(0);
        Optional<CellRow> party = Optional.ofNullable(parties.get(first.text("beneficiary")));
        String name = party.map(row -> row.text("name")).orElse(first.text("beneficiary"));
        String postcode = party.map(row -> row.text("postcode")).orElse("");
        if (OrganisationName.isPerson(name)) {
            desk.skip();
            return;
        }
        List<OrganisationId> numbers =
                party
                        .flatMap(row -> row.find("number"))
                        .flatMap(text -> OrganisationId.read(text).value())
                        .stream()
                        .toList();
        Beneficiary beneficiary = new Beneficiary(name, postcode, numbers);
        StructureMatch match = matcher.match(beneficiary);
        Post post = new Post(code, years, quarters);
        if (match.verdict() == StructureMatch.Verdict.NONE) {
            desk.skip(beneficiary, Optional.of(post.announced()).filter(any -> !isWrong(post)));
            return;
        }
        List<Finding> findings = new ArrayList<>(post.findings());
        if (isWrong(post)) {
            desk.note(Taken.refused(first.line(), findings));
            return;
        }
        post.compare(findings);
        StructureId structure = match.structure();
        GrantId id = IntakeDesk.id("fonjep", List.of(code));
        Taken.Kind kind;
        if (match.verdict() == StructureMatch.Verdict.REVIEW || structure == null) {
            kind = Taken.Kind.REVIEW;
        } else if (desk.knows(id, post.hash())) {
            kind = Taken.Kind.UNCHANGED;
        } else {
            kind = desk.grant(id).isPresent() ? Taken.Kind.UPDATED : Taken.Kind.NEW;
            desk.put(grant(id, structure, post));
        }
        String scheme = schemes.getOrDefault(first.text("scheme"), FONJEP);
        desk.note(new Taken(
                first.line(),
                kind,
                scheme + ' ' + code,
                name,
                postcode,
                structure,
                match.score(),
                post.announced(),
                null,
                kind == Taken.Kind.REVIEW ? null : id,
                findings));
    }

    private static boolean isWrong(Post post) {
        return post.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private Grant grant(GrantId id, StructureId structure, Post post) {
        CellRow first = post.years().get(0);
        Grant before =
                desk.grant(id).orElseGet(() -> Grant.builder(id, structure).build());
        String scheme = schemes.getOrDefault(first.text("scheme"), FONJEP);
        List<StagedAmount> amounts = new ArrayList<>();
        amounts.add(new StagedAmount(AmountStage.AWARDED, post.announced(), null, null));
        before.amounts().stream()
                .filter(one -> one.stage() != AmountStage.AWARDED)
                .forEach(amounts::add);
        PaidHistory history = PaidHistory.of(before.toBuilder().amounts(amounts).build());
        List<ScheduleStep> due = new ArrayList<>();
        for (Quarter quarter : post.quarters()) {
            LocalDate day = quarter.day();
            Money paid = quarter.paid();
            if (paid != null && day != null) {
                history.put(quarter.key(), day, paid);
            } else {
                due.add(new ScheduleStep(
                        quarter.key(),
                        StepRole.INTERIM,
                        new Trigger.OnDate(quarter.to()),
                        new Portion.Amount(quarter.due()),
                        null,
                        false,
                        null,
                        null));
            }
        }
        List<YearLine> yearLines = new ArrayList<>();
        post.byYear().forEach((year, amount) -> yearLines.add(new YearLine(YearLineKind.INCOME, year, amount)));
        FunderId payer = funders.of(FONJEP, Optional.empty(), FunderLevel.OTHER_PUBLIC);
        Grant.Builder grant = before.toBuilder()
                .purpose(scheme + ", poste " + post.code())
                .reference(post.code())
                .scheme(scheme)
                .payer(payer)
                .decisionMaker(funder(first.text("decider"), payer))
                .origin(funder(first.text("origin"), payer))
                .amounts(history.amounts())
                .yearLines(yearLines)
                .schedule(due)
                .dates(before.dates().toBuilder()
                        .end(first.day("end").orElse(before.dates().end()))
                        .build())
                .addProvenance(desk.provenance(first.line(), post.hash(), post.announced()));
        if (before.provenance().isEmpty()) {
            grant.state(GrantState.UNDER_CONVENTION);
        }
        return grant.build();
    }

    private FunderId funder(String code, FunderId fallback) {
        CellRow party = parties.get(code);
        return party == null || party.text("name").isEmpty()
                ? fallback
                : funders.of(party.text("name"), Optional.empty(), FunderLevel.STATE);
    }

    /** A quarter: due, and paid where it has a day and an amount. */
    private record Quarter(
            LocalDate from,
            LocalDate to,
            Money due,
            @Nullable LocalDate day,
            @Nullable Money paid) {
        String key() {
            return from + "/" + to;
        }
    }

    /** A post with its years and quarters. */
    private static final class Post {
        private final String code;
        private final List<CellRow> years;
        private final List<CellRow> rows;
        private final List<Quarter> quarters = new ArrayList<>();
        private final Map<Integer, Money> byYear = new TreeMap<>();

        Post(String code, List<CellRow> years, List<CellRow> rows) {
            this.code = code;
            this.years = years;
            this.rows = rows;
            years.forEach(this::year);
            rows.forEach(this::quarter);
        }

        private void year(CellRow row) {
            Optional<Money> amount = row.money("amount", DecimalMark.POINT);
            row.need("amount");
            String year = row.text("year").replace(".0", "");
            if (!year.matches("(?:19|20)\\d{2}")) {
                row.add(Finding.error(row.place("year"), "PAY-YEAR", year));
            } else if (row.text("status").equals("Attribué")) {
                amount.ifPresent(money -> byYear.merge(Integer.parseInt(year), money, Money::plus));
            } else {
                row.add(Finding.info(row.place("status"), "PAY-POST-STATUS", code, year, row.text("status")));
            }
        }

        private void quarter(CellRow row) {
            Optional<LocalDate> from = row.day("from");
            Optional<LocalDate> to = row.day("to");
            Optional<Money> due = row.money("due", DecimalMark.POINT);
            row.need("from");
            row.need("to");
            row.need("due");
            Optional<LocalDate> day = row.day("day");
            Optional<Money> paid = row.money("paid", DecimalMark.POINT);
            if (from.isPresent() && to.isPresent() && due.isPresent()) {
                quarters.add(new Quarter(from.get(), to.get(), due.get(), day.orElse(null), paid.orElse(null)));
            }
        }

        List<Finding> findings() {
            List<Finding> findings = new ArrayList<>();
            years.forEach(row -> findings.addAll(row.findings()));
            rows.forEach(row -> findings.addAll(row.findings()));
            return findings;
        }

        String code() {
            return code;
        }

        List<CellRow> years() {
            return years;
        }

        List<Quarter> quarters() {
            return quarters;
        }

        Map<Integer, Money> byYear() {
            return byYear;
        }

        Money announced() {
            return byYear.values().stream().reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
        }

        /** The quarters of a year are not always what was announced for it. */
        void compare(List<Finding> findings) {
            Map<Integer, Money> due = new TreeMap<>();
            quarters.forEach(quarter -> due.merge(quarter.from().getYear(), quarter.due(), Money::plus));
            byYear.forEach((year, announced) -> {
                Money sum = due.get(year);
                if (sum != null && !sum.equals(announced)) {
                    findings.add(Finding.warning(
                            years.get(0).place(),
                            "PAY-FONJEP-DIFFERS",
                            code,
                            Integer.toString(year),
                            announced,
                            sum,
                            announced.minus(sum)));
                }
            });
        }

        String hash() {
            List<String> cells = new ArrayList<>();
            years.forEach(row -> cells.addAll(
                    row.cells(List.of("code", "scheme", "status", "origin", "decider", "year", "amount", "end"))));
            rows.forEach(row -> cells.addAll(row.cells(List.of("from", "to", "day", "due", "paid"))));
            return IntakeDesk.hash(cells);
        }
    }
}
