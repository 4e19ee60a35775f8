package org.subsidia.stateaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Structure;

/** Counts one headroom: each ceiling that the regulation is bound by, less the aid that counts towards it. */
final class HeadroomCount {
    private static final String CEILING = "deminimis.ceiling.";
    private static final String CUMULATION = "deminimis.cumulation.";
    private static final String REGISTER = "deminimis.register.first-day";
    private static final String FREIGHT = "road-freight";
    private static final String WITH_REGISTER = "-register";

    private final DeMinimisRule rule;
    private final LocalDate day;
    private final Law law;
    private final Structure structure;
    private final boolean roadFreight;
    private final Set<MissingFact> missing = new LinkedHashSet<>();

    HeadroomCount(DeMinimisRule rule, LocalDate day, Law law, Structure structure, boolean roadFreight) {
        this.rule = rule;
        this.day = day;
        this.law = law;
        this.structure = structure;
        this.roadFreight = roadFreight;
    }

    /** One ceiling with what is left of it. */
    private record Margin(
            DeMinimisRule of,
            Explanation ceiling,
            Explanation used,
            Explanation prudent,
            Explanation most,
            boolean othersCount) {}

    /** All rules of the law base that a headroom of a regulation reads. */
    static List<String> rules(DeMinimisRule rule) {
        String key = rule.key();
        return List.of(
                CEILING + key,
                CEILING + key + WITH_REGISTER,
                CEILING + FREIGHT,
                CUMULATION + key,
                "deminimis.window." + key,
                "deminimis.window-basis." + key,
                "deminimis.window.both-ends",
                REGISTER,
                REGISTER + "-agriculture");
    }

    /** The days on which registers begin, which is when a higher ceiling comes within reach. */
    static List<LocalDate> registers(LawBase base) {
        return List.of(REGISTER, REGISTER + "-agriculture").stream()
                .flatMap(id -> base.at(LocalDate.EPOCH).find(Kind.DATE, id).stream())
                .map(Rule::value)
                .toList();
    }

    Headroom of(List<Undertaking.Part> parts) {
        List<Margin> margins = new ArrayList<>();
        for (DeMinimisRule other : DeMinimisRule.values()) {
            Optional<Rule<List<String>>> bucket = law.find(Kind.LIST, CUMULATION + other.key());
            boolean binds = other == rule
                    || bucket.filter(list -> list.value().contains(rule.key())).isPresent();
            if (binds) {
                margins.add(margin(other, bucket, parts));
            }
        }
        Margin own = margins.stream().filter(m -> m.of() == rule).findFirst().orElseThrow();
        Explanation most = least(margins, Margin::most);
        Explanation prudent = least(margins, Margin::prudent);
        boolean same = most.value().equals(prudent.value());
        List<MissingFact> facts = same && most.value().isKnown() ? List.of() : List.copyOf(missing);
        return new Headroom(rule, day, own.ceiling(), own.used(), prudent, same ? prudent : most, facts);
    }

    /** A ceiling of another regulation is shown where it is the lower one, or where aid of other regulations counts towards it. */
    private Explanation least(List<Margin> margins, Function<Margin, Explanation> which) {
        Margin own = margins.stream().filter(m -> m.of() == rule).findFirst().orElseThrow();
        Optional<Money> ownLeft = Amounts.of(which.apply(own));
        List<Explanation> shown = new ArrayList<>(List.of(which.apply(own)));
        for (Margin margin : margins) {
            Optional<Money> left = Amounts.of(which.apply(margin));
            boolean lower =
                    left.isPresent() && ownLeft.isPresent() && left.get().isLessThan(ownLeft.get());
            boolean unclear = margin.othersCount() && left.isEmpty() && ownLeft.isPresent();
            if (margin.of() != rule && (lower || margin.othersCount() || unclear)) {
                shown.add(which.apply(margin));
            }
        }
        Message label = Message.of("AID-HEADROOM", rule.words(), day);
        return shown.size() == 1 ? Amounts.same(label, shown.get(0)) : Amounts.least(label, shown);
    }

    private Margin margin(DeMinimisRule of, Optional<Rule<List<String>>> bucket, List<Undertaking.Part> parts) {
        Message label = Message.of("AID-MARGIN", of.words());
        AidWindow.Found found = AidWindow.of(of, day, law, structure);
        AidWindow window = found.window();
        Message why = found.why();
        if (window == null) {
            return nothing(of, label, why == null ? law.whyMissing(CEILING + of.key()) : why);
        }
        Optional<Explanation> ceiling = ceiling(of, window);
        if (ceiling.isEmpty()) {
            return nothing(of, label, law.whyMissing(CEILING + of.key()));
        }
        Set<DeMinimisRule> counted = new LinkedHashSet<>(Set.of(of));
        List<RuleReference> rules = new ArrayList<>(window.rules());
        bucket.ifPresent(list -> {
            list.value().forEach(key -> DeMinimisRule.ofKey(key).ifPresent(counted::add));
            rules.add(list.reference());
        });
        List<Undertaking.Part> sure = new ArrayList<>();
        List<Undertaking.Part> open = new ArrayList<>();
        boolean others = false;
        for (Undertaking.Part part : parts) {
            AidAward award = part.award();
            boolean counts = counted.stream().anyMatch(award::is);
            if ((award.isDetermined() && !counts) || !window.mayContain(award.day())) {
                continue;
            }
            LocalDate granted = award.day();
            boolean certain = counts && granted != null && window.contains(granted) && award.amount() != null;
            others |= counts && !award.is(rule);
            (certain ? sure : open).add(part);
            if (!certain) {
                missing(award, counts, window);
            }
        }
        Explanation used = sum(Message.of("AID-USED", of.words(), window.first(), window.last()), sure)
                .withRules(rules);
        Explanation most = Amounts.difference(label, ceiling.get(), used);
        Explanation prudent = open.isEmpty()
                ? most
                : Amounts.difference(label, ceiling.get(), used, sum(Message.of("AID-OPEN"), open));
        return new Margin(of, ceiling.get(), used, prudent, most, others);
    }

    private Margin nothing(DeMinimisRule of, Message label, Message why) {
        missing.add(new MissingFact("", why));
        Explanation unknown = Amounts.unknown(label, why);
        return new Margin(of, unknown, unknown, unknown, unknown, of == rule);
    }

    private Optional<Explanation> ceiling(DeMinimisRule of, AidWindow window) {
        Message label = Message.of("AID-CEILING", of.words());
        if (of == DeMinimisRule.GENERAL && roadFreight) {
            Optional<Rule<Money>> freight = law.find(Kind.MONEY, CEILING + FREIGHT);
            if (freight.isPresent()) {
                return freight.map(found -> given(label, found));
            }
        }
        Optional<Rule<Money>> higher = law.find(Kind.MONEY, CEILING + of.key() + WITH_REGISTER);
        Optional<Rule<LocalDate>> register =
                law.find(Kind.DATE, of == DeMinimisRule.AGRICULTURE ? REGISTER + "-agriculture" : REGISTER);
        boolean covered = register.filter(first -> !first.value().isAfter(window.earliest()))
                .isPresent();
        if (higher.isPresent() && covered) {
            return Optional.of(given(Message.of("AID-CEILING-REGISTER", of.words()), higher.get())
                    .withRules(List.of(
                            higher.get().reference(), register.orElseThrow().reference())));
        }
        return law.find(Kind.MONEY, CEILING + of.key()).map(found -> given(label, found));
    }

    private static Explanation given(Message label, Rule<Money> rule) {
        return Amounts.given(label, rule.value()).withRules(List.of(rule.reference()));
    }

    private void missing(AidAward award, boolean counts, AidWindow window) {
        if (!counts) {
            missing.add(new MissingFact(award.id(), Message.of("AID-MISSING-REGIME", award.name())));
        }
        if (award.amount() == null) {
            missing.add(new MissingFact(award.id(), Message.of("AID-MISSING-AMOUNT", award.name())));
        }
        LocalDate granted = award.day();
        if (granted == null) {
            missing.add(new MissingFact(award.id(), Message.of("AID-MISSING-DAY", award.name())));
        } else if (granted.isBefore(window.first())) {
            missing.add(new MissingFact(structure.id().value(), Message.of("AID-MISSING-YEAREND", structure.name())));
        }
    }

    /** Parts of one share are added before the share is taken, so that an award in two pieces counts as one. */
    private static Explanation sum(Message label, List<Undertaking.Part> parts) {
        List<Explanation> lines = new ArrayList<>();
        Map<Fraction, List<Explanation>> divided = new TreeMap<>();
        for (Undertaking.Part part : parts) {
            AidAward award = part.award();
            Money amount = award.amount();
            Explanation line = (amount == null
                            ? Amounts.unknown(award.name(), Message.of("AID-MISSING-AMOUNT", award.name()))
                            : Amounts.given(award.name(), amount))
                    .withRecords(List.of(award.id()));
            if (part.share().equals(Fraction.ONE)) {
                lines.add(line);
            } else {
                divided.computeIfAbsent(part.share(), share -> new ArrayList<>())
                        .add(line);
            }
        }
        divided.forEach((share, whole) -> lines.add(Amounts.share(
                Message.of("AID-DIVIDED"),
                Message.of("AID-DIVIDED-SHARE"),
                share,
                Amounts.sum(Message.of("AID-DIVIDED-WHOLE"), CurrencyUnit.EUR, whole))));
        return Amounts.sum(label, CurrencyUnit.EUR, lines);
    }
}
