package org.subsidia.rcp.help;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.List;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.ViewPart;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;

/** The guide, opened at what it says about the view from which help was asked. */
public final class GuideView extends ViewPart {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.guide.view";

    private Guide guide;
    private List contents;
    private GuidePage page;

    /** F1. */
    public static final class Open extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            IWorkbenchPart part = HandlerUtil.getActivePart(event);
            IWorkbenchPage page =
                    HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
            try {
                GuideView view = (GuideView) page.showView(ID);
                if (part != null && part != view) {
                    view.about(part.getTitle());
                }
                return null;
            } catch (PartInitException e) {
                throw new ExecutionException(ID, e);
            }
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(parent);
        SashForm sides = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sides);
        contents = new List(sides, SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        page = new GuidePage(sides);
        sides.setWeights(30, 70);
        guide = Guide.in(Texts.locale());
        guide.sections().forEach(section -> contents.add(section.heading()));
        contents.addListener(SWT.Selection, event -> show(contents.getSelectionIndex()));
        Accessibles.name(contents, Texts.guideContents);
        Accessibles.name(page.control(), Texts.guidePage);
        show(0);
    }

    private void about(String name) {
        show(guide.about(name));
    }

    private void show(int section) {
        contents.select(section);
        contents.showSelection();
        guide.section(section).ifPresent(page::show);
    }

    /** {@return the heading of the page shown} */
    public String heading() {
        return contents.getItem(contents.getSelectionIndex());
    }

    /** {@return the words of the page shown} */
    public String words() {
        return page.control().getText();
    }

    @Override
    public void setFocus() {
        page.control().setFocus();
    }
}
