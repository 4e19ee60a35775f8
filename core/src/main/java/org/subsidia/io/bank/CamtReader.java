package org.subsidia.io.bank;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.reconcile.BalanceKind;
import org.subsidia.cashflow.reconcile.BankAccount;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.BankFormat;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.xml.SafeXml;

/** Reads ISO 20022 camt.053, version 2 and later, in one stream. */
final class CamtReader {
    private static final Pattern MESSAGE = Pattern.compile("camt\\.(\\d{3})\\.\\d{3}\\.(\\d{2})");
    private static final String STATEMENTS = "053";
    private static final int FIRST_VERSION = 2;
    private static final int LAST_VERSION = 8;
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 4_000;
    private static final long MOST_BYTES = 1L << 30;

    private final Place file;
    private final List<Finding> findings;
    private final List<BankStatement> statements = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String textCurrency = "";
    private boolean cut;
    private long line;
    private @Nullable StatementDraft statement;
    private @Nullable CamtBalance balance;
    private @Nullable CamtEntry entry;

    CamtReader(Place file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    List<BankStatement> read(InputStream in) throws IOException {
        try {
            XMLStreamReader reader = SafeXml.reader(new Bounded(in));
            try {
                while (reader.hasNext() && event(reader, reader.next())) {
                    line = reader.getLocation().getLineNumber();
                }
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            long where = e.getLocation() == null ? line : e.getLocation().getLineNumber();
            Place at = where > 0 ? file.line(where) : file;
            findings.add(
                    e.getNestedException() instanceof TooLarge
                            ? Finding.error(file, "BANK-TOO-LARGE", MOST_BYTES >> 20)
                            : Finding.error(at, "BANK-XML", reason(e)));
        } catch (TooLarge e) {
            findings.add(Finding.error(file, "BANK-TOO-LARGE", MOST_BYTES >> 20));
        }
        StatementDraft open = statement;
        if (open != null) {
            findings.add(Finding.error(open.place, "BANK-TRUNCATED"));
        }
        return statements;
    }

    /** The last line of the parser’s message, without its position. */
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.lastIndexOf("Message: ");
        return BankText.quoted(at < 0 ? message : message.substring(at + "Message: ".length()));
    }

    /** Whether to go on. */
    private boolean event(XMLStreamReader reader, int event) {
        line = reader.getLocation().getLineNumber();
        if (event == XMLStreamConstants.START_ELEMENT) {
            return start(reader);
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
            int room = LONGEST_TEXT - text.length();
            cut |= reader.getTextLength() > room;
            text.append(
                    reader.getTextCharacters(),
                    reader.getTextStart(),
                    Math.min(Math.max(0, room), reader.getTextLength()));
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            end();
        }
        return true;
    }

    private boolean start(XMLStreamReader reader) {
        text.setLength(0);
        String name = reader.getLocalName();
        if (path.isEmpty() && !accepted(reader)) {
            return false;
        }
        path.add(name);
        if (path.size() > DEEPEST) {
            findings.add(Finding.error(file.line(line), "BANK-TOO-DEEP", DEEPEST));
            statement = null;
            return false;
        }
        Place here = file.line(line);
        if (name.equals("Stmt") && path.size() == 3) {
            statement = new StatementDraft(BankFormat.CAMT_053, here, findings);
        } else if (name.equals("Bal") && isIn(4)) {
            balance = new CamtBalance(here);
        } else if (name.equals("Ntry") && isIn(4)) {
            entry = new CamtEntry(here);
        } else if (name.equals("Amt")) {
            textCurrency =
                    Optional.ofNullable(reader.getAttributeValue(null, "Ccy")).orElse("");
        }
        return true;
    }

    private boolean isIn(int depth) {
        return statement != null && path.size() == depth;
    }

    /** Only statements; a version that is not known is read as the last known one. */
    private boolean accepted(XMLStreamReader reader) {
        Matcher message = MESSAGE.matcher(String.valueOf(reader.getNamespaceURI()));
        if (!message.find()) {
            findings.add(Finding.error(file.line(line), "BANK-NOT-CAMT", BankText.quoted(reader.getLocalName())));
            return false;
        }
        if (!message.group(1).equals(STATEMENTS)) {
            findings.add(Finding.error(file.line(line), "BANK-OTHER-CAMT", message.group(1)));
            return false;
        }
        int version = Integer.parseInt(message.group(2));
        if (version < FIRST_VERSION || version > LAST_VERSION) {
            findings.add(Finding.warning(
                    file.line(line), "BANK-CAMT-VERSION", Integer.toString(version), FIRST_VERSION, LAST_VERSION));
        }
        return true;
    }

    private void end() {
        StatementDraft draft = statement;
        String name = path.get(path.size() - 1);
        String value = text.toString().strip();
        if (cut) {
            findings.add(Finding.warning(file.line(line), "BANK-TEXT-LONG", name, LONGEST_TEXT));
            cut = false;
        }
        if (draft != null && path.size() >= 3) {
            String below = String.join("/", path.subList(3, path.size()));
            if (path.size() == 3) {
                finish(draft);
            } else if (below.equals("Bal") && balance != null) {
                balance.addTo(draft);
                balance = null;
            } else if (below.equals("Ntry") && entry != null) {
                entry.addTo(draft);
                entry = null;
            } else if (!value.isEmpty()) {
                leaf(draft, below, name, value);
            }
        }
        text.setLength(0);
        path.remove(path.size() - 1);
    }

    private void finish(StatementDraft draft) {
        statement = null;
        statements.add(draft.build());
    }

    private void leaf(StatementDraft draft, String below, String name, String value) {
        CamtBalance ofBalance = balance;
        CamtEntry ofEntry = entry;
        if (ofEntry != null) {
            ofEntry.leaf(below.substring("Ntry/".length()), value, textCurrency);
        } else if (ofBalance != null) {
            ofBalance.leaf(name, value, textCurrency);
        } else if (below.equals("Id")) {
            draft.number = BankText.quoted(value);
        } else if (below.equals("Acct/Id/IBAN") || below.equals("Acct/Id/Othr/Id")) {
            draft.account = BankAccount.of(value);
        } else if (below.equals("Acct/Ccy")) {
            draft.currency(file.line(line), value);
        }
    }

    /** Credit or debit. */
    private static Optional<Boolean> credit(String indicator) {
        return switch (indicator) {
            case "CRDT" -> Optional.of(true);
            case "DBIT" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A sign, an amount and its currency, as balances and movements have them. */
    private static Reading<Money> money(Place place, String amount, String currency, String indicator) {
        Optional<CurrencyUnit> unit = BankValues.currency(currency);
        if (unit.isEmpty()) {
            return Reading.refused(Finding.error(place, "BANK-CURRENCY", BankText.quoted(currency)));
        }
        Optional<Boolean> credit = credit(indicator);
        if (credit.isEmpty()) {
            return Reading.refused(Finding.error(place, "BANK-SIGN", BankText.quoted(indicator)));
        }
        Reading<Money> read = amount.indexOf(',') >= 0
                ? Reading.refused(Finding.error(place, "BANK-AMOUNT", BankText.quoted(amount)))
                : BankValues.amount(place, amount, unit.get());
        return read.value()
                .map(money -> Reading.of(credit.get() ? money : money.negated()))
                .orElse(read);
    }

    /** A balance while it is read. */
    private static final class CamtBalance {
        private final Place place;
        private String code = "";
        private String amount = "";
        private String currency = "";
        private String indicator = "";
        private String day = "";

        CamtBalance(Place place) {
            this.place = place;
        }

        void leaf(String name, String value, String unit) {
            switch (name) {
                case "Cd", "Prtry" -> code = code.isEmpty() ? value : code;
                case "Amt" -> {
                    amount = value;
                    currency = unit;
                }
                case "CdtDbtInd" -> indicator = value;
                case "Dt", "DtTm" -> day = value;
                default -> {
                    // nothing that a balance needs
                }
            }
        }

        void addTo(StatementDraft draft) {
            Optional<BalanceKind> kind = BalanceKind.of(code);
            if (kind.isEmpty()) {
                draft.findings.add(Finding.warning(place, "BANK-BALANCE-KIND", BankText.quoted(code)));
                return;
            }
            Reading<Money> money = money(place, amount, currency, indicator);
            draft.findings.addAll(money.findings());
            Optional<LocalDate> date = BankValues.isoDay(day);
            if (date.isEmpty()) {
                draft.findings.add(
                        Finding.warning(place, "BANK-BALANCE-DAY", kind.get().label(), BankText.quoted(day)));
            }
            money.value().ifPresent(value -> draft.balance(place, kind.get(), date.orElse(null), value));
        }
    }

    /** A movement while it is read. */
    private static final class CamtEntry {
        private final Place place;
        private final List<String> words = new ArrayList<>();
        private final List<String> references = new ArrayList<>();
        private String amount = "";
        private String currency = "";
        private String indicator = "";
        private String state = "BOOK";
        private String booked = "";
        private String value = "";
        private String bankId = "";
        private String debtor = "";
        private String creditor = "";

        CamtEntry(Place place) {
            this.place = place;
        }

        void leaf(String below, String text, String unit) {
            switch (below) {
                case "Amt" -> {
                    amount = text;
                    currency = unit;
                }
                case "CdtDbtInd" -> indicator = text;
                case "Sts", "Sts/Cd", "Sts/Prtry" -> state = text.toUpperCase(Locale.ROOT);
                case "BookgDt/Dt", "BookgDt/DtTm" -> booked = text;
                case "ValDt/Dt", "ValDt/DtTm" -> value = text;
                case "AcctSvcrRef" -> bankId = text;
                case "NtryRef" -> bankId = bankId.isEmpty() ? text : bankId;
                case "AddtlNtryInf" -> words.add(text);
                default -> detail(below, text);
            }
        }

        /** One movement may hold several transactions: what they say is joined. */
        private void detail(String below, String text) {
            if (below.endsWith("RmtInf/Ustrd") || below.endsWith("AddtlTxInf")) {
                words.add(text);
            } else if (below.endsWith("Refs/EndToEndId") || below.endsWith("CdtrRefInf/Ref")) {
                if (!text.equalsIgnoreCase("NOTPROVIDED")) {
                    references.add(text);
                }
            } else if (below.endsWith("RltdPties/Dbtr/Nm") || below.endsWith("RltdPties/Dbtr/Pty/Nm")) {
                debtor = debtor.isEmpty() ? text : debtor;
            } else if (below.endsWith("RltdPties/Cdtr/Nm") || below.endsWith("RltdPties/Cdtr/Pty/Nm")) {
                creditor = creditor.isEmpty() ? text : creditor;
            } else if (below.endsWith("UltmtDbtr/Nm") || below.endsWith("UltmtDbtr/Pty/Nm")) {
                words.add(text);
            }
        }

        void addTo(StatementDraft draft) {
            if (!state.equals("BOOK")) {
                draft.findings.add(Finding.info(place, "BANK-NOT-BOOKED", BankText.quoted(state)));
                return;
            }
            Reading<Money> money = money(place, amount, currency, indicator);
            if (!money.isRead()) {
                draft.refuse(money.findings().get(0));
                return;
            }
            Optional<LocalDate> valued = BankValues.isoDay(value);
            Optional<LocalDate> day = BankValues.isoDay(booked);
            if (day.isEmpty() && valued.isEmpty()) {
                draft.refuse(Finding.error(place, "BANK-ENTRY-DAY", BankText.quoted(booked), money.get()));
                return;
            }
            if (day.isEmpty()) {
                draft.findings.add(Finding.warning(place, "BANK-VALUE-DAY", valued.get(), money.get()));
            }
            draft.entry(new BankEntry(
                    place,
                    "",
                    day.orElseGet(valued::get),
                    valued.orElse(null),
                    money.get(),
                    String.join(" ", words),
                    String.join(" ", references),
                    money.get().isNegative() ? creditor : debtor,
                    bankId));
        }
    }

    /** Ends a file that is too large. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws TooLarge {
            left -= bytes;
            if (left < 0) {
                throw new TooLarge();
            }
        }
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }
}
