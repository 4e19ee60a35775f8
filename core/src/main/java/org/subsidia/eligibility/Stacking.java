package org.subsidia.eligibility;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Call;

/**
 * What public money adds up to if all promising calls said yes.
 *
 * @param parts the offers that count, each with the amount it could give
 * @param total other public money and the offers; unknown where an amount is
 * @param broken ceilings that the total would exceed, in words
 */
public record Stacking(List<Part> parts, Explanation total, List<Message> broken) {

    /** Copies the lists. */
    public Stacking {
        parts = List.copyOf(parts);
        broken = List.copyOf(broken);
    }

    /**
     * One offer.
     *
     * @param match the call or scheme, eligible or unknown
     * @param amount the most it could give: the least of what is asked, its maximum, and its rate of the eligible cost; unknown
     *     where none of these is known
     */
    public record Part(Matching.Match match, Explanation amount) {}

    static Stacking of(List<Matching.Match> matches, Facts facts, Law law) {
        Optional<Money> base = amount(facts, "project.eligible-cost").or(() -> amount(facts, "project.cost"));
        List<Part> parts = new ArrayList<>();
        List<Explanation> amounts = new ArrayList<>();
        Message others = label("project.public-funding");
        amounts.add(amount(facts, "project.public-funding")
                .map(money -> Amounts.given(others, money))
                .orElseGet(() -> Amounts.unknown(others, Message.of("ELIG-FOUND-NOT"))));
        for (Matching.Match match : matches) {
            boolean promising = !match.closed() && match.verdict().isPresent() && match.answer() == Answer.ELIGIBLE;
            if (promising) {
                Explanation amount = possible(match, facts, base.orElse(null));
                parts.add(new Part(match, amount));
                amounts.add(amount);
            }
        }
        Explanation total = Amounts.sum(Message.of("ELIG-STACK-TOTAL"), CurrencyUnit.EUR, amounts);
        List<Message> broken = new ArrayList<>();
        Amounts.of(total).ifPresent(sum -> base.ifPresent(cost -> ceilings(sum, cost, facts, law, broken)));
        return new Stacking(parts, total, broken);
    }

    private static Message label(String id) {
        return FactCatalogue.standard().find(id).orElseThrow().label();
    }

    static Message name(Matching.Match match) {
        return match.call()
                .map((Call call) -> Message.of("ELIG-TEXT", call.name()))
                .or(() -> match.verdict().map(verdict -> verdict.rules().title()))
                .orElseThrow();
    }

    private static Optional<Money> amount(Facts facts, String id) {
        return facts.find(id)
                .filter(known -> known.value() instanceof FactValue.Amount)
                .map(known -> ((FactValue.Amount) known.value()).money());
    }

    private static Explanation possible(Matching.Match match, Facts facts, @Nullable Money base) {
        List<Explanation> bounds = new ArrayList<>();
        amount(facts, "request.amount").ifPresent(asked -> bounds.add(Amounts.given(label("request.amount"), asked)));
        match.call().ifPresent(call -> {
            if (call.maximum() != null) {
                bounds.add(Amounts.given(label("call.maximum"), call.maximum()));
            }
            Fraction rate = call.rate();
            if (rate != null && base != null) {
                bounds.add(Amounts.share(
                        Message.of("ELIG-STACK-RATE"),
                        label("call.rate"),
                        rate,
                        Amounts.given(label("project.eligible-cost"), base)));
            }
        });
        return bounds.isEmpty()
                ? Amounts.unknown(name(match), Message.of("ELIG-STACK-NOAMOUNT"))
                : Amounts.least(name(match), bounds);
    }

    private static void ceilings(Money total, Money cost, Facts facts, Law law, List<Message> broken) {
        exceeds(total, cost, Fraction.ONE, Message.of("ELIG-STACK-WHOLE"), broken);
        boolean cluster = is(facts, "request.regime", "GBER") && is(facts, "request.spending", "OPERATING");
        if (cluster) {
            law.find(Kind.SHARE, "gber.27.operating.intensity")
                    .ifPresent((Rule<Fraction> rule) -> exceeds(
                            total,
                            cost,
                            rule.value(),
                            Message.of("ELIG-TEXT", rule.reference().legalReference()),
                            broken));
        }
    }

    private static boolean is(Facts facts, String id, String word) {
        return facts.find(id)
                .filter(known -> known.value().equals(new FactValue.Code(word)))
                .isPresent();
    }

    private static void exceeds(Money total, Money cost, Fraction share, Message why, List<Message> broken) {
        Money most = share.times(cost, RoundingMode.DOWN);
        if (total.isGreaterThan(most)) {
            broken.add(Message.of("ELIG-STACK-BROKEN", total, most, total.minus(most), why));
        }
    }
}
