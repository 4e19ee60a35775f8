package org.subsidia.io.threesixtygiving;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.io.tabular.FormulaGuard;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Structure;

/**
 * Grants as a 360Giving package, version 1.4, to be written as JSON or CSV.
 *
 * <p>A grant without an amount, a date of the award, a funder or a structure cannot be published, and is left out with a
 * finding; so are those that were never awarded. What was disbursed is what came in.
 */
public final class GivingExport {
    private static final String VERSION = "1.4";

    private final List<ObjectNode> grants;
    private final List<Finding> findings;

    private GivingExport(List<ObjectNode> grants, List<Finding> findings) {
        this.grants = List.copyOf(grants);
        this.findings = List.copyOf(findings);
    }

    /**
     * Makes a package of a portfolio's grants.
     *
     * @param portfolio the portfolio
     * @param publisher the publisher’s prefix, as 360Giving gave it, without {@code 360G-}
     * @return the package, with a finding for each grant that was left out
     */
    public static GivingExport of(Portfolio portfolio, String publisher) {
        List<ObjectNode> grants = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Grant grant : portfolio.grants()) {
            one(grant, portfolio, publisher, findings).ifPresent(grants::add);
        }
        return new GivingExport(grants, findings);
    }

    /** {@return how many grants are in it} */
    public int size() {
        return grants.size();
    }

    /** {@return what was left out and why} */
    public List<Finding> findings() {
        return findings;
    }

    private static Optional<ObjectNode> one(
            Grant grant, Portfolio portfolio, String publisher, List<Finding> findings) {
        Place place = Place.record(grant.id().value());
        GrantState state = grant.state();
        if (state == GrantState.PLANNED || state == GrantState.REQUESTED || state == GrantState.REFUSED) {
            findings.add(Finding.info(place, "GIVE-NOT-AWARDED", grant.id().value()));
            return Optional.empty();
        }
        Money amount = grant.amount(AmountStage.AWARDED)
                .or(() -> grant.amount(AmountStage.CONVENTION))
                .orElse(null);
        LocalDate decision = grant.dates().decision();
        LocalDate day = decision == null ? grant.dates().convention() : decision;
        Funder funder = Optional.ofNullable(grant.decisionMaker())
                .or(() -> Optional.ofNullable(grant.payer()))
                .flatMap((FunderId id) -> portfolio.funder(id))
                .orElse(null);
        Structure structure = portfolio.structure(grant.structure()).orElse(null);
        if (amount == null || day == null || funder == null || structure == null) {
            String missing = amount == null
                    ? "amountAwarded"
                    : day == null ? "awardDate" : funder == null ? "fundingOrganization" : "recipientOrganization";
            findings.add(Finding.warning(place, "GIVE-LEFT-OUT", grant.id().value(), missing));
            return Optional.empty();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", "360G-" + publisher + '-' + grant.id().value());
        String title = grant.purpose().isBlank() ? grant.id().value() : grant.purpose();
        node.put("title", title);
        node.put("description", description(grant, title));
        node.put("currency", amount.getCurrencyUnit().getCode());
        grant.amount(AmountStage.REQUESTED)
                .filter(amount::isSameCurrency)
                .ifPresent(money -> node.put("amountAppliedFor", money.getAmount()));
        node.put("amountAwarded", amount.getAmount());
        grant.received()
                .filter(amount::isSameCurrency)
                .ifPresent(money -> node.put("amountDisbursed", money.getAmount()));
        node.put("awardDate", day.toString());
        dates(node, grant);
        ObjectNode recipient = node.putArray("recipientOrganization").addObject();
        recipient.put(
                "id",
                OrganisationRef.write(
                        publisher,
                        siren(structure.siren(), structure.siret()),
                        structure.id().value()));
        recipient.put("name", structure.name());
        ObjectNode giver = node.putArray("fundingOrganization").addObject();
        giver.put(
                "id",
                OrganisationRef.write(
                        publisher,
                        siren(funder.siren(), funder.siret()),
                        funder.id().value()));
        giver.put("name", funder.name());
        Optional.ofNullable(grant.programme()).flatMap(portfolio::programme).ifPresent(one -> programme(node, one));
        return Optional.of(node);
    }

    private static @Nullable String siren(@Nullable String siren, @Nullable String siret) {
        return siren != null || siret == null || siret.length() < 9 ? siren : siret.substring(0, 9);
    }

    private static String description(Grant grant, String title) {
        String reference = grant.reference();
        return reference == null ? title : title + " (" + reference + ')';
    }

    private static void dates(ObjectNode node, Grant grant) {
        LocalDate start = grant.dates().start();
        LocalDate end = grant.dates().end();
        if (start != null) {
            ObjectNode event = node.putArray("plannedDates").addObject();
            event.put("startDate", start.toString());
            if (end != null) {
                event.put("endDate", end.toString());
            }
        }
    }

    private static void programme(ObjectNode node, Programme programme) {
        ObjectNode one = node.putArray("grantProgramme").addObject();
        one.put("code", programme.code() == null ? programme.id().value() : programme.code());
        one.put("title", programme.name());
    }

    /**
     * Writes the package as JSON, in UTF-8, indented.
     *
     * @param out stays open
     * @throws IOException if it cannot be written
     */
    public void writeJson(OutputStream out) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION);
        root.putArray("grants").addAll(grants);
        JsonMapper.builder()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValue(out, root);
    }

    /**
     * Writes the package as CSV, with the titles of the standard as header.
     *
     * @param out stays open
     * @throws IOException if it cannot be written
     */
    public void writeCsv(Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(GivingColumn.titles());
        for (ObjectNode grant : grants) {
            List<String> cells = new ArrayList<>();
            for (GivingColumn column : GivingColumn.values()) {
                JsonNode value = column.in(grant);
                cells.add(
                        value.isNumber()
                                ? value.decimalValue().toPlainString()
                                : FormulaGuard.guarded(value.asText("")));
            }
            printer.printRecord(cells);
        }
        printer.flush();
    }
}
