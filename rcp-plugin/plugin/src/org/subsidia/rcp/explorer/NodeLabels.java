package org.subsidia.rcp.explorer;

import java.util.function.Supplier;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.StyledString.Styler;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Control;
import org.subsidia.rcp.ui.Icon;
import org.subsidia.rcp.ui.Paper;

/** Names with what is said beside them, greyed. */
final class NodeLabels extends LabelProvider implements IStyledLabelProvider {
    private final Supplier<ExplorerTree> tree;
    private final Styler greyed;

    NodeLabels(Supplier<ExplorerTree> tree, Control control) {
        this.tree = tree;
        greyed = new Styler() {
            @Override
            public void applyStyles(TextStyle style) {
                style.foreground = Paper.muted(control);
            }
        };
    }

    @Override
    public StyledString getStyledText(Object element) {
        Node node = (Node) element;
        ExplorerTree now = tree.get();
        StyledString text = new StyledString(now.label(node));
        String detail = now.detail(node);
        return detail.isEmpty() ? text : text.append("  " + detail, greyed);
    }

    @Override
    public String getText(Object element) {
        return getStyledText(element).getString();
    }

    @Override
    public Image getImage(Object element) {
        if (element instanceof Node.OfGrant) {
            return Icon.GRANT.image();
        }
        if (element instanceof Node.OfProgramme || element == Node.Trunk.PROGRAMMES) {
            return Icon.PROGRAMME.image();
        }
        if (element instanceof Node.OfCall) {
            return Icon.CALL.image();
        }
        if (element instanceof Node.OfProject || element == Node.Trunk.PROJECTS) {
            return Icon.PROJECT.image();
        }
        if (element instanceof Node.OfBudget || element instanceof Node.OfBudgetLine) {
            return Icon.BUDGET.image();
        }
        boolean receives = element == Node.Trunk.STRUCTURES || element instanceof Node.OfStructure;
        return receives ? Icon.STRUCTURE.image() : Icon.FUNDER.image();
    }
}
