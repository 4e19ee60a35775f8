package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Provenance;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Words;

/**
 * A record in words: sections of named values; what is not known is left out.
 *
 * @param kind what it is
 * @param title its name
 * @param sections in the order of reading, none empty
 */
record RecordSheet(String kind, String title, List<Section> sections) {

    /** Values that belong together. */
    record Section(String title, List<Line> lines) {}

    /** A named value. */
    record Line(String name, String value) {}

    static RecordSheet of(PortfolioRecord record, Portfolio portfolio, Locale locale) {
        if (record instanceof Structure structure) {
            return structure(structure, portfolio, locale);
        }
        if (record instanceof Funder funder) {
            return funder(funder, portfolio, locale);
        }
        if (record instanceof Grant grant) {
            return grant(grant, portfolio, locale);
        }
        return new RecordSheet("", record.id().value(), List.of());
    }

    private static RecordSheet structure(Structure structure, Portfolio portfolio, Locale locale) {
        Sheet sheet = new Sheet();
        sheet.section(Texts.detailIdentity);
        sheet.line(Texts.detailKind, structure.kind().label().in(locale));
        sheet.line(Texts.detailSiren, structure.siren());
        sheet.line(Texts.detailSiret, structure.siret());
        sheet.line(Texts.detailRna, structure.rna());
        sheet.line(Texts.detailLegalForm, structure.legalForm());
        sheet.line(Texts.detailCreated, Words.date(structure.created()));
        sheet.line(
                Texts.detailGrants,
                String.valueOf(portfolio.grantsOf(structure.id()).size()));
        sheet.section(Texts.detailLabels);
        for (Label label : structure.labels()) {
            String phase = label.phase() == null ? "" : ' ' + label.phase();
            sheet.line(label.kind().label().in(locale) + phase, window(label.start(), label.decidedEnd()));
        }
        sheet.section(Texts.detailNote);
        sheet.line("", structure.note());
        return new RecordSheet(Texts.kindStructure, structure.name(), sheet.sections());
    }

    private static RecordSheet funder(Funder funder, Portfolio portfolio, Locale locale) {
        Sheet sheet = new Sheet();
        sheet.section(Texts.detailIdentity);
        sheet.line(Texts.detailLevel, funder.level().label().in(locale));
        sheet.line(Texts.detailSiren, funder.siren());
        sheet.line(Texts.detailSiret, funder.siret());
        sheet.line(Texts.detailTerritory, funder.territory());
        sheet.line(Texts.detailNuts, funder.nuts());
        sheet.line(
                Texts.detailGrants,
                String.valueOf(portfolio.grantsOf(funder.id()).size()));
        sheet.section(Texts.detailNote);
        sheet.line("", funder.note());
        return new RecordSheet(Texts.kindFunder, funder.name(), sheet.sections());
    }

    private static RecordSheet grant(Grant grant, Portfolio portfolio, Locale locale) {
        Sheet sheet = new Sheet();
        sheet.section(Texts.detailIdentity);
        sheet.line(Texts.columnState, grant.state().label().in(locale));
        sheet.line(
                Texts.columnStructure,
                portfolio
                        .structure(grant.structure())
                        .map(Structure::name)
                        .orElse(grant.structure().value()));
        sheet.line(Texts.detailPayer, name(grant.payer(), portfolio));
        sheet.line(Texts.detailDecisionMaker, name(grant.decisionMaker(), portfolio));
        sheet.line(Texts.detailOrigin, name(grant.origin(), portfolio));
        sheet.line(Texts.detailReference, grant.reference());
        sheet.line(Texts.detailScheme, grant.scheme());
        sheet.line(Texts.detailNature, grant.nature().label().in(locale));
        sheet.section(Texts.detailAmounts);
        for (AmountStage stage : AmountStage.values()) {
            sheet.line(stage.label().in(locale), Words.amount(grant.amount(stage)));
        }
        sheet.line(Texts.detailReceived, Words.amount(grant.received()));
        sheet.section(Texts.detailDates);
        sheet.line(Texts.detailRequest, Words.date(grant.dates().request()));
        sheet.line(Texts.detailDecision, Words.date(grant.dates().decision()));
        sheet.line(Texts.detailNotification, Words.date(grant.dates().notification()));
        sheet.line(Texts.detailConvention, Words.date(grant.dates().convention()));
        sheet.line(Texts.columnStart, Words.date(grant.dates().start()));
        sheet.line(Texts.columnEnd, Words.date(grant.dates().end()));
        sheet.line(Texts.detailReport, Words.date(grant.dates().report()));
        sheet.section(Texts.detailSource);
        for (Provenance source : grant.provenance()) {
            sheet.line(
                    Texts.detailFile,
                    source.line() > 0 ? Texts.bind(Texts.detailFileLine, source.file(), source.line()) : source.file());
            sheet.line(Texts.detailPublished, Words.amount(Optional.ofNullable(source.published())));
            sheet.line(Texts.detailAttributed, Words.amount(Optional.ofNullable(source.attributed())));
        }
        sheet.section(Texts.detailNote);
        sheet.line("", grant.note());
        String title = grant.purpose().isBlank() ? grant.id().value() : grant.purpose();
        return new RecordSheet(Texts.kindGrant, title, sheet.sections());
    }

    private static String name(FunderId id, Portfolio portfolio) {
        return id == null ? "" : portfolio.funder(id).map(Funder::name).orElse(id.value());
    }

    private static String window(LocalDate start, LocalDate end) {
        if (start == null && end == null) {
            return Texts.detailUndated;
        }
        return (start == null ? "…" : Words.date(start)) + " – " + (end == null ? "…" : Words.date(end));
    }

    /** Collects lines, and drops what is empty. */
    private static final class Sheet {
        private final List<Section> sections = new ArrayList<>();

        void section(String title) {
            sections.add(new Section(title, new ArrayList<>()));
        }

        void line(String name, String value) {
            if (value != null && !value.isBlank()) {
                sections.get(sections.size() - 1).lines().add(new Line(name, value));
            }
        }

        List<Section> sections() {
            return sections.stream()
                    .filter(section -> !section.lines().isEmpty())
                    .toList();
        }
    }
}
