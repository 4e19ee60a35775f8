package org.subsidia.accounts;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.subsidia.explain.RuleReference;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;

/** The chart of accounts of a financial year: the role of an account is that of its longest known prefix. */
public final class Chart {
    private final Map<String, AccountRole> roles = new HashMap<>();
    private final Map<AccountRole, RuleReference> references = new EnumMap<>(AccountRole.class);
    private final int longest;

    private Chart(Law law) {
        for (AccountRole role : AccountRole.values()) {
            String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Optional<Rule<List<String>>> rule = law.find(Kind.LIST, "accounting.chart." + name);
            rule.ifPresent(found -> {
                references.put(role, found.reference());
                found.value().forEach(prefix -> roles.put(prefix, role));
            });
        }
        longest = roles.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * The chart of a day.
     *
     * @param law as at the first day of the financial year
     * @return the chart
     */
    public static Chart of(Law law) {
        return new Chart(law);
    }

    /**
     * The role of an account.
     *
     * @param account its number
     * @return its role; {@link AccountRole#OUTSIDE} where no prefix is known
     */
    public AccountRole role(String account) {
        for (int length = Math.min(longest, account.length()); length > 0; length--) {
            AccountRole role = roles.get(account.substring(0, length));
            if (role != null) {
                return role;
            }
        }
        return AccountRole.OUTSIDE;
    }

    /**
     * The rules that say which accounts have some roles.
     *
     * @param wanted the roles
     * @return a reference for each that a rule names
     */
    public List<RuleReference> references(AccountRole... wanted) {
        return java.util.Arrays.stream(wanted)
                .flatMap(role -> Optional.ofNullable(references.get(role)).stream())
                .toList();
    }
}
