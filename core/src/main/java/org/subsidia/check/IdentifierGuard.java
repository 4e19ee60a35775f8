package org.subsidia.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Structure;

/** G-ID: a SIREN, SIRET or RNA number is wrong, or can be repaired, or SIREN and SIRET do not belong together. */
final class IdentifierGuard implements Guard {
    @Override
    public String id() {
        return "G-ID";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-ID");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        for (Structure structure : context.structures()) {
            read(
                    structure,
                    "siren",
                    structure.siren(),
                    text -> Siren.read(text).map(Siren::value),
                    found,
                    value -> structure.toBuilder().siren(value).build());
            read(
                    structure,
                    "siret",
                    structure.siret(),
                    text -> Siret.read(text).map(Siret::value),
                    found,
                    value -> structure.toBuilder().siret(value).build());
            read(
                    structure,
                    "rna",
                    structure.rna(),
                    text -> Rna.read(text).map(Rna::value),
                    found,
                    value -> structure.toBuilder().rna(value).build());
            pair(structure, structure.siren(), structure.siret(), found);
        }
        if (context.isWhole()) {
            for (Funder funder : context.portfolio().funders()) {
                read(
                        funder,
                        "siren",
                        funder.siren(),
                        text -> Siren.read(text).map(Siren::value),
                        found,
                        value -> funder.toBuilder().siren(value).build());
                read(
                        funder,
                        "siret",
                        funder.siret(),
                        text -> Siret.read(text).map(Siret::value),
                        found,
                        value -> funder.toBuilder().siret(value).build());
                pair(funder, funder.siren(), funder.siret(), found);
            }
        }
        return found;
    }

    private void read(
            PortfolioRecord record,
            String field,
            @Nullable String text,
            Function<String, Reading<String>> reader,
            List<Checked> found,
            Function<String, PortfolioRecord> repaired) {
        if (text == null) {
            return;
        }
        Reading<String> reading = reader.apply(text);
        Place place = Verdict.place(record, field);
        Optional<Message> reason = reading.findings().stream()
                .filter(finding -> !reading.isRead() == (finding.severity() == Severity.ERROR))
                .map(Finding::message)
                .findFirst();
        if (!reading.isRead()) {
            Message why = reason.orElse(Message.of("CHECK-TEXT", text));
            found.add(Verdict.error(this, place, Message.of("CHECK-ID-BAD", field(field), text, why))
                    .because(written(text))
                    .from(record)
                    .checked());
        } else if (!reading.get().equals(text)) {
            found.add(Verdict.warning(this, place, Message.of("CHECK-ID-REPAIRABLE", field(field), text, reading.get()))
                    .because(written(text))
                    .from(record)
                    .checked()
                    .with(new QuickFix(
                            Message.of("CHECK-ID-REPAIR", field(field), reading.get()),
                            Edit.put(repaired.apply(reading.get())))));
        }
    }

    private void pair(PortfolioRecord record, @Nullable String siren, @Nullable String siret, List<Checked> found) {
        if (siren == null || siret == null) {
            return;
        }
        Optional<Siren> whole = Siren.read(siren).value();
        Optional<Siret> seat = Siret.read(siret).value();
        if (whole.isPresent() && seat.isPresent() && !seat.get().siren().equals(whole.get())) {
            found.add(Verdict.error(
                            this,
                            Verdict.place(record, "siret"),
                            Message.of(
                                    "CHECK-ID-PAIR",
                                    seat.get().value(),
                                    whole.get().value(),
                                    seat.get().siren().value()))
                    .because(written(siren), written(siret))
                    .from(record)
                    .checked());
        }
    }

    private static Message field(String name) {
        return Message.of("CHECK-FIELD-" + name.toUpperCase(Locale.ROOT));
    }

    private static Explanation written(String text) {
        return Explanation.leaf(Message.of("CHECK-ID-WRITTEN"), new Value.Statement(Message.of("CHECK-TEXT", text)));
    }
}
