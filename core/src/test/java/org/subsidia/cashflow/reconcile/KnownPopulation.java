package org.subsidia.cashflow.reconcile;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** One year of a few structures whose truth is known, drawn from a seed: what was expected, and which movement paid what. */
final class KnownPopulation {

    /**
     * What the years are like.
     *
     * @param name for messages
     * @param round whether grants are of round amounts that repeat; else a share of a budget in cents, one in three rounded
     * @param references how many of 100 grants have a reference
     * @param said how many of 100 movements of such a grant say it
     * @param late the usual distance of a payment from its day
     * @param skewed whether it is never early
     * @param unpaid how many of 100 steps are not paid
     * @param together how many of 100 grants are paid two steps at once
     * @param parts how many of 100 payments come in parts
     * @param noise movements of others a structure
     * @param near how many of 100 noise movements are a payment’s amount, or one that nearly is
     * @param unknown how many of 100 noise movements are a funder’s, for a grant that the portfolio does not know
     */
    record Settings(
            String name,
            boolean round,
            int references,
            int said,
            int late,
            boolean skewed,
            int unpaid,
            int together,
            int parts,
            int noise,
            int near,
            int unknown) {}

    /** A funder, how banks write who pays, and how its references look. */
    record Payer(FunderLevel level, String name, String pattern, List<String> spellings) {}

    /** The words of a population: populations of other words have nothing in common but the rules of drawing. */
    record Words(List<Payer> payers, List<String> purposes, List<String> hints, List<String> others) {}

    private static final int[] AMOUNTS = {1_500, 3_000, 5_000, 5_000, 8_000, 10_000, 10_000, 15_000, 20_000, 24_000};
    private static final String[] STEPS = {"avance", "acompte", "solde"};
    private static final int[] SHARES = {50, 30, 20};

    private final Settings settings;
    private final Words words;
    private final Random random;
    private final List<Edit> edits = new ArrayList<>();
    private final List<StructureId> structures = new ArrayList<>();
    private final Map<StructureId, List<ExpectedPayment>> expected = new HashMap<>();
    private final Map<StructureId, List<BankEntry>> entries = new HashMap<>();
    private final Map<String, Set<String>> truth = new HashMap<>();
    private final Portfolio portfolio;
    private int paid;
    private int serial;

    KnownPopulation(Settings settings, Words words, long seed, int count) {
        this.settings = settings;
        this.words = words;
        this.random = new Random(seed);
        for (Payer payer : words.payers()) {
            edits.add(Edit.put(
                    Funder.builder(id(payer), payer.level(), payer.name()).build()));
        }
        for (int i = 0; i < count; i++) {
            structure(new StructureId("s" + i));
        }
        portfolio = Portfolio.empty().apply(Edit.batch("", edits));
    }

    private static FunderId id(Payer payer) {
        return new FunderId(payer.level().name());
    }

    private boolean happens(int ofHundred) {
        return random.nextInt(100) < ofHundred;
    }

    private void structure(StructureId id) {
        structures.add(id);
        expected.put(id, new ArrayList<>());
        entries.put(id, new ArrayList<>());
        edits.add(Edit.put(Structure.builder(id, "Structure " + id).build()));
        int grants = 4 + random.nextInt(8);
        for (int i = 0; i < grants; i++) {
            grant(id, i);
        }
        for (int i = 0; i < settings.noise(); i++) {
            noise(id);
        }
    }

    private Money amount() {
        if (settings.round() || random.nextInt(3) == 0) {
            return euros(AMOUNTS[random.nextInt(AMOUNTS.length)] * 100L);
        }
        return euros(100_000L + random.nextInt(6_000_000));
    }

    private void grant(StructureId structure, int number) {
        Payer payer = words.payers().get(random.nextInt(words.payers().size()));
        Money amount = amount();
        String reference = happens(settings.references()) ? payer.pattern() + (1000 + random.nextInt(9000)) : null;
        Grant grant = Grant.builder(new GrantId(structure + "-g" + number), structure)
                .purpose(words.purposes().get(random.nextInt(words.purposes().size())))
                .payer(id(payer))
                .decisionMaker(id(payer))
                .origin(id(payer))
                .reference(reference)
                .fiscalYear(2026)
                .state(GrantState.UNDER_CONVENTION)
                .build();
        edits.add(Edit.put(grant));
        List<ExpectedPayment> steps = new ArrayList<>();
        Money left = amount;
        for (int i = 0; i < STEPS.length; i++) {
            LocalDate day = LocalDate.of(2026, 1, 15).plusDays(random.nextInt(120) + i * 100L);
            Money part = i == STEPS.length - 1
                    ? left
                    : amount.multipliedBy(SHARES[i]).dividedBy(100, RoundingMode.DOWN);
            left = left.minus(part);
            Explanation why = Explanation.leaf(Message.of("CASH-DAY"), new Value.Day(day));
            steps.add(new ExpectedPayment(grant, STEPS[i], part, day, why));
        }
        expected.getOrDefault(structure, List.of()).addAll(steps);
        pay(structure, steps, payer, reference);
    }

    private void pay(StructureId structure, List<ExpectedPayment> steps, Payer payer, @Nullable String reference) {
        int together = happens(settings.together()) ? 2 : 1;
        for (int i = 0; i < steps.size(); i += together) {
            ExpectedPayment step = steps.get(i);
            if (happens(settings.unpaid())) {
                continue;
            }
            boolean two = together == 2 && i + 1 < steps.size();
            Money amount = two ? step.amount().plus(steps.get(i + 1).amount()) : step.amount();
            double drift = random.nextGaussian() * settings.late();
            LocalDate day = step.day().plusDays((long) (settings.skewed() ? Math.abs(drift) * 2 : drift));
            boolean parts = happens(settings.parts());
            Money first = parts ? amount.dividedBy(3, RoundingMode.DOWN) : amount;
            line(structure, step, day, first, payer, reference);
            if (parts) {
                line(structure, step, day.plusDays(random.nextInt(20)), amount.minus(first), payer, reference);
            }
        }
    }

    private void line(
            StructureId structure,
            ExpectedPayment step,
            LocalDate day,
            Money amount,
            Payer payer,
            @Nullable String reference) {
        String said = reference == null || !happens(settings.said()) ? "" : ' ' + reference;
        String hint = random.nextInt(3) == 0
                ? ' ' + words.hints().get(random.nextInt(words.hints().size()))
                : "";
        add(
                structure,
                day,
                amount,
                spelling(payer) + said + hint,
                step.grant().id().value());
        paid++;
    }

    private String spelling(Payer payer) {
        return payer.spellings().get(random.nextInt(payer.spellings().size()));
    }

    /** Money of others: members’ dues, services, refunds, and grants that the portfolio does not know. */
    private void noise(StructureId structure) {
        boolean unknown = happens(settings.unknown());
        String label = unknown
                ? spelling(words.payers().get(random.nextInt(words.payers().size())))
                : words.others().get(random.nextInt(words.others().size()));
        List<ExpectedPayment> own = expected.getOrDefault(structure, List.of());
        Money amount = amount().multipliedBy(SHARES[random.nextInt(3)]).dividedBy(100, RoundingMode.DOWN);
        if (happens(settings.near()) && !own.isEmpty()) {
            Money like = own.get(random.nextInt(own.size())).amount();
            long[] apart = {0, 0, 1, -1, 100, -100, 1_000};
            amount = like.plus(Money.ofMinor(CurrencyUnit.EUR, apart[random.nextInt(apart.length)]));
        }
        add(structure, LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)), amount, label, "");
    }

    private void add(StructureId structure, LocalDate day, Money amount, String label, String grant) {
        String own = label + " N" + serial++;
        entries.getOrDefault(structure, List.of())
                .add(new BankEntry(Place.NOWHERE, "", day, null, amount, own, null, null, null));
        truth.put(own + day, grant.isEmpty() ? Set.of() : Set.of(grant));
    }

    /** Movements that paid something. */
    int paid() {
        return paid;
    }

    /** Whether a movement paid grants of a match, and no others. */
    boolean isRight(BankEntry entry, Match match) {
        Set<String> grants = truth.getOrDefault(entry.label() + entry.date(), Set.of());
        return match.payments().stream()
                .allMatch(payment -> grants.contains(payment.grant().id().value()));
    }

    List<Match> matches(ReconcileOptions options) {
        List<Match> matches = new ArrayList<>();
        for (StructureId id : structures) {
            StatementBook book =
                    ReconciliationTest.book(entries.getOrDefault(id, List.of()).toArray(BankEntry[]::new));
            List<ExpectedPayment> own = expected.getOrDefault(id, List.of());
            matches.addAll(Reconciliation.of(portfolio, List.of(id), book, own, options)
                    .matches());
        }
        return matches;
    }

    private static Money euros(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }
}
