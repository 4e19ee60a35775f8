package org.subsidia.io.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Provenance;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.StructureId;

/** Collects what an import writes and what became of each record, and ends in one {@link Intake}. For one thread. */
public final class IntakeDesk {
    private static final int ID_DIGITS = 20;

    private final Place file;
    private final Portfolio into;
    private final Map<RecordId, PortfolioRecord> written = new LinkedHashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Map<Taken.Kind, Long> counts = new EnumMap<>(Taken.Kind.class);
    private final Map<Beneficiary, Stranger> strangers = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * An empty desk.
     *
     * @param file the file that is imported
     * @param into the portfolio that would receive it
     */
    public IntakeDesk(Place file, Portfolio into) {
        this.file = file;
        this.into = into;
    }

    /** {@return the file} */
    public Place file() {
        return file;
    }

    /**
     * A record as it stands now, with what this import wrote.
     *
     * @param id its id
     * @return the record, if there is one
     */
    public Optional<PortfolioRecord> find(RecordId id) {
        return Optional.ofNullable(written.get(id)).or(() -> into.find(id));
    }

    /**
     * A grant as it stands now.
     *
     * @param id its id
     * @return the grant, if there is one
     */
    public Optional<Grant> grant(GrantId id) {
        return find(id).map(Grant.class::cast);
    }

    /**
     * The grant of the portfolio that bears a number of its source, such as a commitment (EJ), whoever entered it.
     *
     * @param structure whose grant
     * @param number as the file writes it; zeros before it do not count, since spreadsheets lose them
     * @return its id, if exactly one grant bears the number
     */
    public Optional<GrantId> numbered(StructureId structure, String number) {
        String wanted = bare(number);
        List<GrantId> same = into.grantsOf(structure).stream()
                .filter(grant -> {
                    String reference = grant.reference();
                    return !wanted.isEmpty()
                            && reference != null
                            && bare(reference).equals(wanted);
                })
                .map(Grant::id)
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /**
     * A number without the zeros before it.
     *
     * @param number of a commitment or the like
     * @return the number as a spreadsheet leaves it
     */
    public static String bare(String number) {
        return number.strip().replaceFirst("^0+(?=.)", "");
    }

    /** {@return the portfolio with what this import wrote} */
    public Portfolio portfolio() {
        return into.apply(batch());
    }

    /**
     * Writes a record.
     *
     * @param record what stands under its id afterwards
     */
    public void put(PortfolioRecord record) {
        written.put(record.id(), record);
    }

    /**
     * Writes what an edit puts.
     *
     * @param edit of puts, such as those of the catalogue
     */
    public void put(Edit edit) {
        if (edit instanceof Edit.Put put) {
            put(put.record());
        } else if (edit instanceof Edit.Batch batch) {
            batch.edits().forEach(this::put);
        }
    }

    /**
     * Whether a record of the file made or changed a grant before, bit by bit.
     *
     * @param id of the grant
     * @param hash of the record
     * @return whether
     */
    public boolean knows(GrantId id, String hash) {
        return into.grant(id).filter(grant -> has(grant, hash)).isPresent();
    }

    private static boolean has(Grant grant, String hash) {
        return grant.provenance().stream().anyMatch(one -> hash.equals(one.sha256()));
    }

    /**
     * Where a record of the file stands, for a grant to keep.
     *
     * @param line its line
     * @param hash of the record
     * @param amount the money in it; null: none
     * @return the provenance
     */
    public Provenance provenance(long line, String hash, @Nullable Money amount) {
        return new Provenance(file.toString(), line, hash, amount, null, amount);
    }

    /**
     * Notes what became of a record.
     *
     * @param one the outcome
     */
    public void note(Taken one) {
        counts.merge(one.kind(), 1L, Long::sum);
        taken.add(one);
    }

    /** Counts a record that nobody need decide about, such as one of a natural person. */
    public void skip() {
        counts.merge(Taken.Kind.SKIPPED, 1L, Long::sum);
    }

    /**
     * Counts a record of a beneficiary that is none of the portfolio’s.
     *
     * @param beneficiary whom the file names
     * @param amount the money; empty where the record says none that can be read
     */
    public void skip(Beneficiary beneficiary, Optional<Money> amount) {
        skip();
        strangers.merge(
                beneficiary,
                Stranger.NOBODY.with(beneficiary, amount.orElse(null)),
                (before, first) -> before.with(beneficiary, amount.orElse(null)));
    }

    /**
     * Adds something that was found about the file as a whole.
     *
     * @param finding what
     */
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** {@return the import, with a word where nothing was found in the file, or nothing new} */
    public Intake done() {
        Edit.Batch edit = batch();
        long met = counts.values().stream().mapToLong(Long::longValue).sum();
        long wanted = met - counts.getOrDefault(Taken.Kind.SKIPPED, 0L) - counts.getOrDefault(Taken.Kind.REFUSED, 0L);
        boolean refused = counts.containsKey(Taken.Kind.REFUSED);
        if (met == 0) {
            findings.add(Finding.warning(file, "XCH-EMPTY"));
        } else if (wanted == 0 && !refused) {
            findings.add(Finding.warning(file, "XCH-NOBODY", met));
        } else if (edit.edits().isEmpty() && !refused && !counts.containsKey(Taken.Kind.REVIEW)) {
            findings.add(Finding.info(file, "XCH-NOTHING-NEW", counts.getOrDefault(Taken.Kind.UNCHANGED, 0L)));
        }
        return new Intake(edit, taken, counts, Stranger.largestFirst(strangers.values()), findings);
    }

    /** By the amount, whatever the currency; those of whom no amount is known come last. */
    private Edit.Batch batch() {
        List<Edit> edits = written.values().stream()
                .filter(record -> !into.find(record.id()).equals(Optional.of(record)))
                .map(Edit::put)
                .toList();
        return new Edit.Batch(file.toString(), edits);
    }

    /**
     * The SHA-256 of a record’s cells.
     *
     * @param cells without personal data
     * @return 64 hexadecimal digits
     */
    public static String hash(List<String> cells) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("\u001f", cells).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The id of a grant, the same whenever the same grant is imported.
     *
     * @param format such as {@code euop}
     * @param keys what identifies the grant at its source
     * @return the id
     */
    public static GrantId id(String format, List<String> keys) {
        return new GrantId(format + '-' + hash(keys).substring(0, ID_DIGITS));
    }
}
