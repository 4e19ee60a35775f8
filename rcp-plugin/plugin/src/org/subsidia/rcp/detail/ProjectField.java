package org.subsidia.rcp.detail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** A field of the form of a project. */
enum ProjectField implements Field<Project> {
    NAME(FieldKind.TEXT),
    LEAD(FieldKind.CHOICE),
    FIRST(FieldKind.DAY),
    LAST(FieldKind.DAY),
    NOTE(FieldKind.TEXT);

    private final FieldKind kind;

    ProjectField(FieldKind kind) {
        this.kind = kind;
    }

    @Override
    public FieldKind kind() {
        return kind;
    }

    @Override
    public String label() {
        return switch (this) {
            case NAME -> Texts.structureName;
            case LEAD -> Texts.projectLead;
            case FIRST -> Texts.columnStart;
            case LAST -> Texts.columnEnd;
            case NOTE -> Texts.detailNote;
        };
    }

    @Override
    public String text(Project project, Portfolio portfolio, Locale locale) {
        return switch (this) {
            case NAME -> project.name();
            case LEAD -> RecordNames.of(project.lead(), portfolio);
            case FIRST -> Words.date(window(project).first());
            case LAST -> Words.date(window(project).last());
            case NOTE -> Objects.requireNonNullElse(project.note(), "");
        };
    }

    private static DateWindow window(Project project) {
        return Objects.requireNonNullElse(project.window(), new DateWindow(null, null));
    }

    @Override
    public List<String> choices(Portfolio portfolio, Locale locale) {
        return this == LEAD ? RecordNames.orNothing(RecordKind.STRUCTURE, portfolio) : List.of();
    }

    @Override
    public Optional<String> refusal(Project project, Portfolio portfolio, String text, Locale locale) {
        Optional<String> refusal =
                kind.refusal(text, this == NAME, choices(portfolio, locale), CurrencyUnit.EUR, locale);
        if (refusal.isPresent() || kind != FieldKind.DAY || text.isBlank()) {
            return refusal;
        }
        return window(project, text, locale).ordered() ? Optional.empty() : Optional.of(Texts.cellDayOrder);
    }

    private DateWindow window(Project project, String text, Locale locale) {
        DateWindow now = window(project);
        return this == FIRST
                ? new DateWindow(DayText.read(text, locale).orElse(null), now.last())
                : new DateWindow(now.first(), DayText.read(text, locale).orElse(null));
    }

    @Override
    public Project changed(Project project, Portfolio portfolio, String text, Locale locale) {
        String word = text.isBlank() ? null : text.strip();
        Project.Builder to = project.toBuilder();
        switch (this) {
            case NAME -> to.name(word);
            case LEAD ->
                to.lead((StructureId)
                        RecordNames.find(RecordKind.STRUCTURE, text, portfolio).orElse(null));
            case FIRST, LAST -> {
                DateWindow window = window(project, text, locale);
                to.window(window.first() == null && window.last() == null ? null : window);
            }
            case NOTE -> to.note(word);
        }
        return to.build();
    }
}
