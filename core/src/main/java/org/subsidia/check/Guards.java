package org.subsidia.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** Guards that are run together; of two with one id, the later takes the place of the earlier. Immutable. */
public final class Guards {
    private static final Comparator<Checked> ORDER = Comparator.comparing(Checked::severity)
            .reversed()
            .thenComparing(checked -> checked.finding().place());

    private final List<Guard> guards;

    private Guards(List<Guard> guards) {
        this.guards = guards;
    }

    /**
     * These guards.
     *
     * @param guards in the order in which they run
     * @return the guards
     */
    public static Guards of(List<? extends Guard> guards) {
        List<Guard> kept = new ArrayList<>();
        for (Guard guard : guards) {
            int known = kept.stream().map(Guard::id).toList().indexOf(guard.id());
            if (known < 0) {
                kept.add(guard);
            } else {
                kept.set(known, guard);
            }
        }
        return new Guards(List.copyOf(kept));
    }

    /** {@return the guards that come with the library} */
    public static Guards standard() {
        return of(StandardGuards.all());
    }

    /**
     * The guards that come with the library, and those of an embedder.
     *
     * @param loader where their {@code META-INF/services/org.subsidia.check.Guard} is looked for
     * @return the guards; an embedder's guard with the id of a standard one takes its place
     */
    public static Guards withServices(ClassLoader loader) {
        List<Guard> all = new ArrayList<>(StandardGuards.all());
        ServiceLoader.load(Guard.class, loader).forEach(all::add);
        return of(all);
    }

    /**
     * These guards and one more.
     *
     * @param guard runs last, or in the place of the one with its id
     * @return the guards
     */
    public Guards plus(Guard guard) {
        List<Guard> more = new ArrayList<>(guards);
        more.add(guard);
        return of(more);
    }

    /**
     * These guards without some.
     *
     * @param ids the ids of those left out
     * @return the guards
     */
    public Guards without(Set<String> ids) {
        return new Guards(
                guards.stream().filter(guard -> !ids.contains(guard.id())).toList());
    }

    /** {@return the guards in the order in which they run} */
    public List<Guard> all() {
        return guards;
    }

    /**
     * Runs all guards, then lets them review what was found.
     *
     * @param context the portfolio, the law, the day
     * @return the results, most severe first, then by record and field; equal ones once
     */
    public List<Checked> check(GuardContext context) {
        Set<Checked> found = new LinkedHashSet<>();
        guards.forEach(guard -> found.addAll(guard.check(context)));
        List<Checked> first = List.copyOf(found);
        guards.forEach(guard -> found.addAll(guard.review(first, context)));
        return found.stream().sorted(ORDER).toList();
    }
}
