package org.subsidia.cashflow.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.subsidia.document.YamlDocument;
import org.subsidia.document.YamlFields;
import org.subsidia.document.YamlText;
import org.subsidia.finding.FileFindings;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.FunderLevel;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Those who transfer money that others granted, such as the ASP and the State’s accounting officers, and whose money it may be.
 *
 * @param payers the first whose spelling is found counts
 */
public record PayerTable(List<Payer> payers) {
    private static final Set<String> KEYS = Set.of("id", "name", "spellings", "for");

    /** Copies the list. */
    public PayerTable {
        payers = List.copyOf(payers);
    }

    /**
     * One who pays for others.
     *
     * @param id its id in the table
     * @param name its name
     * @param spellings as banks write it
     * @param levels of the funders whose money it may be
     */
    public record Payer(String id, String name, List<String> spellings, Set<FunderLevel> levels) {
        /** Copies the lists and brings the spellings into one form. */
        public Payer {
            spellings = spellings.stream().map(Spelling::of).toList();
            levels = Set.copyOf(levels);
        }

        /**
         * A payer that has no id yet.
         *
         * @param name its name, which makes its id
         * @param spellings as banks write it
         * @param levels of the funders whose money it may be; none: its money is no funding
         * @return the payer; its spellings are capital letters and digits only, those of which nothing is left are gone
         */
        public static Payer named(String name, List<String> spellings, Set<FunderLevel> levels) {
            String id = Spelling.of(name).strip().toLowerCase(Locale.ROOT).replace(' ', '-');
            List<String> telling = spellings.stream()
                    .filter(text -> !Spelling.of(text).isBlank())
                    .toList();
            return new Payer(id.isEmpty() ? "payer" : id, name, telling, levels);
        }
    }

    /** {@return no payer} */
    public static PayerTable none() {
        return new PayerTable(List.of());
    }

    /** {@return the payers that the library knows} */
    public static PayerTable standard() {
        try (InputStream in = PayerTable.class.getResourceAsStream("payers.yaml")) {
            Reading<PayerTable> table = read("payers.yaml", Objects.requireNonNull(in));
            if (!table.findings().isEmpty()) {
                throw new IllegalStateException(table.findings().toString());
            }
            return table.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table of one’s own.
     *
     * @param file its name, for findings
     * @param in a YAML list of {@code id}, {@code name}, {@code spellings} and {@code for}, the levels of funders
     * @return the table, or what is wrong with it
     */
    public static Reading<PayerTable> read(String file, InputStream in) {
        Reading<YamlDocument> document = YamlDocument.read(file, in);
        if (!document.isRead()) {
            return Reading.refused(document.findings());
        }
        Place place = Place.file(file);
        List<Finding> findings = new ArrayList<>();
        List<Payer> payers = new ArrayList<>();
        if (document.get().root() instanceof SequenceNode list) {
            for (Node node : list.getValue()) {
                YamlFields.of(node, place, findings, KEYS)
                        .flatMap(PayerTable::payer)
                        .ifPresent(payers::add);
            }
        } else {
            findings.add(Finding.error(place, "BANK-PAYERS-LIST"));
        }
        return findings.isEmpty() ? Reading.of(new PayerTable(payers)) : Reading.refused(findings);
    }

    /**
     * Reads a table of one’s own.
     *
     * @param file the file
     * @return the table, or what is wrong with it
     */
    public static Reading<PayerTable> read(Path file) {
        Optional<Finding> missing = FileFindings.missing(file);
        if (missing.isPresent()) {
            return Reading.refused(missing.get());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(String.valueOf(file.getFileName()), in);
        } catch (IOException e) {
            return Reading.refused(FileFindings.unreadable(file, e));
        }
    }

    private static Optional<Payer> payer(YamlFields fields) {
        Optional<String> id = fields.need("id");
        Optional<String> name = fields.need("name");
        fields.need(List.of("spellings", "for"));
        Set<FunderLevel> levels = EnumSet.noneOf(FunderLevel.class);
        for (String text : fields.texts("for")) {
            Optional<FunderLevel> level = Arrays.stream(FunderLevel.values())
                    .filter(one -> one.name().equals(text))
                    .findFirst();
            if (level.isPresent()) {
                levels.add(level.get());
            } else {
                fields.error("for", "DOC-WORD-UNKNOWN", text, YamlFields.names(FunderLevel.class));
            }
        }
        return id.isPresent() && name.isPresent()
                ? Optional.of(new Payer(id.get(), name.get(), fields.texts("spellings"), levels))
                : Optional.empty();
    }

    /** {@return the table as {@link #read} reads it} */
    public String text() {
        StringBuilder yaml = new StringBuilder();
        for (Payer payer : payers) {
            yaml.append("- id: ")
                    .append(YamlText.of(payer.id()))
                    .append("\n  name: ")
                    .append(YamlText.of(payer.name()))
                    .append("\n  spellings: ")
                    .append(payer.spellings().stream()
                            .map(words -> YamlText.of(words.strip()))
                            .toList())
                    .append("\n  for: ")
                    .append(payer.levels().stream().sorted().map(Enum::name).toList())
                    .append('\n');
        }
        return payers.isEmpty() ? "[]\n" : yaml.toString();
    }

    /**
     * This table behind another, whose payers are looked for first.
     *
     * @param own the other table
     * @return both
     */
    public PayerTable after(PayerTable own) {
        List<Payer> all = new ArrayList<>(own.payers);
        all.addAll(payers);
        return new PayerTable(all);
    }

    /** The first payer that a text names. */
    Optional<Payer> in(String spelled) {
        return payers.stream()
                .filter(payer -> payer.spellings().stream().anyMatch(words -> Spelling.has(spelled, words)))
                .findFirst();
    }
}
