package org.subsidia.territory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** A programming period of the EU. When expenditure is eligible is another question, with later ends. */
public enum EuPeriod {
    /** 2007 to 2013; its categories of region are not in the tables. */
    P2007_2013(2007, 2013),
    /** 2014 to 2020. */
    P2014_2020(2014, 2020),
    /** 2021 to 2027. */
    P2021_2027(2021, 2027);

    private final int first;
    private final int last;

    EuPeriod(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /**
     * The period as {@link #text()} writes it.
     *
     * @param text such as {@code 2021-2027}
     * @return the period
     * @throws IllegalArgumentException if there is none
     */
    public static EuPeriod of(String text) {
        return Arrays.stream(values())
                .filter(period -> period.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a programming period: " + text));
    }

    /**
     * The period in which a day falls.
     *
     * @param day a day
     * @return its period, empty before 2007 and after 2027
     */
    public static Optional<EuPeriod> containing(LocalDate day) {
        return Arrays.stream(values())
                .filter(period -> day.getYear() >= period.first && day.getYear() <= period.last)
                .findFirst();
    }

    /** {@return 1 January of the first year} */
    public LocalDate start() {
        return LocalDate.of(first, 1, 1);
    }

    /** {@return 31 December of the last year} */
    public LocalDate end() {
        return LocalDate.of(last, 12, 31);
    }

    /** {@return the years, such as {@code 2021-2027}} */
    public String text() {
        return first + "-" + last;
    }
}
