package org.subsidia.rcp.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.EventState;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.ical.IcalExport;
import org.subsidia.io.ical.IcalOptions;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.AnalysisView;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.DataTable;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.Icon;
import org.subsidia.rcp.ui.Navigation;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.rcp.ui.TableColumns;

/** Deadlines and events of what the explorer has selected: a list, late ones first, and a year. */
public final class CalendarView extends AnalysisView<EventRows> {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.calendar";

    private Label counts;
    private Combo kind;
    private Text filter;
    private CTabFolder pages;
    private DataTable<EventRow> table;
    private YearCanvas year;
    private EventRows shown;

    @Override
    protected void build(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        createBar(parent);
        pages = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        table = new DataTable<>(pages, "calendar", columns(), CalendarView::image, row -> !row.isOpen());
        year = new YearCanvas(pages);
        page(Texts.calendarList, table.control());
        page(Texts.calendarYear, year.control());
        pages.setSelection(0);
        Accessibles.name(table.control(), getPartName());
        ExplanationTip.on(
                table.control(), point -> table.at(point).map(row -> row.event().explanation()));
        table.onSelect(this::selected);
        table.onOpen(row -> Navigation.open(getSite().getPage(), row.event().source()));
        year.onSelect(this::selected);
        year.onOpen(row -> Navigation.open(getSite().getPage(), row.event().source()));
        MenuManager menu = new MenuManager();
        table.control().setMenu(menu.createContextMenu(table.control()));
        getSite().registerContextMenu(menu, selection());
        addActions();
    }

    private void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults()
                .numColumns(4)
                .margins(6, 4)
                .spacing(10, 0)
                .applyTo(bar);
        counts = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(counts);
        kind = new Combo(bar, SWT.READ_ONLY);
        kind.setItems(Texts.calendarOpen, Texts.calendarLate, Texts.calendarDue, Texts.calendarAll);
        kind.select(0);
        kind.addListener(SWT.Selection, event -> list());
        Accessibles.name(kind, Texts.calendarShow);
        filter = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Texts.calendarFilter);
        Accessibles.name(filter, Texts.calendarFilter);
        GridDataFactory.fillDefaults()
                .hint(220, SWT.DEFAULT)
                .align(SWT.END, SWT.CENTER)
                .applyTo(filter);
        filter.addModifyListener(event -> {
            table.filter(filter.getText());
            year.show(shown, table.shown());
        });
    }

    private void page(String title, org.eclipse.swt.widgets.Control control) {
        CTabItem item = new CTabItem(pages, SWT.NONE);
        item.setText(title);
        item.setControl(control);
    }

    private static TableColumns<EventRow> columns() {
        return new TableColumns<EventRow>()
                .words("state", Texts.columnState, 95, row -> row.state()
                        .label()
                        .in(Texts.locale()))
                .days("date", Texts.calendarDate, 95, row -> row.event().date())
                .add(new TableColumns.Column<>(
                        "days",
                        Texts.calendarDays,
                        70,
                        true,
                        row -> String.valueOf(row.days()),
                        java.util.Comparator.comparingLong(EventRow::days)))
                .words("title", Texts.calendarWhat, 360, EventRow::title)
                .words("structure", Texts.columnStructure, 180, EventRow::structure)
                .words("funder", Texts.columnFunder, 170, EventRow::funder)
                .words(
                        "actor",
                        Texts.calendarWho,
                        85,
                        row -> row.event().kind().actor().label().in(Texts.locale()))
                .words("certainty", Texts.calendarCertainty, 85, row -> row.event()
                        .certainty()
                        .label()
                        .in(Texts.locale()));
    }

    private static org.eclipse.swt.graphics.Image image(EventRow row) {
        return icon(row.state()).image();
    }

    static Icon icon(EventState state) {
        return switch (state) {
            case LATE -> Icon.LATE;
            case DUE -> Icon.DUE;
            case FUTURE -> Icon.FUTURE;
            case DONE -> Icon.DONE;
            case PAST -> Icon.PAST;
        };
    }

    private void addActions() {
        Action export = new Action(Texts.calendarExport) {
            @Override
            public void run() {
                export();
            }
        };
        ResourceLocator.imageDescriptorFromBundle(getClass(), "icons/export.svg")
                .ifPresent(export::setImageDescriptor);
        export.setId("org.subsidia.rcp.calendar.export");
        getViewSite().getActionBars().getToolBarManager().add(export);
        getViewSite().getActionBars().getMenuManager().add(export);
    }

    @Override
    protected EventRows compute(Question question, BooleanSupplier cancelled) {
        return EventRows.of(question, Settings.notice(), Texts.locale());
    }

    @Override
    protected void show(EventRows answer) {
        shown = answer;
        counts.setText(Texts.bind(
                        Texts.calendarCounts,
                        scopeName(),
                        answer.count(EventState.LATE),
                        answer.count(EventState.DUE),
                        answer.calendar().options().notice())
                .replace("&", "&&"));
        list();
    }

    private void list() {
        if (shown != null) {
            table.show(shown.of(EventRows.Kind.values()[kind.getSelectionIndex()]));
            year.show(shown, table.shown());
        }
    }

    private void selected(Optional<EventRow> row) {
        selection()
                .setSelection(row.map(one -> new StructuredSelection(one.event().source()))
                        .orElse(StructuredSelection.EMPTY));
    }

    @Override
    public Optional<Explanation> explanation() {
        Optional<EventRow> row = pages.getSelectionIndex() == 0 ? table.selection() : year.selection();
        return row.map(one -> one.event().explanation());
    }

    @Override
    protected void another() {
        filter.setText("");
    }

    /** Writes what is listed; a file that was written before is brought up to date. */
    private void export() {
        if (shown != null) {
            Documents.chooser()
                    .toSave(getSite().getShell(), Texts.calendarFile + ".ics")
                    .ifPresent(this::export);
        }
    }

    private void export(Path file) {
        List<CalendarEvent> events = table.shown().stream().map(EventRow::event).toList();
        IcalExport export =
                new IcalExport(IcalOptions.of(Texts.locale(), Documents.name()).withNamespace(Documents.name()));
        Instant stamp = shown.asOf().atStartOfDay().toInstant(ZoneOffset.UTC);
        try {
            Reading<byte[]> bytes = Files.isRegularFile(file)
                    ? export.update(
                            Files.readAllBytes(file),
                            events,
                            shown.rows().stream().map(EventRow::event).toList(),
                            stamp)
                    : Reading.of(export.write(events, stamp));
            if (!bytes.isRead()) {
                FindingsDialog.open(
                        getSite().getShell(),
                        Texts.exportFailed,
                        bytes.at(Place.file(file.toString())).findings());
                return;
            }
            Files.write(file, bytes.get());
            StatusLine.tell(Texts.bind(Texts.calendarExported, events.size(), file));
        } catch (IOException e) {
            FindingsDialog.tell(
                    getSite().getShell(), Texts.exportFailed, Texts.bind(Texts.exportUnwritable, file, e.getMessage()));
        }
    }

    @Override
    public void setFocus() {
        if (pages.getSelectionIndex() == 0) {
            table.control().setFocus();
        } else {
            year.control().setFocus();
        }
    }

    /** The year, for tests. */
    YearCanvas year() {
        return year;
    }
}
