package org.subsidia.rcp.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;

class OwnRulesTest {
    @Test
    void of_theLawBase_hasNormsDelaysAndAssumptions() {
        List<String> ids =
                OwnRules.of(LawBase.standard()).stream().map(Parameter::id).toList();
        assertThat(ids)
                .contains(
                        "dependence.t1.public-share",
                        "subsidy.accounts.certified.threshold",
                        "cashflow.lag.other",
                        "eu-funds.2021-2027.payment.lag-erdf",
                        "subsidy.payment.delay",
                        "cashflow.bridging.rate",
                        "cper.usual-convention-lag",
                        "budget.state.freeze-day")
                .doesNotContain("dependence.t7.self-financing")
                .doesNotHaveDuplicates();
    }

    @Test
    void text_ofValues_isReadBack() {
        TreeMap<String, String> values = new TreeMap<>(Map.of("a.b", "{min: 1, max: 2}", "c.d", "40 %"));
        assertThat(OwnRules.parse(OwnRules.text(values))).isEqualTo(values);
        assertThat(OwnRules.parse("")).isEmpty();
        assertThat(OwnRules.parse("nonsense\n=x\n")).isEmpty();
    }
}
