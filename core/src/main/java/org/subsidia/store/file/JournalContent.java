package org.subsidia.store.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.store.internal.EditLine;
import org.subsidia.store.internal.SealedLine;

/**
 * What stands in a journal.
 *
 * <pre>
 * {"format":"subsidia-journal","version":1,"continues":"…","after":"…","sha256":"…"}
 * {"edit":17,"record":{…},"sha256":"…"}
 * {"saving":"…","sha256":"…"}
 * </pre>
 *
 * <p>The first line names the saved document that the journal continues, and the last line of the history. Before a save takes
 * the document’s place its digest is noted: whichever document stands there after a crash, it is known which edits it lacks.
 */
final class JournalContent {
    static final int VERSION = 1;
    private static final String HEAD = "{\"format\":\"subsidia-journal\",\"version\":";
    private static final Pattern HEADER = Pattern.compile(
            Pattern.quote(HEAD) + "([1-9]\\d{0,8}),\"continues\":\"([0-9a-f]{64})\",\"after\":\"([0-9a-f]{64})\"");
    private static final Pattern SAVING = Pattern.compile("\\{\"saving\":\"([0-9a-f]{64})\"");

    private final Place place;
    private final List<EditLine> edits = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private String seal = SealedLine.FIRST;
    private long length;
    private boolean terminated = true;
    private boolean damaged;

    /** A document that the journal names, and how many of the edits are in it. */
    private record State(String document, int edits) {}

    private JournalContent(Place place) {
        this.place = place;
    }

    static SealedLine header(String document, String after) {
        return SealedLine.of(
                HEAD + VERSION + ",\"continues\":\"" + document + "\",\"after\":\"" + after + "\"", SealedLine.FIRST);
    }

    static SealedLine saving(String document, String before) {
        return SealedLine.of("{\"saving\":\"" + document + "\"", before);
    }

    static JournalContent read(Path journal) throws IOException {
        JournalContent content = new JournalContent(Place.file(journal.toString()));
        try (LineInput in = LineInput.open(journal)) {
            Optional<byte[]> line = in.next();
            if (line.isEmpty()) {
                content.damage("STORE-JOURNAL-DAMAGED", 1, 1);
            }
            while (line.isPresent() && content.add(line.get(), in)) {
                content.length = in.end();
                content.terminated = in.terminated();
                line = in.next();
            }
            long lost = 0;
            while (content.damaged && in.next().isPresent()) {
                lost++;
            }
            if (lost > 0) {
                content.findings.add(Finding.warning(content.place, "STORE-JOURNAL-REST", lost));
            }
        }
        return content;
    }

    /** Takes a line; false where the journal cannot be followed any further. */
    private boolean add(byte[] bytes, LineInput in) {
        Optional<SealedLine> sealed = SealedLine.parse(bytes).filter(line -> line.follows(seal));
        if (sealed.isEmpty()) {
            boolean torn = in.number() > 1 && !in.terminated() && !SealedLine.wasComplete(bytes);
            if (torn) {
                findings.add(Finding.info(place.line(in.number()), "STORE-JOURNAL-TORN", in.number()));
            } else {
                damage("STORE-JOURNAL-DAMAGED", in.number(), in.number());
            }
            return false;
        }
        SealedLine line = sealed.get();
        Matcher header = HEADER.matcher(line.start());
        if (in.number() == 1) {
            return header.lookingAt() ? start(header) : damage("STORE-JOURNAL-DAMAGED", 1, 1);
        }
        Matcher saving = SAVING.matcher(line.start());
        if (saving.lookingAt()) {
            states.add(new State(saving.group(1), edits.size()));
            return true;
        }
        Optional<EditLine> edit = EditLine.parse(line);
        if (edit.isEmpty()) {
            return damage("STORE-JOURNAL-DAMAGED", in.number(), in.number());
        }
        edits.add(edit.get());
        seal = line.sha256();
        return true;
    }

    private boolean start(Matcher header) {
        int version = Integer.parseInt(header.group(1));
        if (version > VERSION) {
            return damage("STORE-JOURNAL-NEWER", 1, version, VERSION);
        }
        states.add(new State(header.group(2), 0));
        seal = header.group(3);
        return true;
    }

    private boolean damage(String code, long line, Object... arguments) {
        damaged = true;
        findings.add(Finding.error(place.line(line), code, arguments));
        return false;
    }

    /** The number of edits that a document holds already, if the journal knows the document. */
    Optional<Integer> savedIn(String document) {
        Optional<Integer> count = Optional.empty();
        for (State state : states) {
            if (state.document.equals(document)) {
                count = Optional.of(state.edits);
            }
        }
        return count;
    }

    List<EditLine> edits() {
        return edits;
    }

    /** The edits from this position on, up to the first that this version cannot read, which is named. */
    List<EditRecord> records(int from) {
        List<EditRecord> records = new ArrayList<>();
        for (EditLine edit : edits.subList(from, edits.size())) {
            var reading = edit.record(place.line(0).field("edit " + edit.number()));
            findings.addAll(reading.findings());
            if (!reading.isRead()) {
                damaged = true;
                break;
            }
            records.add(reading.get());
        }
        return records;
    }

    /** The digest of the last whole edit. */
    String seal() {
        return seal;
    }

    /** How many bytes are whole. */
    long length() {
        return length;
    }

    /** Whether the last whole line has its line feed. */
    boolean terminated() {
        return terminated;
    }

    /** Whether something that was once whole can no longer be read. */
    boolean damaged() {
        return damaged;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
