package org.subsidia.report;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/**
 * A result made ready to be read: what every renderer starts from.
 *
 * @param id stable name of the kind of report, such as {@code funding}; written into JSON
 * @param title what it is
 * @param subtitle whom or what it is about, or null
 * @param asOf the day at which it holds, never the day of today by itself
 * @param sections in the order of reading; their ids differ
 */
public record Report(String id, Message title, @Nullable Message subtitle, LocalDate asOf, List<Section> sections) {

    /** Copies the sections and checks that ids are names and used once. */
    public Report {
        sections = List.copyOf(sections);
        Ids.check(id);
        Set<String> seen = new LinkedHashSet<>();
        for (Section section : sections) {
            if (!seen.add(section.id())) {
                throw new IllegalArgumentException("two sections are called " + section.id());
            }
        }
    }

    /** {@return all tables, in the order of reading} */
    public Stream<Table> tables() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Table.class::isInstance)
                .map(Table.class::cast);
    }

    /**
     * One table.
     *
     * @param tableId its id
     * @return the table, if the report has it
     */
    public Optional<Table> table(String tableId) {
        return tables().filter(table -> table.id().equals(tableId)).findFirst();
    }

    /** {@return all groups of findings, the most severe first} */
    public Findings findings() {
        return Findings.sorted(sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Findings.class::isInstance)
                .flatMap(block -> ((Findings) block).groups().stream())
                .toList());
    }

    /**
     * The same report without the blocks of one kind, for readers who see them elsewhere.
     *
     * @param kind of block
     * @return the report; sections that held nothing else are gone
     */
    public Report without(Class<? extends Block> kind) {
        List<Section> rest = sections.stream()
                .filter(section -> !holdsNothingBut(section, kind))
                .map(section -> new Section(
                        section.id(),
                        section.heading(),
                        section.blocks().stream()
                                .filter(block -> !kind.isInstance(block))
                                .toList()))
                .toList();
        return new Report(id, title, subtitle, asOf, rest);
    }

    /** Words that stand beside such blocks go with them; a section of words alone stays. */
    private static boolean holdsNothingBut(Section section, Class<? extends Block> kind) {
        return section.blocks().stream().anyMatch(kind::isInstance)
                && section.blocks().stream().allMatch(block -> kind.isInstance(block) || block instanceof Paragraph);
    }
}
