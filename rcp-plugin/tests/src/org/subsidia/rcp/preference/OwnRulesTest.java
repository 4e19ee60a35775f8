package org.subsidia.rcp.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;
import org.subsidia.law.Unit;

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
                        "cashflow.bridging.rate")
                .doesNotContain("dependence.t7.self-financing")
                .doesNotHaveDuplicates();
    }

    @Test
    void written_asPeopleType_isAsLawFilesWrite() {
        assertThat(OwnRules.written(Unit.SHARE, " 55,5 % ")).isEqualTo("55.5 %");
        assertThat(OwnRules.written(Unit.SHARE, "55\u202f%")).isEqualTo("55 %");
        assertThat(OwnRules.written(Unit.SHARE, "0,55")).isEqualTo("0.55");
        assertThat(OwnRules.written(Unit.EUR, "75\u202f000,50 €")).isEqualTo("75000.50");
        assertThat(OwnRules.written(Unit.COUNTS, "1 / 2 / 6 mois")).isEqualTo("{min: 1, mode: 2, max: 6}");
        assertThat(OwnRules.written(Unit.COUNTS, "{min: 1, max: 6}")).isEqualTo("{min: 1, max: 6}");
        assertThat(OwnRules.written(Unit.DAYS, " 45 ")).isEqualTo("45");
    }

    @Test
    void text_ofValues_isReadBack() {
        TreeMap<String, String> values = new TreeMap<>(Map.of("a.b", "{min: 1, max: 2}", "c.d", "40 %"));
        assertThat(OwnRules.parse(OwnRules.text(values))).isEqualTo(values);
        assertThat(OwnRules.parse("")).isEmpty();
        assertThat(OwnRules.parse("nonsense\n=x\n")).isEmpty();
    }
}
