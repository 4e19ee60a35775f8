package org.subsidia.time;

import java.time.LocalDate;

/** Easter Sunday. */
final class Easter {

    private Easter() {}

    /** By the anonymous Gregorian algorithm (Nature, 1876; Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate in(int year) {
        int golden = Math.floorMod(year, 19);
        int century = Math.floorDiv(year, 100);
        int yearOfCentury = Math.floorMod(year, 100);
        int leapCenturies = Math.floorDiv(century, 4);
        int moonCorrection = Math.floorDiv(century - Math.floorDiv(century + 8, 25) + 1, 3);
        int epact = Math.floorMod(19 * golden + century - leapCenturies - moonCorrection + 15, 30);
        int weekday = Math.floorMod(
                32 + 2 * Math.floorMod(century, 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4, 7);
        int lateMoon = (golden + 11 * epact + 22 * weekday) / 451;
        int dayOfMarch = epact + weekday - 7 * lateMoon + 114;
        return LocalDate.of(year, dayOfMarch / 31, dayOfMarch % 31 + 1);
    }
}
