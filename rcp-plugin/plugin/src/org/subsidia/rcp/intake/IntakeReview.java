package org.subsidia.rcp.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.io.exchange.Stranger;
import org.subsidia.io.exchange.Taken;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.intake.IntakeFile.Part;
import org.subsidia.rcp.intake.IntakeFile.Prepared;

/** The rows of files of an exchange format, and what a person has said of its beneficiaries. Knows no window. */
final class IntakeReview implements Whose {
    private final IntakeFile file;
    private final Prepared first;
    private final Prepared now;
    private final Intake intake;
    private final List<MatchDecision> said;
    private final List<Sheet> sheets;
    private final Map<Row, Taken> takenOf = new IdentityHashMap<>();

    /** A beneficiary as the file writes it. */
    private record Name(String name, String postcode) {
        static Name of(Taken one) {
            return new Name(one.beneficiary(), one.postcode());
        }

        static Name of(MatchDecision decision) {
            return new Name(decision.name(), decision.postcode());
        }
    }

    /** A sheet of a file. */
    private record Sheet(String file, String name) {}

    private IntakeReview(IntakeFile file, Prepared first, Prepared now, List<MatchDecision> said) {
        this.file = file;
        this.first = first;
        this.now = now;
        this.intake = now.whole();
        this.said = said;
        this.sheets = first.parts().stream()
                .flatMap(part -> part.intake().taken().stream().map(one -> new Sheet(part.file(), one.sheet())))
                .distinct()
                .toList();
    }

    /** Reads a file, with what was decided before about names in a file of its own. */
    static Reading<Review> of(IntakeFile file) {
        Reading<List<MatchDecision>> decided = file.decided();
        if (!decided.isRead()) {
            return Reading.refused(decided.findings());
        }
        List<MatchDecision> said = decided.get();
        return file.prepare(said).map(read -> new IntakeReview(file, read, read, said).review());
    }

    private Review review() {
        Portfolio after = file.into().apply(intake.edit());
        List<Row> rows = rows(after);
        Ending ending =
                Ending.edit(file.name(), count -> Texts.bind(Texts.importLabel, file.name(), count), this::decided);
        List<Note> notes = new ArrayList<>(first.refused());
        now.parts().forEach(part -> notes.add(Note.read(part.file(), counts(part.intake()))));
        List<Finding> findings = new ArrayList<>(first.findings());
        findings.addAll(intake.findings());
        return new Review(
                counts(intake),
                Note.all(file.isSeveral(), notes, intake.findings()),
                rows,
                findings,
                ending,
                Optional.of(this));
    }

    private static String counts(Intake intake) {
        return Texts.bind(
                Texts.intakeCounts,
                intake.taken().stream().filter(one -> one.record() != null).count(),
                intake.count(Taken.Kind.REVIEW),
                intake.count(Taken.Kind.SKIPPED),
                intake.count(Taken.Kind.REFUSED));
    }

    /** What became of each row; those of beneficiaries that a person has turned away stay in sight. */
    private List<Row> rows(Portfolio after) {
        List<Row> rows = new ArrayList<>();
        for (Part part : now.parts()) {
            part.intake().taken().forEach(one -> rows.add(row(one, part.file(), Outcome.of(one.kind()), after)));
        }
        if (!said.isEmpty()) {
            Set<Name> here = new HashSet<>();
            intake.taken().forEach(one -> here.add(Name.of(one)));
            for (Part part : first.parts()) {
                part.intake().taken().stream()
                        .filter(one -> !here.contains(Name.of(one)))
                        .forEach(one -> rows.add(row(one, part.file(), Outcome.SKIPPED, after)));
            }
            rows.sort(Row.IN_ORDER);
        }
        return rows;
    }

    private Row row(Taken one, String name, Outcome outcome, Portfolio after) {
        Optional<StructureId> whose = outcome == Outcome.SKIPPED ? Optional.empty() : one.whose();
        List<Object> cells = new ArrayList<>();
        cells.add(one.beneficiary());
        if (file.naming() == IntakeFile.Naming.NAME_AND_POSTCODE) {
            cells.add(one.postcode());
        }
        cells.add(whose.map(id -> after.structure(id).map(Structure::name).orElse(id.value()))
                .orElse(""));
        cells.add(whose.<Object>map(id -> one.score()).orElse(""));
        cells.add(one.purpose());
        cells.add(one.amount() == null ? "" : one.amount());
        if (file.hasSheets()) {
            cells.add(one.sheet());
        }
        cells.add(name);
        Row row;
        if (outcome == Outcome.REVIEW && one.structure() != null) {
            Object key = new MatchDecision(one.beneficiary(), one.postcode(), one.structure());
            row = Row.of(key, one.line(), outcome, cells, one.findings()).inWords(outcome.label(), true);
        } else {
            Object key = one.record() == null ? one.line() : one.record();
            row = Row.of(key, one.line(), outcome, cells, one.findings());
        }
        row = row.in(sheets.indexOf(new Sheet(name, one.sheet())));
        takenOf.put(row, one);
        return row;
    }

    @Override
    public boolean isOpen(Row row) {
        Taken one = takenOf.get(row);
        return asks()
                && one != null
                && one.kind() != Taken.Kind.REFUSED
                && !one.beneficiary().isEmpty();
    }

    @Override
    public Optional<StructureId> of(Row row) {
        return Optional.ofNullable(takenOf.get(row))
                .filter(one -> row.outcome() != Outcome.SKIPPED)
                .flatMap(Taken::whose);
    }

    @Override
    public Reading<Review> say(Row row, Optional<StructureId> structure) {
        Taken one = takenOf.get(row);
        List<MatchDecision> decisions = new ArrayList<>(said);
        decisions.removeIf(decision -> Name.of(decision).equals(Name.of(one)));
        // what was said last goes before what is said of the same beneficiary by its number
        decisions.add(0, new MatchDecision(one.beneficiary(), one.postcode(), structure.orElse(null)));
        return again(decisions);
    }

    @Override
    public boolean asks() {
        return file.naming() != IntakeFile.Naming.NUMBER;
    }

    @Override
    public List<Stranger> strangers() {
        return first.whole().strangers();
    }

    @Override
    public Optional<MatchDecision> said(Stranger one) {
        return said.stream()
                .filter(decision -> decision.concerns(one.beneficiary()))
                .findFirst();
    }

    @Override
    public Reading<Review> say(List<MatchDecision> about) {
        List<MatchDecision> decisions = new ArrayList<>(about);
        said.stream()
                .filter(decision ->
                        strangers().stream().noneMatch(stranger -> decision.concerns(stranger.beneficiary())))
                .forEach(decisions::add);
        return again(decisions);
    }

    @Override
    public List<MatchDecision> decisions(List<Object> keys) {
        return Stream.concat(confirmed(keys), said.stream()).toList();
    }

    private static Stream<MatchDecision> confirmed(List<Object> keys) {
        return keys.stream().filter(MatchDecision.class::isInstance).map(MatchDecision.class::cast);
    }

    private Reading<Review> again(List<MatchDecision> decisions) {
        return first.from().prepareAgain(decisions).map(again -> new IntakeReview(file, first, again, decisions)
                .review());
    }

    /** The records chosen; where the box of a name to confirm is checked, the file is read again with that. */
    private Reading<Edit> decided(List<Object> keys) {
        Set<RecordId> chosen = new HashSet<>();
        keys.stream()
                .filter(RecordId.class::isInstance)
                .map(RecordId.class::cast)
                .forEach(chosen::add);
        List<MatchDecision> confirmed = confirmed(keys).toList();
        if (confirmed.isEmpty()) {
            return Reading.of(intake.editOf(chosen));
        }
        Set<Name> names = new HashSet<>();
        confirmed.forEach(decision -> names.add(Name.of(decision)));
        return first.from().prepareAgain(decisions(keys)).map(read -> {
            Intake again = read.whole();
            again.taken().stream()
                    .filter(one -> names.contains(Name.of(one)) && one.record() != null)
                    .forEach(one -> chosen.add(one.record()));
            return again.editOf(chosen);
        });
    }
}
