package org.subsidia.check;

import java.util.List;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/** G-REF: a record names another that does not exist. */
final class ReferenceGuard implements Guard {
    @Override
    public String id() {
        return "G-REF";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-REF");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        if (!context.isWhole()) {
            return List.of();
        }
        return context.portfolio().check().stream()
                .map(finding ->
                        Checked.of(id(), finding, Explanation.leaf(title(), new Value.Statement(finding.message()))))
                .toList();
    }
}
