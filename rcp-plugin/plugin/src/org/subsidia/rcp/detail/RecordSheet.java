package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Records;
import org.subsidia.rcp.ui.Words;

/**
 * A record in words; grants and structures have forms of their own: sections of named values; what is not known is left out.
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
        if (record instanceof Funder funder) {
            return funder(funder, portfolio, locale);
        }
        if (record instanceof Programme programme) {
            return programme(programme, portfolio);
        }
        if (record instanceof Call call) {
            return call(call, portfolio);
        }
        return new RecordSheet("", Records.name(record), List.of());
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

    private static RecordSheet programme(Programme programme, Portfolio portfolio) {
        Sheet sheet = new Sheet();
        sheet.section(Texts.detailIdentity);
        sheet.line(Texts.detailCode, programme.code());
        sheet.line(Texts.detailFund, programme.fund());
        sheet.line(Texts.columnFunder, name(programme.funder(), portfolio));
        sheet.section(Texts.detailNote);
        sheet.line("", programme.note());
        return new RecordSheet(Texts.kindProgramme, programme.name(), sheet.sections());
    }

    private static RecordSheet call(Call call, Portfolio portfolio) {
        Sheet sheet = new Sheet();
        sheet.section(Texts.detailIdentity);
        sheet.line(Texts.columnFunder, name(call.funder(), portfolio));
        sheet.line(
                Texts.kindProgramme,
                call.programme() == null
                        ? ""
                        : portfolio
                                .programme(call.programme())
                                .map(Programme::name)
                                .orElse(call.programme().value()));
        sheet.line(Texts.detailMinimum, Words.amount(Optional.ofNullable(call.minimum())));
        sheet.line(Texts.fieldMaximum, Words.amount(Optional.ofNullable(call.maximum())));
        sheet.section(Texts.detailDates);
        sheet.line(Texts.detailOpens, Words.date(call.opens()));
        sheet.line(Texts.detailCloses, Words.date(call.closes()));
        sheet.line(Texts.detailDecision, Words.date(call.decision()));
        sheet.section(Texts.detailNote);
        sheet.line("", call.address());
        sheet.line("", call.note());
        return new RecordSheet(Texts.kindCall, call.name(), sheet.sections());
    }

    private static String name(FunderId id, Portfolio portfolio) {
        return id == null ? "" : portfolio.funder(id).map(Funder::name).orElse(id.value());
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
