package org.subsidia.rcp.analysis;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.explorer.ExplorerTree;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.FailureDialog;
import org.subsidia.rcp.ui.Selection;

/**
 * A view of the open portfolio and of what the explorer has selected. It is shown anew whenever one of them changes, as soon
 * as it can be seen; a failure is told in its place, with the way to the error log.
 */
public abstract class DeskView extends ViewPart implements Explained {
    private final Selection selection = new Selection();
    private final ISelectionListener follow = this::follow;
    private final IPartListener2 seen = new IPartListener2() {
        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == DeskView.this && outdated) {
                changed();
            }
        }
    };
    private final StackLayout stack = new StackLayout();
    private Composite pages;
    private Composite content;
    private Composite failure;
    private Link sentence;
    private Runnable forget = () -> {};
    private Node scope = Node.Trunk.STRUCTURES;
    private Object session;
    private boolean another;
    private boolean outdated;
    private boolean shownOnce;

    /**
     * Makes the controls.
     *
     * @param parent has no layout yet
     */
    protected abstract void build(Composite parent);

    /** Shows the portfolio and the scope as they are now. */
    protected abstract void refresh();

    /** Called once when another portfolio is opened, before {@link #refresh}. */
    protected void another() {
        // nothing kept from one portfolio to the next
    }

    @Override
    public final void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(stack);
        content = new Composite(pages, SWT.NONE);
        failure = new Composite(pages, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(20, 20).applyTo(failure);
        sentence = new Link(failure, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(sentence);
        sentence.addListener(SWT.Selection, event -> {
            if (event.text.equals("log")) {
                FailureDialog.showLog();
            } else {
                changed();
            }
        });
        stack.topControl = content;
        getSite().setSelectionProvider(selection);
        build(content);
        getSite().getPage().addSelectionListener(ExplorerView.ID, follow);
        getSite().getPage().addPartListener(seen);
        forget = Desk.get().onChange(this::changed);
        session = Desk.get().session();
        Object chosen = getSite().getPage().getSelection(ExplorerView.ID);
        scope = chosen instanceof ISelection now ? node(now).scope() : scope;
        changed();
    }

    private void follow(IWorkbenchPart part, ISelection chosen) {
        Node node = node(chosen);
        if (!node.scope().equals(scope)) {
            scope = node.scope();
            changed();
        }
        chosen(node);
    }

    private static Node node(ISelection chosen) {
        Object first = chosen instanceof IStructuredSelection structured ? structured.getFirstElement() : null;
        return first instanceof Node node ? node : Node.Trunk.STRUCTURES;
    }

    /**
     * Called when the explorer has selected another place, after the scope has changed.
     *
     * @param node the place
     */
    protected void chosen(Node node) {
        // the scope says enough
    }

    private void changed() {
        if (pages.isDisposed()) {
            return;
        }
        if (session != Desk.get().session()) { // at once: what is chosen before the view is seen counts
            session = Desk.get().session();
            scope = Node.Trunk.STRUCTURES;
            another = true;
        }
        outdated = shownOnce && !getSite().getPage().isPartVisible(this);
        if (outdated) {
            return;
        }
        shownOnce = true;
        guarded(() -> {
            if (another) {
                another = false;
                another();
            }
            refresh();
            top(content);
        });
    }

    /**
     * Runs something; what it throws is logged and told in the view's place.
     *
     * @param action on the workbench's thread
     */
    protected final void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /**
     * Tells a failure in the view's place.
     *
     * @param cause what was thrown
     */
    protected final void fail(Throwable cause) {
        ILog.of(getClass()).error(getPartName(), cause);
        String why = FailureDialog.reason(cause).replace("&", "&&").replace("<", "‹");
        sentence.setText(Texts.bind(Texts.viewFailed, why, FailureDialog.logFile()));
        top(failure);
    }

    /** Shows what the view is for, after a failure. */
    protected final void recovered() {
        top(content);
    }

    private void top(Control page) {
        if (stack.topControl != page) {
            stack.topControl = page;
            pages.layout();
        }
    }

    /** {@return everything that the view shows} */
    public final Composite control() {
        return pages;
    }

    /** {@return the current value of the open portfolio} */
    protected final Portfolio portfolio() {
        return Desk.get().portfolio();
    }

    /** {@return what the explorer has selected: a structure, a funder, a level, or a trunk for everything} */
    protected final Node scope() {
        return scope;
    }

    /** {@return the name of the scope} */
    protected final String scopeName() {
        return scope instanceof Node.Trunk
                ? Texts.grantsAll
                : new ExplorerTree(portfolio(), Texts.locale()).label(scope);
    }

    /** {@return what this view has selected, for commands and other views} */
    protected final Selection selection() {
        return selection;
    }

    /**
     * Runs work beside the workbench's thread, as a Job with progress and cancel.
     *
     * @param work is told whether the user has cancelled it
     * @param then is run on the workbench's thread afterwards
     */
    protected final void startJob(Consumer<BooleanSupplier> work, Runnable then) {
        Display display = getSite().getShell().getDisplay();
        Job job = new Job(getPartName()) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                work.accept(monitor::isCanceled);
                if (!display.isDisposed()) {
                    display.asyncExec(then);
                }
                return Status.OK_STATUS;
            }
        };
        IWorkbenchSiteProgressService service = getSite().getService(IWorkbenchSiteProgressService.class);
        if (service == null) {
            job.schedule();
        } else {
            service.schedule(job);
        }
    }

    /** {@return where the figure comes from that the user looks at; a view with figures says so} */
    @Override
    public Optional<Explanation> explanation() {
        return Optional.empty();
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(ExplorerView.ID, follow);
        getSite().getPage().removePartListener(seen);
        forget.run();
        super.dispose();
    }
}
