package org.subsidia.rcp.problem;

import java.util.Locale;
import java.util.Optional;
import org.subsidia.check.Checked;
import org.subsidia.check.QuickFix;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.rcp.ui.Navigation;
import org.subsidia.rcp.ui.Records;

/**
 * A finding in words.
 *
 * @param finding what was found
 * @param sentence the same in words
 * @param record where; empty: in no record
 * @param place the name of the record, else the file and line
 * @param explanation the figures and rules behind it; empty: none
 * @param fix a change that takes it away; empty: none
 * @param letter the draft of a letter; empty: none
 */
record Problem(
        Finding finding,
        String sentence,
        Optional<RecordId> record,
        String place,
        Optional<Explanation> explanation,
        Optional<QuickFix> fix,
        Optional<String> letter) {

    static Problem of(Checked checked, Portfolio portfolio, Locale locale) {
        Problem plain = of(checked.finding(), portfolio, locale);
        return new Problem(
                plain.finding,
                plain.sentence,
                plain.record,
                plain.place,
                Optional.of(checked.explanation()),
                checked.quickFix(),
                checked.draft().map(letter -> letter.in(locale)));
    }

    static Problem of(Finding finding, Portfolio portfolio, Locale locale) {
        Optional<RecordId> record =
                Optional.ofNullable(finding.place().record()).flatMap(value -> Navigation.record(value, portfolio));
        return new Problem(
                finding,
                finding.message().in(locale),
                record,
                record.flatMap(portfolio::find)
                        .map(Records::name)
                        .orElse(finding.place().toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether both say the same of the same place. */
    boolean isSameAs(Problem other) {
        return finding.equals(other.finding);
    }
}
