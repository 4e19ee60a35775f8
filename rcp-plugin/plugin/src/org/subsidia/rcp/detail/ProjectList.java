package org.subsidia.rcp.detail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FundingKind;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Words;

/** A list within a project. */
enum ProjectList implements ItemList<Project> {
    COSTS,
    FUNDING,
    PARTNERS;

    @Override
    public String title() {
        return switch (this) {
            case COSTS -> Texts.projectCosts;
            case FUNDING -> Texts.projectFunding;
            case PARTNERS -> Texts.projectPartners;
        };
    }

    @Override
    public List<Entry> entries(Portfolio portfolio) {
        return switch (this) {
            case COSTS ->
                List.of(
                        Entry.of(Texts.projectCostOf, FieldKind.TEXT, true),
                        Entry.of(Texts.listAmount, FieldKind.AMOUNT, true),
                        Entry.of(Texts.projectEligible, FieldKind.AMOUNT, false),
                        Entry.of(Texts.listYear, FieldKind.YEAR, false));
            case FUNDING ->
                List.of(
                        new Entry(Texts.projectWho, FieldKind.TEXT, true, FunderNames.all(portfolio, Texts.locale())),
                        choice(
                                Texts.detailKind,
                                true,
                                Worded.all(FundingKind.values(), FundingKind::label, Texts.locale())),
                        choice(Texts.kindGrant, false, RecordNames.of(grants(portfolio))),
                        Entry.of(Texts.listAmount, FieldKind.AMOUNT, true),
                        choice(Texts.projectConfirmed, false, List.of(Texts.eligibilityYes, Texts.eligibilityNo)),
                        Entry.more(Texts.projectWritten, FieldKind.TEXT, List.of()));
            case PARTNERS -> List.of(Entry.of(Texts.projectPartner, FieldKind.TEXT, true));
        };
    }

    /** The grants that are of a project. */
    private static List<Grant> grants(Portfolio portfolio) {
        return portfolio.grants().stream()
                .filter(grant -> grant.project() != null)
                .toList();
    }

    private static Entry choice(String label, boolean required, List<String> choices) {
        return new Entry(label, FieldKind.CHOICE, required, choices);
    }

    @Override
    public List<List<String>> lines(Project project, Portfolio portfolio) {
        return switch (this) {
            case COSTS ->
                project.costs().stream()
                        .map(cost -> List.of(
                                cost.category(),
                                amount(cost.amount()),
                                amount(cost.eligible()),
                                Objects.toString(cost.year(), "")))
                        .toList();
            case FUNDING ->
                project.funding().stream()
                        .map(line -> List.of(
                                who(line, portfolio),
                                line.kind().label().in(Texts.locale()),
                                RecordNames.of(line.grant(), portfolio),
                                amount(line.amount()),
                                GrantField.yesOrNo(line.confirmed()),
                                line.name().equals(who(line, portfolio)) ? "" : line.name()))
                        .toList();
            case PARTNERS -> project.partners().stream().map(List::of).toList();
        };
    }

    private static String amount(Money money) {
        return Words.amount(Optional.ofNullable(money));
    }

    @Override
    public Optional<String> refusal(Project project, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        return switch (this) {
            case COSTS -> {
                Money eligible = money(texts.get(2), project, locale);
                boolean over = eligible != null && eligible.isGreaterThan(money(texts.get(1), project, locale));
                yield over ? Optional.of(Texts.projectEligibleOver) : Optional.empty();
            }
            case FUNDING -> {
                boolean other = grant(texts.get(2), portfolio)
                        .flatMap(portfolio::grant)
                        .filter(grant -> !project.id().equals(grant.project()))
                        .isPresent();
                yield other ? Optional.of(Texts.projectGrantOther) : Optional.empty();
            }
            case PARTNERS -> Optional.empty();
        };
    }

    private static Optional<GrantId> grant(String name, Portfolio portfolio) {
        return RecordNames.find(grants(portfolio), name).map(GrantId.class::cast);
    }

    /** The currency of the project's amounts; euros where it has none. */
    static CurrencyUnit currency(Project project) {
        return project.costs().stream()
                .map(ProjectCost::amount)
                .findFirst()
                .map(Money::getCurrencyUnit)
                .orElse(CurrencyUnit.EUR);
    }

    private static Money money(String text, Project project, Locale locale) {
        return text.isBlank()
                ? null
                : AmountFormat.read(text, locale, currency(project)).get();
    }

    @Override
    public Project with(Project project, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        Project.Builder to = project.toBuilder();
        switch (this) {
            case COSTS ->
                to.costs(GrantList.put(
                        project.costs(),
                        line,
                        new ProjectCost(
                                texts.get(0).strip(),
                                money(texts.get(1), project, locale),
                                money(texts.get(2), project, locale),
                                texts.get(3).isBlank()
                                        ? null
                                        : Integer.valueOf(texts.get(3).strip()))));
            case FUNDING ->
                to.funding(GrantList.put(project.funding(), line, funding(project, line, texts, portfolio, locale)));
            case PARTNERS ->
                to.partners(GrantList.put(project.partners(), line, texts.get(0).strip()));
        }
        return to.build();
    }

    /** Who brings the money: the name of the funder of the portfolio, else the words that stand there. */
    private static String who(FundingLine line, Portfolio portfolio) {
        return line.funder() == null ? line.name() : FunderNames.of(line.funder(), portfolio, Texts.locale());
    }

    private static FundingLine funding(
            Project project, int at, List<String> texts, Portfolio portfolio, Locale locale) {
        FundingLine before = GrantList.at(project.funding(), at);
        String who = texts.get(0).strip();
        boolean same = before != null && who.equals(who(before, portfolio));
        FunderId funder = same
                ? before.funder()
                : FunderNames.find(who, portfolio, locale).orElse(null);
        String written = texts.get(5).strip();
        return new FundingLine(
                Worded.find(FundingKind.values(), FundingKind::label, texts.get(1), locale),
                funder == null || written.isEmpty() ? who : written,
                funder,
                grant(texts.get(2), portfolio).orElse(null),
                money(texts.get(3), project, locale),
                texts.get(4).isEmpty() ? null : texts.get(4).equals(Texts.eligibilityYes));
    }

    @Override
    public Project without(Project project, int line) {
        Project.Builder to = project.toBuilder();
        switch (this) {
            case COSTS -> to.costs(GrantList.without(project.costs(), line));
            case FUNDING -> to.funding(GrantList.without(project.funding(), line));
            case PARTNERS -> to.partners(GrantList.without(project.partners(), line));
        }
        return to.build();
    }
}
