package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.subsidia.money.Fraction;

/** Who is served first under a cap: structures by id, those of a class, or those of a key, who has most of it first. */
final class Priority {
    private Priority() {}

    /** Positions in their order, each once; ids of structures count before classes, and these before keys. */
    static List<Integer> order(List<Recipient> recipients, List<String> names) {
        Set<Integer> order = new LinkedHashSet<>();
        for (String name : names) {
            order.addAll(named(recipients, name));
        }
        return new ArrayList<>(order);
    }

    /** Whether a name means nobody. */
    static boolean isNobody(List<Recipient> recipients, String name) {
        boolean classes =
                Arrays.stream(PoleClass.values()).anyMatch(each -> each.name().equals(name));
        return !classes && named(recipients, name).isEmpty();
    }

    private static List<Integer> named(List<Recipient> recipients, String name) {
        List<Integer> ids = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        List<Integer> keys = new ArrayList<>();
        for (int p = 0; p < recipients.size(); p++) {
            Recipient each = recipients.get(p);
            PoleClass own = each.poleClass();
            if (each.id().equals(name)) {
                ids.add(p);
            } else if (own != null && own.name().equals(name)) {
                classes.add(p);
            } else if (each.key(name).filter(key -> key.signum() > 0).isPresent()) {
                keys.add(p);
            }
        }
        keys.sort(
                Comparator.comparing((Integer p) -> recipients.get(p).key(name).orElse(Fraction.ZERO))
                        .reversed());
        return !ids.isEmpty() ? ids : !classes.isEmpty() ? classes : keys;
    }
}
