package org.subsidia.io.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.RecordId;

/** Payments received, one a row. */
final class ReceiptLayout extends Layout<BookedReceipt> {

    ReceiptLayout() {
        super(new LayoutBuilder<BookedReceipt>()
                .grant("grant", booked -> booked.grant().id(), null)
                .structure("structure", booked -> booked.grant().structure(), null)
                .funder("payer", booked -> booked.grant().payer(), null)
                .required(
                        "date",
                        FieldType.DATE,
                        b -> b.receipt().date(),
                        (b, value) -> with(
                                b,
                                new Receipt(
                                        b.receipt().id(),
                                        (LocalDate) value,
                                        b.receipt().amount(),
                                        b.receipt().claim(),
                                        b.receipt().reference())))
                .required(
                        "amount",
                        FieldType.AMOUNT,
                        b -> b.receipt().amount(),
                        (b, value) -> with(
                                b,
                                new Receipt(
                                        b.receipt().id(),
                                        b.receipt().date(),
                                        (Money) value,
                                        b.receipt().claim(),
                                        b.receipt().reference())))
                .field(
                        "reference",
                        FieldType.TEXT,
                        b -> b.receipt().reference(),
                        (b, value) -> with(
                                b,
                                new Receipt(
                                        b.receipt().id(),
                                        b.receipt().date(),
                                        b.receipt().amount(),
                                        b.receipt().claim(),
                                        (String) value)))
                .field(
                        "claim",
                        FieldType.TEXT,
                        b -> b.receipt().claim(),
                        (b, value) -> with(
                                b,
                                new Receipt(
                                        b.receipt().id(),
                                        b.receipt().date(),
                                        b.receipt().amount(),
                                        (String) value,
                                        b.receipt().reference())))
                .silent(
                        "currency",
                        FieldType.CURRENCY,
                        b -> Currencies.shown(b.receipt().amount()))
                .silent("id", FieldType.ID, b -> b.receipt().id()));
    }

    private static BookedReceipt with(BookedReceipt booked, Receipt receipt) {
        return new BookedReceipt(booked.grant(), receipt);
    }

    @Override
    List<List<String>> keys() {
        return List.of(List.of("grant", "id"));
    }

    @Override
    List<String> naturalKey() {
        return List.of("grant", "date", "amount", "reference");
    }

    @Override
    List<BookedReceipt> records(Portfolio portfolio) {
        List<BookedReceipt> all = new ArrayList<>();
        for (Grant grant : portfolio.grants()) {
            grant.receipts().forEach(receipt -> all.add(new BookedReceipt(grant, receipt)));
        }
        return all;
    }

    @Override
    RecordId id(BookedReceipt booked) {
        return booked.grant().id();
    }

    @Override
    String identity(BookedReceipt booked) {
        return booked.grant().id().value() + '\u001f' + booked.receipt().id();
    }

    @Override
    @Nullable
    BookedReceipt start(String id, RowValues row, Workspace workspace) {
        Optional<PortfolioRecord> grant = row.group("grant", GrantId.class).flatMap(workspace::find);
        Optional<LocalDate> date = row.value("date", LocalDate.class);
        Optional<Money> amount = row.value("amount", Money.class);
        return grant.isEmpty() || date.isEmpty() || amount.isEmpty()
                ? null
                : new BookedReceipt((Grant) grant.get(), new Receipt(id, date.get(), amount.get(), null, null));
    }

    @Override
    BookedReceipt current(BookedReceipt booked, Workspace workspace) {
        Grant grant = (Grant) workspace.find(booked.grant().id()).orElse(booked.grant());
        Receipt receipt = grant.receipts().stream()
                .filter(other -> other.id().equals(booked.receipt().id()))
                .findFirst()
                .orElse(booked.receipt());
        return new BookedReceipt(grant, receipt);
    }

    @Override
    void put(BookedReceipt booked, RowValues row, Workspace workspace) {
        Grant grant = (Grant) workspace.find(booked.grant().id()).orElse(booked.grant());
        List<Receipt> receipts = new ArrayList<>(grant.receipts());
        int at = 0;
        while (at < receipts.size()
                && !receipts.get(at).id().equals(booked.receipt().id())) {
            at++;
        }
        if (at < receipts.size()) {
            receipts.set(at, booked.receipt());
        } else {
            receipts.add(booked.receipt());
        }
        workspace.put(grant.toBuilder().receipts(receipts).build());
    }
}
