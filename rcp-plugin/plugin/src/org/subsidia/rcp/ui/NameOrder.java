package org.subsidia.rcp.ui;

import java.text.CollationKey;
import java.text.Collator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The order of words in a language. To look at a word as its language orders it is slow: each is looked at once. */
public final class NameOrder {
    private static final int MOST = 100_000;
    private static final Map<Locale, NameOrder> ORDERS = new HashMap<>();

    private final Collator collator;
    private final Map<String, CollationKey> keys = new HashMap<>();

    private NameOrder(Locale locale) {
        collator = Collator.getInstance(locale);
    }

    /**
     * The order of a language.
     *
     * @param locale its language
     * @return the order, the same for all
     */
    public static NameOrder of(Locale locale) {
        synchronized (ORDERS) {
            return ORDERS.computeIfAbsent(locale, NameOrder::new);
        }
    }

    /**
     * The place of words among others.
     *
     * @param words any words
     * @return to be compared with others of this language
     */
    public synchronized CollationKey key(String words) {
        if (keys.size() > MOST) {
            keys.clear();
        }
        return keys.computeIfAbsent(words, collator::getCollationKey);
    }
}
