package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;

/**
 * Where the effect of each measure comes from: what there is with it less what there is without, and the mean over the orders.
 *
 * <pre>{@code
 * new EffectsWhy(effects).averaged(0, false).check();
 * }</pre>
 */
public final class EffectsWhy {
    private final Effects effects;
    private final Titles titles;

    /**
     * The origins of effects.
     *
     * @param effects the effects
     */
    public EffectsWhy(Effects effects) {
        this.effects = effects;
        this.titles = new Titles(
                effects.measures().stream().map(Effects.Effect::measure).toList());
    }

    /**
     * What a measure adds when put into force after those before it.
     *
     * @param index which measure, the first is 0
     * @param cash true: to the cash at the end; false: to the gap
     * @return what there is with it less what there is without
     */
    public Explanation inOrder(int index, boolean cash) {
        return Amounts.difference(label("XFER-EFFECT-ORDER", index, cash), stage(index + 1, cash), stage(index, cash));
    }

    private Explanation stage(int measures, boolean cash) {
        Effects.Stage stage = effects.stages().get(measures);
        Message label = measures == 0
                ? Message.of("XFER-STAGE-NONE", what(cash))
                : Message.of("XFER-STAGE-UNTIL", what(cash), measures, title(measures - 1));
        return Amounts.given(label, cash ? stage.cash() : stage.gap());
    }

    /**
     * What a measure adds on average over the orders.
     *
     * @param index which measure, the first is 0
     * @param cash true: to the cash at the end; false: to the gap
     * @return the means by its place in the order, each by its share of the orders, and what rounding leaves
     */
    public Explanation averaged(int index, boolean cash) {
        Effects.Effect effect = effects.measures().get(index);
        List<Explanation> parts = new ArrayList<>();
        long sum = 0;
        for (Effects.Turn turn : effect.turns()) {
            Explanation part = Amounts.share(
                    Message.of("XFER-TURN", turn.place()),
                    Message.of("XFER-TURN-SHARE"),
                    turn.share(),
                    Amounts.given(Message.of("XFER-TURN-MEAN"), cash ? turn.cash() : turn.gap()));
            sum = Math.addExact(sum, Cents.of(Amounts.of(part).orElseThrow()));
            parts.add(part);
        }
        Money whole = cash ? effect.cashAveraged() : effect.averaged();
        Leaves.rest(parts, "XFER-REST-ROUNDING", Cents.of(whole) - sum);
        return Amounts.sum(label("XFER-EFFECT-MEAN", index, cash), CurrencyUnit.EUR, parts);
    }

    /**
     * What all measures add, put into force one after the other.
     *
     * @param cash true: to the cash at the end; false: to the gap
     * @return the sum over the measures
     */
    public Explanation wholeInOrder(boolean cash) {
        return whole(cash, index -> inOrder(index, cash));
    }

    /**
     * What all measures add, on average over the orders.
     *
     * @param cash true: to the cash at the end; false: to the gap
     * @return the sum over the measures
     */
    public Explanation wholeAveraged(boolean cash) {
        return whole(cash, index -> averaged(index, cash));
    }

    private Explanation whole(boolean cash, Function<Integer, Explanation> part) {
        List<Explanation> parts = new ArrayList<>();
        for (int index = 0; index < effects.measures().size(); index++) {
            parts.add(part.apply(index));
        }
        return Amounts.sum(Message.of("XFER-EFFECT-WHOLE", what(cash)), CurrencyUnit.EUR, parts);
    }

    private Message label(String code, int index, boolean cash) {
        return Message.of(code, title(index), what(cash), (int) effects.orders());
    }

    private Message title(int index) {
        return titles.measure(effects.measures().get(index).measure().id());
    }

    private static Message what(boolean cash) {
        return Message.of(cash ? "XFER-OF-CASH" : "XFER-OF-GAP");
    }
}
