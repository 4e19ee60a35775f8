package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.joda.money.CurrencyUnit;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.TitledDialog;
import org.subsidia.rcp.ui.Words;

/** Asks for the fields of a line of a list; says at once what cannot be taken. */
final class ItemDialog extends TitledDialog {
    private final List<ItemList.Entry> entries;
    private final List<String> start;
    private final CurrencyUnit currency;
    private final Function<List<String>, Optional<String>> whole;
    private final List<Control> controls = new ArrayList<>();
    private List<String> texts = List.of();

    private ItemDialog(
            Shell shell,
            String title,
            List<ItemList.Entry> entries,
            List<String> start,
            CurrencyUnit currency,
            Function<List<String>, Optional<String>> whole) {
        super(shell, title, Texts.itemHint);
        this.entries = entries;
        this.start = start;
        this.currency = currency;
        this.whole = whole;
    }

    /**
     * Asks.
     *
     * @param whole why texts of which none is refused cannot be taken together; empty: they can
     * @return the texts typed, none of them refused; empty: cancelled
     */
    static Optional<List<String>> ask(
            Shell shell,
            String title,
            List<ItemList.Entry> entries,
            List<String> start,
            CurrencyUnit currency,
            Function<List<String>, Optional<String>> whole) {
        ItemDialog dialog = new ItemDialog(shell, title, entries, start, currency, whole);
        return dialog.open() == Window.OK ? Optional.of(dialog.texts) : Optional.empty();
    }

    @Override
    protected void createPage(Composite page) {
        for (int i = 0; i < entries.size(); i++) {
            ItemList.Entry entry = entries.get(i);
            new Label(page, SWT.NONE).setText(Words.labelled(entry.label(), "").strip());
            Control control =
                    entry.kind() == FieldKind.CHOICE || !entry.choices().isEmpty() && entry.kind() != FieldKind.IDS
                            ? combo(page, entry, i)
                            : text(page, i);
            Accessibles.name(control, entry.label());
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(300, SWT.DEFAULT)
                    .applyTo(control);
            controls.add(control);
        }
    }

    /** What stands there now is kept even where it is none of the choices: it is refused then, not silently another. */
    private Control combo(Composite page, ItemList.Entry entry, int index) {
        boolean free = entry.kind() != FieldKind.CHOICE;
        Combo combo = new Combo(page, free ? SWT.DROP_DOWN : SWT.READ_ONLY);
        List<String> items = new ArrayList<>(entry.choices());
        if (!entry.required() && !items.contains("")) {
            items.add(0, "");
        }
        String now = start.get(index);
        if (!free && !now.isEmpty() && !items.contains(now)) {
            items.add(now);
        }
        combo.setItems(items.toArray(String[]::new));
        if (free) {
            combo.setText(now);
        } else {
            combo.select(Math.max(0, items.indexOf(now)));
        }
        combo.addModifyListener(event -> check());
        return combo;
    }

    private Control text(Composite page, int index) {
        Text text = new Text(page, SWT.BORDER);
        text.setText(start.get(index));
        text.addModifyListener(event -> check());
        return text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        check();
        setErrorMessage(null);
    }

    private void check() {
        Optional<String> refusal = Optional.empty();
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            ItemList.Entry entry = entries.get(i);
            String text = controls.get(i) instanceof Combo combo ? combo.getText() : ((Text) controls.get(i)).getText();
            typed.add(text);
            Optional<String> why =
                    entry.kind().refusal(text, entry.required(), entry.choices(), currency, Texts.locale());
            refusal = refusal.or(() -> why.map(reason -> Texts.bind(Texts.fieldRefusal, entry.label(), reason)));
        }
        texts = typed;
        refusal = refusal.or(() -> whole.apply(typed));
        setErrorMessage(refusal.orElse(null));
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(refusal.isEmpty());
        }
    }
}
