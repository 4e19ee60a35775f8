package org.subsidia.report.chart;

import java.util.regex.Pattern;

/** A row or column of a chart's data set: two beneficiaries may bear the same name, and names may be anything. */
record Key(int position, String label) implements Comparable<Key> {
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\u202a-\\u202e\\u2066-\\u2069]");

    Key {
        label = ChartTheme.drawable(NOT_SHOWN.matcher(label).replaceAll("\ufffd"));
    }

    @Override
    public int compareTo(Key other) {
        return Integer.compare(position, other.position);
    }

    @Override
    public String toString() {
        return label;
    }
}
