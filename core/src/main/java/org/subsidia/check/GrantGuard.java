package org.subsidia.check;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Grant;

/** A guard that looks at one grant at a time. */
abstract class GrantGuard implements Guard {
    private final String name;

    GrantGuard(String name) {
        this.name = name;
    }

    @Override
    public final String id() {
        return "G-" + name;
    }

    @Override
    public final Message title() {
        return Message.of("CHECK-TITLE-" + name);
    }

    @Override
    public final List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        for (Grant grant : context.grants()) {
            check(grant, context, found);
        }
        return found;
    }

    abstract void check(Grant grant, GuardContext context, List<Checked> found);
}
