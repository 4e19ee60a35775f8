package org.subsidia.rcp.search;

import java.util.Optional;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.subsidia.portfolio.RecordId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.DataTable;
import org.subsidia.rcp.ui.Icon;
import org.subsidia.rcp.ui.TableColumns;

/** Every record of the portfolio, found while words are typed. */
final class SearchDialog extends Dialog {
    private DataTable<Hit> table;
    private Label found;
    private RecordId chosen;

    private SearchDialog(Shell shell) {
        super(shell);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** The record chosen; empty: none. */
    static Optional<RecordId> ask(Shell shell) {
        SearchDialog dialog = new SearchDialog(shell);
        return dialog.open() == Window.OK ? Optional.ofNullable(dialog.chosen) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.searchTitle);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Text words = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        words.setMessage(Texts.searchHint);
        Accessibles.name(words, Texts.searchHint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        TableColumns<Hit> columns = new TableColumns<Hit>()
                .words("name", Texts.listName, 340, Hit::name)
                .words("kind", Texts.detailKind, 130, Hit::kind)
                .words("more", Texts.searchMore, 340, Hit::more);
        table = new DataTable<>(area, "search", columns, SearchDialog::image, hit -> false);
        Accessibles.name(table.control(), Texts.searchTitle);
        GridDataFactory.fillDefaults().grab(true, true).hint(840, 320).applyTo(table.control());
        table.show(Hits.of(Desk.get().portfolio()));
        words.addModifyListener(event -> {
            table.filter(words.getText());
            table.select(hit -> true);
            tell();
            enable();
        });
        words.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                table.control().setFocus();
            }
        });
        found = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(found);
        tell();
        table.onSelect(hit -> enable());
        table.onOpen(hit -> okPressed());
        return area;
    }

    private void tell() {
        int count = table.shown().size();
        found.setText(count == 0 ? Texts.searchNothing : Texts.bind(Texts.searchFound, count, table.total()));
    }

    private static Image image(Hit hit) {
        return switch (hit.id().kind()) {
            case STRUCTURE -> Icon.STRUCTURE.image();
            case FUNDER -> Icon.FUNDER.image();
            case PROGRAMME -> Icon.PROGRAMME.image();
            case CALL -> Icon.CALL.image();
            default -> Icon.GRANT.image();
        };
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Texts.problemsGo, true);
        createButton(parent, IDialogConstants.CANCEL_ID, Texts.cancel, false);
        enable();
    }

    private void enable() {
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(table.selection().isPresent());
        }
    }

    @Override
    protected void okPressed() {
        chosen = table.selection().map(Hit::id).orElse(null);
        super.okPressed();
    }
}
