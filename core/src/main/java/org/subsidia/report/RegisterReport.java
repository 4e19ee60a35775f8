package org.subsidia.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.stateaid.DeMinimisRule;
import org.subsidia.stateaid.RegisterEntry;

/** De minimis awards with exactly the columns of the central register (décret 2025-1361). */
public final class RegisterReport {
    private RegisterReport() {}

    /**
     * The table.
     *
     * @param entries the awards
     * @param productSector the sector of the product, which agriculture has to name, or null
     * @return one row an award
     */
    public static Table table(List<RegisterEntry> entries, @Nullable String productSector) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RegisterEntry entry : entries) {
            boolean agriculture = entry.rule() == DeMinimisRule.AGRICULTURE;
            rows.add(List.of(
                    text(entry.beneficiary(), "AID-REGISTER-BENEFICIARY"),
                    entry.amount() == null ? unknown("AID-REGISTER-AMOUNT") : Cell.of(entry.amount()),
                    entry.day() == null ? unknown("AID-REGISTER-DAY") : Cell.of(entry.day()),
                    text(entry.authority(), "AID-REGISTER-AUTHORITY"),
                    Cell.of(Message.of("AID-FORM-" + entry.form().name().replace('_', '-'))),
                    text(entry.sector(), "AID-REGISTER-SECTOR"),
                    text(entry.aidNumber(), "AID-REGISTER-NUMBER"),
                    entry.payer() == null ? Cell.EMPTY : Cell.of(entry.payer()),
                    Cell.of(entry.rule().words()),
                    agriculture ? text(productSector, "AID-REGISTER-PRODUCT") : Cell.EMPTY));
        }
        return new Table(
                "register",
                Message.of("AID-REGISTER-TITLE"),
                List.of(
                        Column.of("beneficiaryId", Column.Type.TEXT, Message.of("AID-REGISTER-BENEFICIARY")),
                        Column.of("amount", Column.Type.MONEY, Message.of("AID-REGISTER-AMOUNT")),
                        Column.of("awardDate", Column.Type.DATE, Message.of("AID-REGISTER-DAY")),
                        Column.of("grantingAuthority", Column.Type.TEXT, Message.of("AID-REGISTER-AUTHORITY")),
                        Column.of("instrument", Column.Type.TEXT, Message.of("AID-REGISTER-INSTRUMENT")),
                        Column.of("sector", Column.Type.TEXT, Message.of("AID-REGISTER-SECTOR")),
                        Column.of("aidNumber", Column.Type.TEXT, Message.of("AID-REGISTER-NUMBER")),
                        Column.of("payer", Column.Type.TEXT, Message.of("AID-REGISTER-PAYER")),
                        Column.of("regulation", Column.Type.TEXT, Message.of("AID-REGISTER-RULE")),
                        Column.of("productSector", Column.Type.TEXT, Message.of("AID-REGISTER-PRODUCT"))),
                rows,
                null);
    }

    private static Cell text(@Nullable String value, String field) {
        return value == null ? unknown(field) : Cell.of(value);
    }

    private static Cell unknown(String field) {
        return new Cell.Unknown(Message.of("AID-REGISTER-LACKS", Message.of(field)));
    }

    /**
     * What is missing for the register, one finding an award.
     *
     * @param entries the awards
     * @return warnings, each at its grant
     */
    public static List<Finding> missing(List<RegisterEntry> entries) {
        List<Finding> findings = new ArrayList<>();
        for (RegisterEntry entry : entries) {
            entry.missing().stream()
                    .reduce((a, b) -> Message.of("AID-LIST", a, b))
                    .ifPresent(fields -> findings.add(Finding.warning(
                            Place.record(entry.grant().id().value()),
                            "AID-REGISTER-MISSING",
                            entry.grant().id().value(),
                            fields)));
        }
        return findings;
    }
}
