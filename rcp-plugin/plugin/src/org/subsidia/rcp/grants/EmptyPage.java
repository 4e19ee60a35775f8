package org.subsidia.rcp.grants;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.subsidia.rcp.Texts;

/** What stands in place of the table while the portfolio is empty: where to begin. */
final class EmptyPage {
    private final Composite page;

    EmptyPage(Composite parent, IWorkbenchSite site) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(20, 20).applyTo(page);
        Link link = new Link(page, SWT.WRAP);
        link.setText(Texts.grantsEmpty);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .applyTo(link);
        link.addListener(SWT.Selection, event -> run(site, event.text));
    }

    private static void run(IWorkbenchSite site, String what) {
        String command = what.equals("open") ? "org.subsidia.rcp.open" : "org.subsidia.rcp.import";
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(EmptyPage.class).error("cannot " + what, e);
        }
    }

    Control control() {
        return page;
    }
}
