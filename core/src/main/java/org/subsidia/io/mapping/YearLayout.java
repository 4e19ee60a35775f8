package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

/** Yearly parts of grants, one a row: a grant has one of each kind for a year. */
final class YearLayout extends Layout<GrantYear> {
    private static final List<String> KEY = List.of("grant", "yearKind", "year");

    YearLayout() {
        super(new LayoutBuilder<GrantYear>()
                .grant("grant", part -> part.grant().id(), null)
                .structure("structure", part -> part.grant().structure(), null)
                .required(
                        "year",
                        FieldType.YEAR,
                        part -> part.line().year(),
                        (part, value) -> with(
                                part,
                                new YearLine(
                                        part.line().kind(),
                                        (Integer) value,
                                        part.line().amount())))
                .choice(
                        "yearKind",
                        true,
                        YearLineKind.class,
                        part -> part.line().kind(),
                        (part, value) -> with(
                                part,
                                new YearLine(
                                        value, part.line().year(), part.line().amount())))
                .required(
                        "amount",
                        FieldType.AMOUNT,
                        part -> part.line().amount(),
                        (part, value) -> with(
                                part,
                                new YearLine(part.line().kind(), part.line().year(), (Money) value)))
                .silent(
                        "currency",
                        FieldType.CURRENCY,
                        part -> Currencies.shown(part.line().amount())));
    }

    private static GrantYear with(GrantYear part, YearLine line) {
        return new GrantYear(part.grant(), line);
    }

    @Override
    List<List<String>> keys() {
        return List.of(KEY);
    }

    @Override
    List<String> naturalKey() {
        return KEY;
    }

    @Override
    List<GrantYear> records(Portfolio portfolio) {
        List<GrantYear> all = new ArrayList<>();
        for (Grant grant : portfolio.grants()) {
            grant.yearLines().forEach(line -> all.add(new GrantYear(grant, line)));
        }
        return all;
    }

    @Override
    RecordId id(GrantYear part) {
        return part.grant().id();
    }

    @Override
    String identity(GrantYear part) {
        return String.join(
                "\u001f",
                part.grant().id().value(),
                part.line().kind().name(),
                Integer.toString(part.line().year()));
    }

    @Override
    @Nullable
    GrantYear start(String id, RowValues row, Workspace workspace) {
        Optional<PortfolioRecord> grant = row.group("grant", GrantId.class).flatMap(workspace::find);
        Optional<YearLineKind> kind = row.text("yearKind").map(YearLineKind::valueOf);
        Optional<Integer> year = row.value("year", Integer.class);
        Optional<Money> amount = row.value("amount", Money.class);
        return grant.isEmpty() || kind.isEmpty() || year.isEmpty() || amount.isEmpty()
                ? null
                : new GrantYear((Grant) grant.get(), new YearLine(kind.get(), year.get(), amount.get()));
    }

    @Override
    GrantYear current(GrantYear part, Workspace workspace) {
        Grant grant = (Grant) workspace.find(part.grant().id()).orElse(part.grant());
        YearLine line = grant.yearLines().stream()
                .filter(known -> isSame(known, part.line()))
                .findFirst()
                .orElse(part.line());
        return new GrantYear(grant, line);
    }

    private static boolean isSame(YearLine known, YearLine part) {
        return known.kind() == part.kind() && known.year() == part.year();
    }

    @Override
    void put(GrantYear part, RowValues row, Workspace workspace) {
        Grant grant = (Grant) workspace.find(part.grant().id()).orElse(part.grant());
        List<YearLine> lines = new ArrayList<>(grant.yearLines());
        lines.replaceAll(line -> isSame(line, part.line()) ? part.line() : line);
        if (lines.stream().noneMatch(line -> isSame(line, part.line()))) {
            lines.add(part.line());
        }
        workspace.put(grant.toBuilder().yearLines(lines).build());
    }
}
