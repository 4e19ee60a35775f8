package org.subsidia.rcp.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.store.jdbc.DatabaseAddress;
import org.subsidia.store.jdbc.DatabaseSession;
import org.subsidia.store.jdbc.DatabaseStore;

/** Asks where a database is, who asks, and for which portfolio. It stays open until one is opened. */
abstract class DatabaseDialog extends TitleAreaDialog {
    private static final String H2_ENDING = ".mv.db";

    private final String title;
    private final String place;
    private final Finding refusal;
    private final boolean copies;
    private Combo address;
    private Combo portfolio;
    private Text user;
    private Text password;
    private Button make;
    private Label advice;
    private DatabaseSession session;

    /**
     * A dialog that is not open yet.
     *
     * @param place what stands in it at first
     * @param refusal why the place could not be opened; null: nobody has tried
     * @param copies whether a portfolio is made, which must not be there
     */
    DatabaseDialog(Shell shell, String title, String place, Finding refusal, boolean copies) {
        super(shell);
        this.title = title;
        this.place = place;
        this.refusal = refusal;
        this.copies = copies;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Opens the portfolio of an address, or makes it. */
    abstract Reading<DatabaseSession> opened(DatabaseAddress where, boolean makeIt);

    /** What was opened, once the dialog is closed by OK. */
    DatabaseSession session() {
        return session;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(title);
        setMessage(copies ? Texts.databaseCopyHint : Texts.databaseHint);
        Composite page = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .margins(12, 12)
                .spacing(8, 8)
                .applyTo(page);

        address = combo(page, Texts.databaseAddress);
        Documents.recent().databases().stream()
                .map(DatabaseDialog::withoutPortfolio)
                .distinct()
                .forEach(address::add);
        button(page, Texts.databaseFile, this::chooseFile);
        label(page, "");
        Label example = label(page, Texts.databaseExample);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(example);

        user = text(page, Texts.databaseUser, SWT.NONE);
        password = text(page, Texts.databasePassword, SWT.PASSWORD);
        label(page, "");
        Label kept = label(page, Texts.databasePasswordHint);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(kept);

        portfolio = combo(page, Texts.databasePortfolio);
        button(page, Texts.databaseLook, this::look);
        if (!copies) {
            label(page, "");
            make = new Button(page, SWT.CHECK);
            make.setText(Texts.databaseMake);
            GridDataFactory.fillDefaults().span(2, 1).applyTo(make);
        }
        advice = label(page, "");
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, true)
                .hint(560, 2 * advice.computeSize(SWT.DEFAULT, SWT.DEFAULT).y)
                .applyTo(advice);
        address.setText(withoutPortfolio(place));
        portfolio.setText(portfolioOf(place));
        user.setText(Databases.user(place));
        address.addListener(SWT.Selection, event -> user.setText(userOf(address.getText())));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, OK, copies ? Texts.databaseCopy : Texts.databaseOpen, true);
        createButton(parent, CANCEL, Texts.cancel, false);
    }

    @Override
    public void create() {
        super.create();
        if (refusal != null) {
            tell(List.of(refusal));
        }
        (address.getText().isEmpty() ? address : password).setFocus();
    }

    private static Label label(Composite page, String text) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(text);
        return label;
    }

    private static Combo combo(Composite page, String name) {
        label(page, name);
        Combo combo = new Combo(page, SWT.DROP_DOWN);
        Accessibles.name(combo, name);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(380, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(combo);
        return combo;
    }

    private static Text text(Composite page, String name, int style) {
        label(page, name);
        Text text = new Text(page, SWT.BORDER | style);
        Accessibles.name(text, name);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(text);
        return text;
    }

    private static void button(Composite page, String name, Runnable action) {
        Button button = new Button(page, SWT.PUSH);
        button.setText(name);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().applyTo(button);
    }

    private static String withoutPortfolio(String text) {
        int hash = text.lastIndexOf('#');
        return hash < 0 ? text : text.substring(0, hash);
    }

    private static String portfolioOf(String text) {
        int hash = text.lastIndexOf('#');
        return hash < 0 ? "" : text.substring(hash + 1);
    }

    private static String userOf(String database) {
        return Documents.recent().databases().stream()
                .filter(recent -> withoutPortfolio(recent).equals(database))
                .findFirst()
                .map(Databases::user)
                .orElse("");
    }

    /** Several programs may have the file of H2 open at once where each says so. */
    private void chooseFile() {
        Documents.chooser().toOpen(getShell(), H2_ENDING).ifPresent(file -> address.setText(addressOf(file)));
    }

    private static String addressOf(Path file) {
        String path = file.toAbsolutePath().toString();
        String bare = path.endsWith(H2_ENDING) ? path.substring(0, path.length() - H2_ENDING.length()) : path;
        return "jdbc:h2:" + bare.replace('\\', '/') + ";AUTO_SERVER=TRUE";
    }

    private Reading<DatabaseAddress> typed() {
        String typed = address.getText().strip();
        String name = portfolio.getText().strip();
        String whole = name.isEmpty() ? typed : withoutPortfolio(typed) + '#' + name;
        return DatabaseAddress.parse(whole, Databases.credentials(user.getText().strip(), password.getText()));
    }

    /** Lists the portfolios of the database. */
    private void look() {
        Reading<DatabaseAddress> where = typed();
        Reading<List<String>> names = where.isRead()
                ? Databases.whileBusy(where.get(), () -> DatabaseStore.portfolios(where.get()))
                : Reading.refused(where.findings());
        if (!names.isRead()) {
            tell(names.findings());
            return;
        }
        tell(List.of());
        setMessage(Texts.bind(Texts.databaseFound, names.get().size(), String.join(", ", names.get())));
        portfolio.setItems(names.get().toArray(String[]::new));
        if (!names.get().isEmpty()) {
            portfolio.select(0);
        }
    }

    @Override
    protected void okPressed() {
        Reading<DatabaseAddress> where = typed();
        if (!where.isRead()) {
            tell(where.findings());
            return;
        }
        Reading<DatabaseSession> answer = opened(where.get(), make != null && make.getSelection());
        if (!answer.isRead()) {
            tell(answer.findings());
            return;
        }
        session = answer.get();
        Databases.remember(session.address(), user.getText().strip());
        super.okPressed();
    }

    private void tell(List<Finding> findings) {
        Optional<Finding> first = findings.stream().findFirst();
        setErrorMessage(
                first.map(finding -> finding.message().in(Texts.locale())).orElse(null));
        advice.setText(first.flatMap(finding -> finding.advice(Texts.locale())).orElse(""));
        advice.requestLayout();
    }
}
