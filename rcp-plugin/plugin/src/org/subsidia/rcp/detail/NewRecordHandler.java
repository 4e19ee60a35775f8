package org.subsidia.rcp.detail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.joda.money.CurrencyUnit;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.explorer.ExplorerTree;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.Navigation;
import org.subsidia.rcp.ui.Records;

/** Edit &gt; Add: asks for what a record cannot be without, adds it as one step of undo, and opens its form. */
public final class NewRecordHandler extends AbstractHandler {
    private static final String KIND = "org.subsidia.rcp.add.kind";

    @Override
    public Object execute(ExecutionEvent event) {
        NewRecord kind = NewRecord.valueOf(event.getParameter(KIND).toUpperCase(Locale.ROOT));
        Shell shell = HandlerUtil.getActiveShell(event);
        Portfolio portfolio = Desk.get().portfolio();
        Optional<String> refusal = kind.refusal(portfolio);
        if (refusal.isPresent()) {
            FindingsDialog.tell(shell, kind.title(), refusal.get());
            return null;
        }
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        ItemDialog.ask(
                        shell,
                        kind.title(),
                        kind.entries(portfolio, Texts.locale()),
                        kind.start(place(page), portfolio, Texts.locale()),
                        CurrencyUnit.EUR,
                        texts -> kind.refusal(texts, Texts.locale()))
                .ifPresent(texts -> add(kind, texts, page));
        return null;
    }

    private static Node place(IWorkbenchPage page) {
        ISelection chosen = page.getSelection(ExplorerView.ID);
        return chosen instanceof IStructuredSelection structured && structured.getFirstElement() instanceof Node node
                ? node
                : Node.Trunk.STRUCTURES;
    }

    private static void add(NewRecord kind, List<String> texts, IWorkbenchPage page) {
        PortfolioRecord record = kind.of(texts, Desk.get().portfolio(), Texts.locale());
        String label = Texts.bind(Texts.newLabel, kind.title(), Records.name(record));
        if (Desk.get().session().apply(label, Edit.put(record))) {
            if (page.findView(ExplorerView.ID) instanceof ExplorerView explorer) {
                Node place = ExplorerTree.place(record);
                // what is selected narrows all lists: one works on in a new structure only
                if (record instanceof Structure) {
                    explorer.reveal(place);
                } else {
                    explorer.unfold(place);
                }
            }
            Navigation.open(page, record.id());
        }
    }
}
