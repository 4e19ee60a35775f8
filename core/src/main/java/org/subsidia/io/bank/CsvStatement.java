package org.subsidia.io.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.cashflow.reconcile.BankAccount;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.BankFormat;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.identity.Iban;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.money.AmountReader;
import org.subsidia.money.DecimalMark;

/** Reads the table of movements that a bank exports: its columns are known by their headers, wherever the table begins. */
final class CsvStatement {
    private static final int LAST_HEADER = 30;
    private static final Pattern FRENCH = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})");
    private static final Map<String, Field> SPELLINGS = spellings();

    private enum Field {
        DATE,
        VALUE,
        LABEL,
        AMOUNT,
        DEBIT,
        CREDIT,
        REFERENCE,
        COUNTERPARTY,
        BALANCE,
        CURRENCY
    }

    private final Place file;
    private final Map<String, Field> headers;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
    private final StatementDraft draft;
    private int before;

    private CsvStatement(Place file, Map<String, String> own) {
        this.file = file;
        this.headers = new HashMap<>(SPELLINGS);
        own.forEach((field, header) -> headers.put(plain(header), Field.valueOf(field.toUpperCase(Locale.ROOT))));
        this.draft = new StatementDraft(BankFormat.CSV, file, findings);
    }

    static List<String> fields() {
        return Arrays.stream(Field.values())
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static Reading<List<BankStatement>> read(Path path, Place file, Map<String, String> own) {
        Reading<TabularFile> table = TabularFile.open(path, Limits.standard());
        if (!table.isRead()) {
            return Reading.refused(table.findings());
        }
        CsvStatement reader = new CsvStatement(file, own);
        reader.findings.addAll(table.findings());
        table.get().read(0, reader::row, reader.findings::add);
        if (reader.columns.isEmpty()) {
            reader.findings.add(Finding.error(file, "BANK-CSV-COLUMNS"));
            return Reading.refused(reader.findings);
        }
        List<BankStatement> statements = List.of(reader.draft.build());
        return Reading.of(statements, reader.findings);
    }

    private boolean row(TabularRow row) {
        if (row.isBlank()) {
            return true;
        }
        if (columns.isEmpty()) {
            header(row);
            return !columns.isEmpty() || ++before < LAST_HEADER;
        }
        movement(row);
        return true;
    }

    /** A row is the header when it names a day and an amount; above it the account’s number may stand. */
    private void header(TabularRow row) {
        Map<Field, Integer> found = new EnumMap<>(Field.class);
        List<String> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            Field field = headers.get(plain(cells.get(i)));
            if (field != null) {
                found.putIfAbsent(field, i);
            }
            Reading<Iban> iban = Iban.read(cells.get(i));
            if (iban.isRead()) {
                draft.account = BankAccount.of(iban.get().value());
            }
        }
        boolean amounts =
                found.containsKey(Field.AMOUNT) || (found.containsKey(Field.DEBIT) && found.containsKey(Field.CREDIT));
        if (found.containsKey(Field.DATE) && amounts) {
            columns.putAll(found);
        }
    }

    private String cell(TabularRow row, Field field) {
        Integer at = columns.get(field);
        return at == null || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    private void movement(TabularRow row) {
        Place place = file.line(row.line());
        String day = cell(row, Field.DATE);
        Optional<LocalDate> date = day(day);
        if (date.isEmpty()) {
            draft.refuse(Finding.error(place, "BANK-CSV-DAY", BankText.quoted(day)));
            return;
        }
        String code = cell(row, Field.CURRENCY);
        if (!code.isEmpty()) {
            draft.currency(place, code.toUpperCase(Locale.ROOT));
        }
        CurrencyUnit own = draft.currency().orElse(CurrencyUnit.EUR);
        CurrencyUnit currency = code.isEmpty()
                ? own
                : BankValues.currency(code.toUpperCase(Locale.ROOT)).orElse(own);
        Optional<Money> money = amount(place, row, currency);
        if (money.isEmpty()) {
            return;
        }
        draft.entry(new BankEntry(
                place,
                "",
                date.get(),
                day(cell(row, Field.VALUE)).orElse(null),
                money.get(),
                cell(row, Field.LABEL),
                cell(row, Field.REFERENCE),
                cell(row, Field.COUNTERPARTY),
                null));
    }

    /** From one column with signs, or from one for debits and one for credits. */
    private Optional<Money> amount(Place place, TabularRow row, CurrencyUnit currency) {
        String signed = cell(row, Field.AMOUNT);
        String debit = cell(row, Field.DEBIT);
        String credit = cell(row, Field.CREDIT);
        boolean two = signed.isEmpty();
        if (two && debit.isEmpty() == credit.isEmpty()) {
            draft.refuse(Finding.error(place, "BANK-CSV-AMOUNT", BankText.quoted(debit), BankText.quoted(credit)));
            return Optional.empty();
        }
        String text = two ? (debit.isEmpty() ? credit : debit) : signed;
        Reading<Money> money =
                AmountReader.read(text.startsWith("+") ? text.substring(1) : text, DecimalMark.UNSTATED, currency);
        if (!money.isRead()) {
            draft.refuse(money.findings().get(0).at(place));
            return Optional.empty();
        }
        Money value = money.get();
        return Optional.of(two && credit.isEmpty() ? value.abs().negated() : value);
    }

    private static Optional<LocalDate> day(String text) {
        Matcher matcher = FRENCH.matcher(text);
        if (!matcher.matches()) {
            return BankValues.isoDay(text);
        }
        int year = Integer.parseInt(matcher.group(3));
        return BankValues.day(matcher.group(3).length() == 2 ? 2000 + year : year, matcher.group(2), matcher.group(1));
    }

    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static Map<String, Field> spellings() {
        Properties properties = new Properties();
        try (InputStream in = CsvStatement.class.getResourceAsStream("/org/subsidia/io/bank/columns.properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Field> all = new HashMap<>();
        for (Field field : Field.values()) {
            String spellings = properties.getProperty(field.name().toLowerCase(Locale.ROOT), "");
            Arrays.stream(spellings.split("\\|", -1)).forEach(one -> all.put(one.strip(), field));
        }
        return all;
    }
}
