package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.identity.OrganisationId;
import org.subsidia.io.scdl.ScdlChoice;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlImport;
import org.subsidia.io.scdl.ScdlImports;
import org.subsidia.io.scdl.ScdlOptions;
import org.subsidia.io.scdl.ScdlOutcome;
import org.subsidia.io.scdl.ScdlParty;
import org.subsidia.io.scdl.ScdlRow;
import org.subsidia.io.scdl.ScdlSummary;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;

/** Published subsidies. */
final class ScdlSource extends Source.OfRows {
    private Button everybody;
    private Button known;
    private Button some;
    private Text numbers;

    @Override
    String title() {
        return Texts.scdlTitle;
    }

    @Override
    String description() {
        return Texts.scdlFileDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".csv", ".xlsx", ".txt"};
    }

    @Override
    List<Heading> headings() {
        return List.of(
                Heading.words(Texts.scdlBeneficiary, 200),
                Heading.words(Texts.scdlFunder, 160),
                Heading.words(Texts.scdlPurpose, 190),
                Heading.number(Texts.scdlAmount, 120),
                Heading.words(Texts.bankFile, 150));
    }

    @Override
    boolean takesSeveral() {
        return true;
    }

    @Override
    void createOptions(Composite page, Runnable changed) {
        Label whose = new Label(page, SWT.NONE);
        whose.setText(Texts.scdlWhose);
        GridDataFactory.fillDefaults().span(3, 1).indent(0, 12).applyTo(whose);
        everybody = radio(page, Texts.scdlEverybody, changed);
        known = radio(page, Texts.scdlKnown, changed);
        some = radio(page, Texts.scdlNumbers, changed);
        everybody.setSelection(true);
        numbers = new Text(page, SWT.BORDER);
        Accessibles.name(numbers, Texts.scdlNumbers);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .indent(32, 0)
                .grab(true, false)
                .applyTo(numbers);
        numbers.addModifyListener(event -> changed.run());
    }

    private static Button radio(Composite page, String text, Runnable changed) {
        Button button = new Button(page, SWT.RADIO);
        button.setText(text);
        button.addListener(SWT.Selection, event -> changed.run());
        GridDataFactory.fillDefaults().span(3, 1).indent(12, 0).applyTo(button);
        return button;
    }

    @Override
    Optional<String> missing() {
        numbers.setEnabled(some.getSelection());
        if (some.getSelection() && numbers.getText().isBlank()) {
            return Optional.of(Texts.scdlNoNumber);
        }
        if (known.getSelection() && known(Desk.get().portfolio()).isEmpty()) {
            return Optional.of(Texts.scdlNoKnown);
        }
        Reading<ScdlChoice> choice = choice();
        return choice.isRead()
                ? Optional.empty()
                : Optional.of(choice.findings().get(0).message().in(Texts.locale()));
    }

    private Reading<ScdlChoice> choice() {
        if (known.getSelection()) {
            return Reading.of(new ScdlChoice(known(Desk.get().portfolio())));
        }
        if (!some.getSelection()) {
            return Reading.of(ScdlChoice.everybody());
        }
        Set<OrganisationId> ids = new LinkedHashSet<>();
        for (String word : numbers.getText().strip().split("[\\s,;]+")) {
            if (word.isEmpty()) {
                continue;
            }
            Reading<OrganisationId> id = OrganisationId.read(word);
            if (!id.isRead()) {
                return Reading.refused(id.findings());
            }
            ids.add(id.get());
        }
        return Reading.of(new ScdlChoice(ids));
    }

    /** The numbers of the structures of a portfolio, as far as they are right. */
    static Set<OrganisationId> known(Portfolio portfolio) {
        Set<OrganisationId> ids = new LinkedHashSet<>();
        for (Structure structure : portfolio.structures()) {
            Stream.of(structure.siren(), structure.siret(), structure.rna())
                    .filter(number -> number != null)
                    .map(OrganisationId::read)
                    .map(Reading::value)
                    .flatMap(Optional::stream)
                    .forEach(ids::add);
        }
        return ids;
    }

    @Override
    Callable<Reading<Review>> reader(List<Path> files, Portfolio into) {
        ScdlChoice choice = choice().get();
        return () -> read(files, into, choice);
    }

    /** Reads files; one that is refused says so beside the others, as long as there are others. */
    private static Reading<Review> read(List<Path> files, Portfolio into, ScdlChoice choice) {
        List<ScdlFile> opened = new ArrayList<>();
        List<Finding> opening = new ArrayList<>();
        List<Note> refused = new ArrayList<>();
        for (Path path : files) {
            Reading<ScdlFile> reading = ScdlFile.open(path, ScdlOptions.standard());
            reading.value().ifPresent(opened::add);
            opening.addAll(reading.findings());
            if (!reading.isRead()) {
                refused.add(Note.refused(path, reading.findings()));
            }
        }
        return opened.isEmpty()
                ? Reading.refused(opening)
                : Reading.of(review(files, ScdlImports.prepare(opened, into, choice), opening, refused));
    }

    private static Review review(List<Path> files, ScdlImports prepared, List<Finding> opening, List<Note> refused) {
        String names = Source.together(files);
        List<ScdlImport> imports = prepared.imports();
        List<Row> rows = new ArrayList<>();
        List<Note> notes = new ArrayList<>(refused);
        List<Finding> findings = new ArrayList<>(opening);
        for (int part = 0; part < imports.size(); part++) {
            ScdlImport one = imports.get(part);
            for (ScdlOutcome outcome : one.outcomes()) {
                rows.add(row(outcome, one.edit().label()).in(part));
            }
            notes.add(Note.read(one.edit().label(), counts(List.of(one.summary()))));
            findings.addAll(one.findings());
        }
        List<Finding> remarks = findings.stream()
                .filter(finding -> finding.severity() != Severity.ERROR)
                .toList();
        String summary = counts(imports.stream().map(ScdlImport::summary).toList());
        Ending ending = Ending.edit(names, count -> Texts.bind(Texts.scdlLabel, names, count), keys -> {
            Set<GrantId> chosen = keys.stream().map(GrantId.class::cast).collect(Collectors.toSet());
            return Reading.of(prepared.editOf(Texts.bind(Texts.scdlLabel, names, keys.size()), chosen));
        });
        return new Review(
                summary, Note.all(files.size() > 1, notes, remarks), rows, findings, ending, Optional.empty());
    }

    private static String counts(List<ScdlSummary> summaries) {
        Money published = summaries.stream()
                .map(ScdlSummary::published)
                .reduce(Money::plus)
                .orElseThrow();
        return Texts.bind(
                Texts.scdlCounts,
                summaries.stream().mapToLong(ScdlSummary::rows).sum(),
                summaries.stream().mapToLong(ScdlSummary::repaired).sum(),
                summaries.stream().mapToLong(ScdlSummary::refused).sum(),
                AmountFormat.format(published, Texts.locale()));
    }

    private static Row row(ScdlOutcome row, String file) {
        Object key = row.grant().isPresent() ? row.grant().get() : row.line();
        List<Object> cells = List.of(
                row.row().map(ScdlRow::beneficiary).map(ScdlSource::name).orElse(""),
                row.row().map(ScdlRow::funder).map(ScdlSource::name).orElse(""),
                row.row().flatMap(ScdlRow::purpose).orElse(""),
                row.row().<Object>map(ScdlRow::attributedAmount).orElse(""),
                file);
        return Row.of(key, row.line(), Outcome.of(row.kind()), cells, row.findings());
    }

    private static String name(ScdlParty party) {
        return party.name().orElseGet(() -> party.id().map(id -> id.value()).orElse(""));
    }
}
