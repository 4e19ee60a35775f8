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
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.identity.OrganisationId;
import org.subsidia.io.scdl.ScdlChoice;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlImport;
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
                Heading.number(Texts.scdlAmount, 120));
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
        Path file = files.get(0);
        ScdlChoice choice = choice().get();
        return () -> {
            Reading<ScdlFile> opened = ScdlFile.open(file, ScdlOptions.standard());
            return opened.map(scdl ->
                    review(file.getFileName().toString(), ScdlImport.prepare(scdl, into, choice), opened.findings()));
        };
    }

    private static Review review(String file, ScdlImport prepared, List<Finding> opening) {
        List<Finding> findings = new ArrayList<>(prepared.findings());
        findings.addAll(opening);
        ScdlSummary summary = prepared.summary();
        String sentence = Texts.bind(
                Texts.scdlCounts,
                summary.rows(),
                summary.repaired(),
                summary.refused(),
                AmountFormat.format(summary.published(), Texts.locale()));
        List<Row> rows = prepared.outcomes().stream().map(ScdlSource::row).toList();
        Ending ending = Ending.edit(
                file,
                count -> Texts.bind(Texts.scdlLabel, file, count),
                keys -> Reading.of(
                        prepared.editOf(keys.stream().map(GrantId.class::cast).collect(Collectors.toSet()))));
        return new Review(sentence, rows, findings, ending);
    }

    private static Row row(ScdlOutcome row) {
        Object key = row.grant().isPresent() ? row.grant().get() : row.line();
        List<Object> cells = List.of(
                row.row().map(ScdlRow::beneficiary).map(ScdlSource::name).orElse(""),
                row.row().map(ScdlRow::funder).map(ScdlSource::name).orElse(""),
                row.row().flatMap(ScdlRow::purpose).orElse(""),
                row.row().<Object>map(ScdlRow::attributedAmount).orElse(""));
        return Row.of(key, row.line(), Outcome.of(row.kind()), cells, row.findings());
    }

    private static String name(ScdlParty party) {
        return party.name().orElseGet(() -> party.id().map(id -> id.value()).orElse(""));
    }
}
