package org.subsidia.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Severity;

/**
 * What a guard found.
 *
 * @param guard the guard's id
 * @param finding what is wrong, at which record and field; its advice says what to do
 * @param explanation the figures and rules behind it
 * @param fix a change that takes it away; null: none
 * @param letter the draft of a letter that asks for what is due; null: none
 */
public record Checked(
        String guard,
        Finding finding,
        Explanation explanation,
        @Nullable QuickFix fix,
        @Nullable Message letter) {

    /**
     * A finding with its explanation.
     *
     * @param guard the guard's id
     * @param finding what is wrong
     * @param explanation the figures and rules behind it
     * @return the result
     */
    public static Checked of(String guard, Finding finding, Explanation explanation) {
        return new Checked(guard, finding, explanation, null, null);
    }

    /**
     * This result with a quick fix.
     *
     * @param change the change
     * @return the result
     */
    public Checked with(QuickFix change) {
        return new Checked(guard, finding, explanation, change, letter);
    }

    /**
     * This result with a draft letter.
     *
     * @param draft the letter
     * @return the result
     */
    public Checked withLetter(Message draft) {
        return new Checked(guard, finding, explanation, fix, draft);
    }

    /** {@return how much it matters} */
    public Severity severity() {
        return finding.severity();
    }

    /** {@return the change that takes it away, if there is one} */
    public Optional<QuickFix> quickFix() {
        return Optional.ofNullable(fix);
    }

    /** {@return the draft letter, if there is one} */
    public Optional<Message> draft() {
        return Optional.ofNullable(letter);
    }
}
