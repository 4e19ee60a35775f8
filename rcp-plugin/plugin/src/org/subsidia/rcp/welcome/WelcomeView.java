package org.subsidia.rcp.welcome;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.grants.GrantsView;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;

/** What a newcomer sees first: the sample, one's own data, three tours, the guide. */
public final class WelcomeView extends ViewPart {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.welcome";

    /** What is remembered once the page was shown. */
    static final String WELCOMED = "welcomed";

    private static final int COLUMN = 330;

    private Link first;
    private Runnable forget = () -> {};
    private boolean waiting;

    /**
     * Shows the page in a window, the first time that the workbench is started.
     *
     * @param window the window; null: none is open
     */
    public static void first(IWorkbenchWindow window) {
        if (window != null && Settings.remembered(WELCOMED).isEmpty()) {
            try {
                window.getActivePage().showView(ID);
                Settings.remember(WELCOMED, "yes");
            } catch (PartInitException e) {
                ILog.of(WelcomeView.class).error(ID, e);
            }
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        ScrolledComposite scrolled = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        Composite page = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(28, 22)
                .spacing(40, 10)
                .applyTo(page);
        LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), page);
        FontDescriptor usual = FontDescriptor.createFrom(JFaceResources.getDefaultFont());
        Font title = fonts.create(usual.setStyle(SWT.BOLD).increaseHeight(8));
        Font heading = fonts.create(usual.setStyle(SWT.BOLD).increaseHeight(2));
        label(page, Texts.welcomeTitle, title, 2);
        label(page, Texts.welcomeSentence, null, 2);
        Composite begin = column(page);
        Composite tours = column(page);
        label(begin, Texts.welcomeBegin, heading, 1);
        first = link(begin, Texts.welcomeSample, () -> Sample.open(getSite().getShell()));
        link(begin, Texts.welcomeNew, () -> command("org.subsidia.rcp.new"));
        link(begin, Texts.welcomeOpen, () -> command("org.subsidia.rcp.open"));
        link(begin, Texts.welcomeImport, () -> command("org.subsidia.rcp.import"));
        label(tours, Texts.welcomeTours, heading, 1);
        for (Tour tour : Tour.values()) {
            link(tours, "<a>" + tour.title() + "</a>", () -> begin(tour));
        }
        label(tours, Texts.welcomeHelp, heading, 1);
        link(tours, Texts.welcomeGuide, () -> command("org.subsidia.rcp.guide"));
        scrolled.setContent(page);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        waiting = hasNoGrants();
        forget = Desk.get().onChange(this::stepAside);
    }

    private static boolean hasNoGrants() {
        return Desk.get().portfolio().grants().isEmpty();
    }

    /** The first grants are what one came for: they are shown, and the page stays a click away. */
    private void stepAside() {
        boolean came = waiting && !hasNoGrants();
        waiting = hasNoGrants();
        if (came && getSite().getPage().isPartVisible(this)) {
            try {
                getSite().getPage().showView(GrantsView.ID);
            } catch (PartInitException e) {
                ILog.of(getClass()).error(GrantsView.ID, e);
            }
        }
    }

    @Override
    public void dispose() {
        forget.run();
        super.dispose();
    }

    private static Composite column(Composite page) {
        Composite column = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(column);
        GridDataFactory.fillDefaults().applyTo(column);
        return column;
    }

    private static void label(Composite parent, String text, Font font, int span) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text);
        if (font != null) {
            label.setFont(font);
        }
        GridDataFactory.fillDefaults()
                .span(span, 1)
                .indent(0, span == 1 ? 8 : 0)
                .hint(span * COLUMN, SWT.DEFAULT)
                .applyTo(label);
    }

    private static Link link(Composite parent, String text, Runnable action) {
        Link link = new Link(parent, SWT.WRAP);
        link.setText(text);
        link.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().hint(COLUMN, SWT.DEFAULT).applyTo(link);
        return link;
    }

    private void begin(Tour tour) {
        try {
            ((TourView) getSite().getPage().showView(TourView.ID)).begin(tour);
        } catch (PartInitException e) {
            ILog.of(getClass()).error(TourView.ID, e);
        }
    }

    private void command(String id) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(id, null);
        } catch (CommandException e) {
            ILog.of(getClass()).error(id, e);
        }
    }

    @Override
    public void setFocus() {
        first.setFocus();
    }
}
