package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Project;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Records;
import org.subsidia.rcp.ui.Words;

/**
 * A record without a form of its own in words: sections of named values; what is not known is left out.
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
        if (record instanceof Project project) {
            return project(project, portfolio);
        }
        if (record instanceof BudgetLine line) {
            return budgetLine(line, portfolio, locale);
        }
        return new RecordSheet("", Records.name(record), List.of());
    }

    private static RecordSheet project(Project project, Portfolio portfolio) {
        Sheet sheet = new Sheet();
        sheet.section(Texts.detailIdentity);
        sheet.line(Texts.projectLead, RecordNames.of(project.lead(), portfolio));
        sheet.line(Texts.projectPartners, String.join(", ", project.partners()));
        if (project.window() != null) {
            sheet.line(Texts.columnStart, Words.date(project.window().first()));
            sheet.line(Texts.columnEnd, Words.date(project.window().last()));
        }
        sheet.line(
                Texts.detailGrants,
                String.valueOf(portfolio.grantsOf(project.id()).size()));
        sheet.section(Texts.projectCosts);
        project.costs().forEach(cost -> sheet.line(cost.category(), Words.amount(Optional.of(cost.amount()))));
        sheet.section(Texts.projectFunding);
        project.funding().forEach(line -> sheet.line(line.name(), Words.amount(Optional.of(line.amount()))));
        sheet.section(Texts.detailNote);
        sheet.line("", project.note());
        return new RecordSheet(Texts.fieldProject, project.name(), sheet.sections());
    }

    private static RecordSheet budgetLine(BudgetLine line, Portfolio portfolio, Locale locale) {
        Sheet sheet = new Sheet();
        sheet.section(Texts.detailIdentity);
        sheet.line(Texts.columnStructure, RecordNames.of(line.structure(), portfolio));
        sheet.line(Texts.listYear, String.valueOf(line.year()));
        sheet.line(
                Texts.listBudgetKind,
                ChoiceWords.of(TableKind.BUDGET, "budgetKind").label(line.kind().name()));
        sheet.line(
                Texts.budgetBasis,
                ChoiceWords.of(TableKind.BUDGET, "basis").label(line.basis().name()));
        sheet.line(Texts.listAmount, Words.amount(Optional.of(line.amount())));
        sheet.line(Texts.budgetAccount, line.account());
        sheet.line(Texts.columnFunder, line.funder() == null ? "" : FunderNames.of(line.funder(), portfolio, locale));
        sheet.line(Texts.kindGrant, RecordNames.of(line.grant(), portfolio));
        sheet.section(Texts.detailNote);
        sheet.line("", line.note());
        return new RecordSheet(Texts.kindBudgetLine, Records.name(line), sheet.sections());
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
