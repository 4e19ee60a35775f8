package org.subsidia.rcp.reconcile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.subsidia.cashflow.reconcile.PayerTable;
import org.subsidia.cashflow.reconcile.PayerTable.Payer;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.file.TextFiles;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Checks;
import org.subsidia.rcp.ui.TitledDialog;

/** Who pays for others under which names: the user's own payers, looked for before those that the library knows. */
final class PayersDialog extends TitledDialog {
    private static final String ENDING = ".yaml";
    private static final String FILE = "payeurs.yaml";

    private final OwnPayers own = new OwnPayers(Settings.payers());
    private final Map<FunderLevel, Button> levels = new EnumMap<>(FunderLevel.class);
    private List list;
    private Button remove;
    private Text name;
    private Text spellings;
    private boolean filling;

    PayersDialog(Shell shell) {
        super(shell, Texts.payersTitle, Texts.payersMessage);
    }

    @Override
    protected void createPage(Composite page) {
        createList(page);
        createFields(page);
        Label known = new Label(page, SWT.WRAP);
        known.setText(Texts.bind(
                Texts.payersKnown,
                PayerTable.standard().payers().stream().map(Payer::name).collect(Collectors.joining(" · "))));
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(720, SWT.DEFAULT)
                .applyTo(known);
        arrange(own.count() > 0 ? 0 : -1);
    }

    private void createList(Composite page) {
        Composite part = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(false, true).hint(260, 260).applyTo(part);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(part);
        list = new List(part, SWT.BORDER | SWT.V_SCROLL | SWT.SINGLE);
        Accessibles.name(list, Texts.payersTitle);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(list);
        list.addListener(SWT.Selection, event -> fill());
        button(part, Texts.payersAdd, () -> {
            arrange(own.addEmpty());
            name.setFocus();
        });
        remove = button(part, Texts.payersRemove, () -> {
            int index = list.getSelectionIndex();
            own.remove(index);
            arrange(Math.min(index, own.count() - 1));
        });
        button(part, Texts.payersRead, this::read);
        button(part, Texts.payersSave, this::save);
    }

    private static Button button(Composite part, String label, Runnable action) {
        Button button = new Button(part, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    private void createFields(Composite page) {
        Composite part = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(part);
        GridLayoutFactory.fillDefaults().spacing(5, 4).applyTo(part);
        name = text(part, Texts.payersName, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        spellings = text(part, Texts.payersSpellings, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(420, 70).applyTo(spellings);
        Group group = new Group(part, SWT.NONE);
        group.setText(Texts.payersFor);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(6, 6)
                .spacing(12, 2)
                .applyTo(group);
        for (FunderLevel level : FunderLevel.values()) {
            if (level != FunderLevel.UNKNOWN) {
                Button box = Checks.of(group, level.label().in(Texts.locale()));
                box.addListener(SWT.Selection, event -> typed());
                levels.put(level, box);
            }
        }
    }

    private Text text(Composite part, String label, int style) {
        new Label(part, SWT.NONE).setText(label);
        Text text = new Text(part, style);
        Accessibles.name(text, label);
        text.addModifyListener(event -> typed());
        return text;
    }

    /** Shows the payers, one of them selected; -1: none. */
    private void arrange(int selected) {
        list.setItems(own.names().toArray(String[]::new));
        list.select(selected);
        fill();
        check();
    }

    private void fill() {
        int index = list.getSelectionIndex();
        boolean one = index >= 0;
        OwnPayers.Draft draft = one ? own.get(index) : new OwnPayers.Draft("", "", Set.of());
        filling = true;
        name.setText(draft.name());
        spellings.setText(draft.spellings().replace("\n", Text.DELIMITER));
        levels.forEach((level, box) -> box.setSelection(draft.levels().contains(level)));
        filling = false;
        name.setEnabled(one);
        spellings.setEnabled(one);
        levels.values().forEach(box -> box.setEnabled(one));
        remove.setEnabled(one);
    }

    private void typed() {
        int index = list.getSelectionIndex();
        if (filling || index < 0) {
            return;
        }
        Set<FunderLevel> chosen = EnumSet.noneOf(FunderLevel.class);
        levels.forEach((level, box) -> {
            if (box.getSelection()) {
                chosen.add(level);
            }
        });
        own.set(index, new OwnPayers.Draft(name.getText(), spellings.getText(), chosen));
        list.setItem(index, own.names().get(index));
        check();
    }

    private void check() {
        Optional<String> missing = own.missing();
        setErrorMessage(missing.orElse(null));
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(missing.isEmpty());
        }
    }

    private void read() {
        Documents.chooser().toOpen(getShell(), ENDING).ifPresent(file -> {
            Reading<PayerTable> table = PayerTable.read(file);
            table.value().ifPresent(payers -> {
                own.add(payers);
                arrange(own.count() - 1);
            });
            if (!table.isRead()) {
                setErrorMessage(table.findings().get(0).message().in(Texts.locale()));
            }
        });
    }

    private void save() {
        TextFiles.save(getShell(), FILE, own.table().text(), Texts.payersNotSaved);
    }

    @Override
    protected void okPressed() {
        Settings.setPayers(own.table());
        super.okPressed();
    }
}
