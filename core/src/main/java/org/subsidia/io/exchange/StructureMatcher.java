package org.subsidia.io.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.OrganisationName;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;

/**
 * Matches beneficiaries to structures: by number where a file has one, else by name and postcode, with a score.
 *
 * <p>A number that agrees is sure; a number that belongs to nobody is none, whatever the name. By name a match is sure only from
 * the score that the options ask, and if no other structure comes as near; from 60 on it is for a person to judge. The same
 * name counts 80, one that is only alike 65 at most. The
 * same postcode counts 20, another one of the same region 15, a place that is not known 10, another region nothing; where the
 * portfolio knows no postcode of a structure, its region says as much as it can. What a person decided goes before all that. For
 * one thread.
 */
public final class StructureMatcher {
    private static final int SAME_NAME = 80;
    private static final int LIKE_NAME = 65;
    private static final int SAME_PLACE = 20;
    private static final int SAME_REGION = 15;
    private static final int UNKNOWN_PLACE = 10;
    private static final int REVIEW_FROM = 60;

    private final MatchOptions options;
    private final LocalDate day;
    private final IntakeDesk desk;
    private final List<Known> known = new ArrayList<>();
    private final Map<String, StructureId> numbers = new HashMap<>();
    private final Map<Beneficiary, StructureMatch> found = new HashMap<>();

    private record Known(StructureId id, OrganisationName name, Optional<String> postcode, Optional<String> region) {}

    /**
     * A matcher.
     *
     * @param desk where structures that are missing are written
     * @param structures those of the portfolio
     * @param options how they are matched
     * @param day the day at which the seats of structures count
     */
    public StructureMatcher(IntakeDesk desk, List<Structure> structures, MatchOptions options, LocalDate day) {
        this.desk = desk;
        this.options = options;
        this.day = day;
        structures.forEach(this::know);
    }

    private void know(Structure structure) {
        Optional<String> postcode = Optional.ofNullable(structure.postcode());
        known.add(new Known(
                structure.id(),
                OrganisationName.of(structure.name()),
                postcode,
                structure.regionOn(day).or(() -> postcode.flatMap(this::region))));
        Optional.ofNullable(structure.siren()).ifPresent(siren -> numbers.putIfAbsent(siren, structure.id()));
        Optional.ofNullable(structure.siret()).filter(Siret::isValid).ifPresent(siret -> {
            numbers.put(siret, structure.id());
            numbers.putIfAbsent(siret.substring(0, 9), structure.id());
        });
        Optional.ofNullable(structure.rna()).ifPresent(rna -> numbers.putIfAbsent(rna, structure.id()));
    }

    /**
     * Whose money it is.
     *
     * @param beneficiary whom the file names
     * @return the structure, which is made where the options want that
     */
    public StructureMatch match(Beneficiary beneficiary) {
        StructureMatch before = found.get(beneficiary);
        if (before != null) {
            return before;
        }
        StructureMatch match =
                decided(beneficiary).or(() -> byNumber(beneficiary)).orElseGet(() -> byName(beneficiary));
        if (match.verdict() == StructureMatch.Verdict.NONE && options.makeMissing()) {
            match = made(beneficiary).orElse(match);
        }
        found.put(beneficiary, match);
        return match;
    }

    private Optional<StructureMatch> decided(Beneficiary beneficiary) {
        return options.decisions().stream()
                .filter(decision -> decision.concerns(beneficiary))
                .findFirst()
                .map(decision -> decision.make() ? known(beneficiary) : match(decision));
    }

    private static StructureMatch match(MatchDecision decision) {
        return decision.structure() == null
                ? none(0)
                : new StructureMatch(StructureMatch.Verdict.SURE, decision.structure(), OrganisationName.SAME);
    }

    /** The structure of its number, else one that is made. */
    private StructureMatch known(Beneficiary beneficiary) {
        return byNumber(beneficiary)
                .filter(match -> match.verdict() == StructureMatch.Verdict.SURE)
                .or(() -> made(beneficiary))
                .orElseGet(() -> none(0));
    }

    private static StructureMatch none(int score) {
        return new StructureMatch(StructureMatch.Verdict.NONE, null, score);
    }

    private Optional<StructureMatch> byNumber(Beneficiary beneficiary) {
        if (beneficiary.numbers().isEmpty()) {
            return Optional.empty();
        }
        for (OrganisationId number : beneficiary.numbers()) {
            StructureId id = numbers.get(number.value());
            if (id == null) {
                id = number.legalUnit().map(unit -> numbers.get(unit.value())).orElse(null);
            }
            if (id != null) {
                return Optional.of(new StructureMatch(StructureMatch.Verdict.SURE, id, OrganisationName.SAME));
            }
        }
        // the same name under another number is another body, or a number that the portfolio lacks: a person knows
        StructureMatch byName = byName(beneficiary);
        return Optional.of(
                byName.verdict() == StructureMatch.Verdict.SURE
                        ? new StructureMatch(StructureMatch.Verdict.REVIEW, byName.structure(), byName.score())
                        : none(byName.score()));
    }

    private StructureMatch byName(Beneficiary beneficiary) {
        OrganisationName name = OrganisationName.of(beneficiary.name());
        Optional<String> region = region(beneficiary.postcode());
        StructureId best = null;
        int first = 0;
        int second = 0;
        for (Known one : known) {
            int likeness = name.likeness(one.name());
            int named = likeness == OrganisationName.SAME ? SAME_NAME : likeness * LIKE_NAME / OrganisationName.SAME;
            int score = named + place(one, beneficiary.postcode(), region);
            if (score > first) {
                second = first;
                first = score;
                best = one.id();
            } else if (score > second) {
                second = score;
            }
        }
        if (best == null || first < REVIEW_FROM) {
            return none(first);
        }
        boolean sure = first >= options.acceptFrom() && second < first;
        return new StructureMatch(sure ? StructureMatch.Verdict.SURE : StructureMatch.Verdict.REVIEW, best, first);
    }

    private static int place(Known one, String postcode, Optional<String> region) {
        if (!postcode.isEmpty() && one.postcode().filter(postcode::equals).isPresent()) {
            return SAME_PLACE;
        }
        if (one.region().isEmpty() || region.isEmpty()) {
            return UNKNOWN_PLACE;
        }
        return one.region().equals(region) ? SAME_REGION : 0;
    }

    private Optional<String> region(String postcode) {
        return Departement.ofPostcode(postcode)
                .value()
                .flatMap(departement -> departement.region(day))
                .map(Region::code);
    }

    private Optional<StructureMatch> made(Beneficiary beneficiary) {
        Optional<OrganisationId> number = beneficiary.number();
        OrganisationName name = OrganisationName.of(beneficiary.name());
        if (number.isEmpty() && name.words().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> siren = number.flatMap(OrganisationId::legalUnit).map(Siren::value);
        Optional<String> rna = beneficiary.numbers().stream()
                .filter(Rna.class::isInstance)
                .map(OrganisationId::value)
                .findFirst();
        String id = siren.map(one -> "siren-" + one)
                .or(() -> rna.map(one -> "rna-" + one))
                .orElseGet(name::id);
        boolean association = rna.isPresent() || OrganisationName.isAssociation(beneficiary.name());
        Structure structure = Structure.builder(
                        new StructureId(id),
                        beneficiary.name().isEmpty() ? number.orElseThrow().value() : beneficiary.name())
                .kind(association ? StructureKind.ASSOCIATION : StructureKind.OTHER)
                .siren(siren.orElse(null))
                .siret(number.filter(Siret.class::isInstance)
                        .map(OrganisationId::value)
                        .orElse(null))
                .rna(rna.orElse(null))
                .postcode(region(beneficiary.postcode())
                        .map(region -> beneficiary.postcode())
                        .orElse(null))
                .build();
        if (desk.find(structure.id()).isEmpty()) {
            desk.put(structure);
        }
        know(structure);
        return Optional.of(new StructureMatch(StructureMatch.Verdict.SURE, structure.id(), OrganisationName.SAME));
    }
}
