package org.subsidia.store.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.store.EditJson;

/**
 * One edit in a journal or history: {@code {"edit":17,"record":{…},"sha256":"…"}}.
 *
 * @param number counts the edits of a document from its first
 * @param line the line as it stands in the file
 * @param bodyStart where the record starts in the line
 */
public record EditLine(long number, SealedLine line, int bodyStart) {
    private static final Pattern START = Pattern.compile("\\{\"edit\":([1-9]\\d{0,17}),\"record\":");

    /** The line of an edit behind the line with this digest. */
    public static EditLine of(long number, EditRecord record, String before) {
        return of(number, EditJson.write(record), before);
    }

    /** The line of an edit that is written already, in whatever spelling of JSON, behind the line with this digest. */
    public static EditLine of(long number, byte[] record, String before) {
        String start = "{\"edit\":" + number + ",\"record\":";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(start.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(record);
        return new EditLine(number, SealedLine.of(body.toByteArray(), before), start.length());
    }

    /** The edit in a line, if it looks like one; the digest is not checked. */
    public static Optional<EditLine> parse(SealedLine line) {
        Matcher start = START.matcher(line.start());
        return start.lookingAt()
                ? Optional.of(new EditLine(Long.parseLong(start.group(1)), line, start.end()))
                : Optional.empty();
    }

    /** The edit, or why this version cannot read it. */
    public Reading<EditRecord> record(Place place) {
        return EditJson.readRecord(line.from(bodyStart), "").at(place);
    }
}
