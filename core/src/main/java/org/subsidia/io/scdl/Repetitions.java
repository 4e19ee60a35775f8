package org.subsidia.io.scdl;

import java.util.function.Consumer;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

/** Finds rows that say the same as an earlier one, and negative amounts that take an earlier one back. */
final class Repetitions {
    private final LongHashSet rows;
    private final LongHashSet grants;
    private boolean full;

    Repetitions(int remembered) {
        rows = new LongHashSet(remembered);
        grants = new LongHashSet(remembered);
    }

    void meet(ScdlRow row, Place file, Consumer<Finding> findings) {
        Place place = file.line(row.line());
        Money amount = row.publishedAmount();
        if (!rows.add(content(row))) {
            findings.accept(Finding.warning(place, "SCDL-ROW-DUPLICATE", row.line(), amount));
        }
        if (amount.isPositive()) {
            grants.add(grant(row, amount));
        } else if (amount.isNegative()) {
            boolean known = grants.contains(grant(row, amount.negated()));
            findings.accept(
                    known
                            ? Finding.info(place, "SCDL-AMT-REVERSAL", row.line(), amount)
                            : Finding.warning(place, "SCDL-AMT-NEGATIVE", row.line(), amount));
        }
        if (rows.isFull() && !full) {
            full = true;
            findings.accept(Finding.info(place, "SCDL-ROW-MANY", row.line()));
        }
    }

    private static long grant(ScdlRow row, Money amount) {
        return new Hash64()
                .add(row.funder().key())
                .add(row.beneficiary().key())
                .add(amount.getAmountMinorLong())
                .value();
    }

    private static long content(ScdlRow row) {
        return new Hash64()
                .add(row.funder().key())
                .add(row.beneficiary().key())
                .add(row.beneficiary().name().orElse(""))
                .add(row.conventionDate().map(ScdlDate::toString).orElse(""))
                .add(row.decisionDate().map(ScdlDate::toString).orElse(""))
                .add(row.reference().orElse(""))
                .add(row.purpose().orElse(""))
                .add(row.publishedAmount().getAmountMinorLong())
                .add(row.share().toString())
                .add(row.nature().toString())
                .add(row.conditions().orElse(""))
                .add(row.paymentPeriod().map(ScdlPeriod::toString).orElse(""))
                .add(row.idRae().orElse(""))
                .add(row.scheme().orElse(""))
                .add(row.extended().toString())
                .value();
    }

    /** FNV-1a over 64 bits, finished with the mix of MurmurHash3. */
    private static final class Hash64 {
        private long hash = 0xcbf29ce484222325L;

        Hash64 add(String text) {
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            return add(text.length());
        }

        Hash64 add(long number) {
            hash = (hash ^ number) * 0x100000001b3L;
            hash = (hash ^ (number >>> 32)) * 0x100000001b3L;
            return this;
        }

        long value() {
            long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
            mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
            return mixed ^ (mixed >>> 33);
        }
    }
}
