package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.joda.money.CurrencyUnit;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Provenance;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.schedule.ScheduleEngine;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.Words;

/** A grant to edit, with its life as a line. */
final class GrantForm extends RecordForm<Grant> {
    private final Label received;
    private final LifeLine life;
    private final GrantMoney money;
    private final Link cofunders;
    private final Label source;

    GrantForm(Composite parent, GrantId id, Consumer<RecordId> go) {
        super(parent, id, Grant.class, Texts.kindGrant);
        life = new LifeLine(control(), Settings.today());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 82).applyTo(life.control());
        money = new GrantMoney(control());
        Composite columns = columns();
        Composite identity = section(columns, Texts.detailIdentity);
        GrantField.IDENTITY.forEach(field -> add(identity, field));
        Composite amounts = section(columns, Texts.detailAmounts);
        GrantField.AMOUNTS.forEach(field -> add(amounts, field));
        received = fact(amounts, Texts.detailReceived);
        Composite dates = section(columns, Texts.detailDates);
        GrantField.LIFE.forEach(field -> add(dates, field));
        GrantField.ELIGIBILITY.forEach(field -> add(dates, field));
        Composite payment = section(columns, Texts.detailPayment);
        GrantField.PAYMENT.forEach(field -> add(payment, field));
        Composite accounting = section(columns, Texts.detailAccounting);
        GrantField.ACCOUNTING.forEach(field -> add(accounting, field));
        Composite lists = columns();
        for (GrantList list : GrantList.values()) {
            addList(lists, list);
        }
        cofunders = links(section(columns, Texts.listCofunders), go);
        Composite origin = section(columns, Texts.detailSource);
        source = new Label(origin, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).hint(COLUMN - 20, SWT.DEFAULT).applyTo(source);
        show();
    }

    @Override
    CurrencyUnit currency(Grant grant) {
        return GrantField.currency(grant);
    }

    @Override
    void showMore(Grant grant) {
        received.setText(
                Words.amount(ScheduleEngine.received(grant, Settings.today()).flatMap(Amounts::of)));
        life.show(grant);
        money.show(grant, portfolio(), Settings.today());
        cofunders.setText(cofunders(grant));
        source.setText(source(grant));
        source.setToolTipText(digests(grant));
    }

    @Override
    Optional<Explanation> explanation() {
        return money.explanation();
    }

    private static String cofunders(Grant grant) {
        if (grant.project() == null) {
            return Texts.cofundersNoProject;
        }
        String lines = links(portfolio().grantsOf(grant.project()).stream()
                .filter(other -> !other.id().equals(grant.id()))
                .toList());
        return lines.isEmpty() ? Texts.cofundersNone : lines;
    }

    static String source(Grant grant) {
        List<String> lines = new ArrayList<>();
        for (Provenance from : grant.provenance()) {
            StringBuilder line = new StringBuilder(
                    from.line() > 0 ? Texts.bind(Texts.detailFileLine, from.file(), from.line()) : from.file());
            Optional.ofNullable(from.published())
                    .ifPresent(amount ->
                            line.append(Texts.bind(Texts.sourcePublished, Words.amount(Optional.of(amount)))));
            Optional.ofNullable(from.share())
                    .ifPresent(
                            share -> line.append(Texts.bind(Texts.sourceShare, ShareText.of(share, Texts.locale()))));
            Optional.ofNullable(from.attributed())
                    .ifPresent(amount ->
                            line.append(Texts.bind(Texts.sourceAttributed, Words.amount(Optional.of(amount)))));
            lines.add(line.toString());
        }
        return lines.isEmpty() ? Texts.sourceByHand : String.join("\n", lines).replace("&", "&&");
    }

    /** The fingerprints of the lines, by which a second import knows them; null: none. */
    static String digests(Grant grant) {
        String digests = grant.provenance().stream()
                .map(Provenance::sha256)
                .filter(Objects::nonNull)
                .map(digest -> Texts.bind(Texts.fieldRefusal, Texts.listDigest, digest))
                .collect(Collectors.joining("\n"));
        return digests.isEmpty() ? null : digests;
    }
}
