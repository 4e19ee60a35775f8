package org.subsidia.rcp.explorer;

import java.util.function.Supplier;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.subsidia.rcp.ui.Icon;

/** Names with the number of what is below them, greyed. */
final class NodeLabels extends LabelProvider implements IStyledLabelProvider {
    private final Supplier<ExplorerTree> tree;

    NodeLabels(Supplier<ExplorerTree> tree) {
        this.tree = tree;
    }

    @Override
    public StyledString getStyledText(Object element) {
        Node node = (Node) element;
        ExplorerTree now = tree.get();
        StyledString text = new StyledString(now.label(node));
        if (!(node instanceof Node.OfGrant)) {
            text.append("  " + now.count(node), StyledString.COUNTER_STYLER);
        }
        return text;
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
        boolean receives = element == Node.Trunk.STRUCTURES || element instanceof Node.OfStructure;
        return receives ? Icon.STRUCTURE.image() : Icon.FUNDER.image();
    }
}
