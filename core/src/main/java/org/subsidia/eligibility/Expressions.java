package org.subsidia.eligibility;

import java.util.List;

/** What can be asked about an expression besides its value. */
final class Expressions {
    private Expressions() {}

    static void laws(Expression expression, List<LawRef> into) {
        for (Expression.Term term : expression.terms()) {
            for (Expression.Source source : term.factors()) {
                if (source.law() != null) {
                    into.add(source.law());
                }
            }
        }
        for (Expression.Shift shift : expression.shifts()) {
            if (shift.law() != null) {
                into.add(shift.law());
            }
        }
    }
}
