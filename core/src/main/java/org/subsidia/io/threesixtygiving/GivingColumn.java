package org.subsidia.io.threesixtygiving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.List;
import org.subsidia.io.exchange.HeadedTable.Field;

/** The columns of the flat form, each with where its value stands in the JSON form. */
enum GivingColumn {
    ID("Identifier", "/id"),
    TITLE("Title", "/title"),
    DESCRIPTION("Description", "/description"),
    CURRENCY("Currency", "/currency"),
    APPLIED_FOR("Amount Applied For", "/amountAppliedFor"),
    AWARDED("Amount Awarded", "/amountAwarded"),
    DISBURSED("Amount Disbursed", "/amountDisbursed"),
    AWARD_DATE("Award Date", "/awardDate"),
    START("Planned Dates:Start Date", "/plannedDates/0/startDate"),
    END("Planned Dates:End Date", "/plannedDates/0/endDate"),
    RECIPIENT_ID("Recipient Org:Identifier", "/recipientOrganization/0/id"),
    RECIPIENT_NAME("Recipient Org:Name", "/recipientOrganization/0/name"),
    RECIPIENT_POSTCODE("Recipient Org:Postal Code", "/recipientOrganization/0/postalCode"),
    FUNDER_ID("Funding Org:Identifier", "/fundingOrganization/0/id"),
    FUNDER_NAME("Funding Org:Name", "/fundingOrganization/0/name"),
    PROGRAMME_CODE("Grant Programme:Code", "/grantProgramme/0/code"),
    PROGRAMME_TITLE("Grant Programme:Title", "/grantProgramme/0/title");

    private final String title;
    private final String pointer;

    GivingColumn(String title, String pointer) {
        this.title = title;
        this.pointer = pointer;
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(one -> one.title).toList();
    }

    static List<Field> fields() {
        return Arrays.stream(values())
                .map(one ->
                        new Field(one.name(), one == ID || one == AWARDED || one == FUNDER_NAME, List.of(one.title)))
                .toList();
    }

    String title() {
        return title;
    }

    /** Where the value stands, as a place names it. */
    String pointer() {
        return pointer.substring(1);
    }

    JsonNode in(JsonNode grant) {
        JsonNode node = grant.at(pointer);
        return node.isValueNode() && !node.isNull() ? node : MissingNode.getInstance();
    }
}
