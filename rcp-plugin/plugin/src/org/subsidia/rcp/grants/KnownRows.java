package org.subsidia.rcp.grants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.ProjectId;

/**
 * The rows of grants, made once: of the next portfolio only those are made anew of which something has changed, so that an edit
 * costs what its grant costs. Records are values; the same one says the same. Knows no window.
 */
final class KnownRows {
    private Map<GrantId, GrantRow> rows = new HashMap<>();
    private Portfolio portfolio = Portfolio.empty();
    private LocalDate day;
    private Locale language;

    /** The rows of grants of a portfolio, in the same order. */
    GrantRows of(List<Grant> grants, Portfolio now, LocalDate today, Locale locale) {
        if (!today.equals(day) || !locale.equals(language)) {
            rows = new HashMap<>();
            day = today;
            language = locale;
        } else if (now != portfolio) {
            rows = stillTrue(now);
        }
        portfolio = now;
        List<GrantRow> list = new ArrayList<>(grants.size());
        for (Grant grant : grants) {
            list.add(rows.computeIfAbsent(grant.id(), id -> GrantRow.of(grant, now, today, locale)));
        }
        return new GrantRows(list);
    }

    private Map<GrantId, GrantRow> stillTrue(Portfolio now) {
        boolean names = same(portfolio.structures(), now.structures()) && same(portfolio.funders(), now.funders());
        boolean projects = same(portfolio.projects(), now.projects());
        Map<ProjectId, Boolean> shared = new HashMap<>();
        Map<GrantId, GrantRow> kept = new HashMap<>();
        for (Grant grant : now.grants()) {
            GrantRow row = rows.get(grant.id());
            if (row == null || row.grant() != grant) {
                continue;
            }
            ProjectId project = grant.project();
            boolean awaited = project == null
                    || projects
                            && shared.computeIfAbsent(project, id -> same(portfolio.grantsOf(id), now.grantsOf(id)));
            if (awaited) {
                row.awaited().in(now);
            }
            if (awaited && names) {
                kept.put(grant.id(), row);
            } else if (awaited) {
                kept.put(grant.id(), GrantRow.of(grant, now, row.awaited(), day, language));
            }
        }
        return kept;
    }

    /** Whether both have the same records in the same order, not only equal ones. */
    private static boolean same(List<?> before, List<?> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (before.get(i) != now.get(i)) {
                return false;
            }
        }
        return true;
    }
}
