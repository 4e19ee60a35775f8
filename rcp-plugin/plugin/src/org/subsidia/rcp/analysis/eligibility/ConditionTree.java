package org.subsidia.rcp.analysis.eligibility;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.subsidia.eligibility.Answer;
import org.subsidia.eligibility.Truth;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Icon;
import org.subsidia.report.Cell;
import org.subsidia.report.CellText;

/** The conditions of a verdict: each with its sign, in a colour and a shape of its own, and what was found. */
final class ConditionTree {
    private static final int LEAST = 300;
    private static final int ASKED_PERCENT = 74;

    private final Tree tree;

    ConditionTree(Composite parent) {
        tree = new Tree(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
        tree.setHeaderVisible(true);
        column(Texts.eligibilityCondition, 430);
        column(Texts.eligibilityFound, 240);
        Accessibles.name(tree, Texts.eligibilityConditions);
        tree.addListener(SWT.Resize, event -> fit());
        ExplanationTip.on(tree, this::at);
    }

    private void column(String title, int width) {
        TreeColumn column = new TreeColumn(tree, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    /** What is asked needs most of the room, what was found is short. */
    private void fit() {
        int room = tree.getClientArea().width;
        if (room > LEAST) {
            tree.getColumn(0).setWidth(room * ASKED_PERCENT / 100);
            tree.getColumn(1).setWidth(room - room * ASKED_PERCENT / 100);
        }
    }

    Tree control() {
        return tree;
    }

    /** Shows other conditions; those that are met are closed, the others open. */
    void show(Explanation verdict) {
        tree.setRedraw(false);
        try {
            tree.removeAll();
            TreeItem root = new TreeItem(tree, SWT.NONE);
            fill(root, verdict);
            root.setExpanded(true);
            tree.setSelection(root);
        } finally {
            tree.setRedraw(true);
        }
    }

    void clear() {
        tree.removeAll();
    }

    private static void fill(TreeItem item, Explanation node) {
        item.setText(0, node.label().in(Texts.locale()));
        item.setText(1, words(node.value()));
        item.setImage(0, image(node.value()));
        item.setData(node);
        for (Explanation child : node.children()) {
            fill(new TreeItem(item, SWT.NONE), child);
        }
        item.setExpanded(icon(node.value()) != Icon.YES);
    }

    private static String words(Value value) {
        return value instanceof Value.Unknown ? Texts.figureUnknown : new CellText(Texts.locale()).full(Cell.of(value));
    }

    private static Image image(Value value) {
        Icon icon = icon(value);
        return icon == null ? null : icon.image();
    }

    /** Facts that are known bear no sign: they are neither met nor missed by themselves. */
    private static Icon icon(Value value) {
        if (value instanceof Value.Unknown) {
            return Icon.UNKNOWN;
        }
        if (!(value instanceof Value.Statement statement)) {
            return null;
        }
        Message said = statement.text();
        if (said.equals(Truth.TRUE.words()) || said.equals(Answer.ELIGIBLE.words())) {
            return Icon.YES;
        }
        if (said.equals(Truth.FALSE.words()) || said.equals(Answer.NOT_ELIGIBLE.words())) {
            return Icon.NO;
        }
        return said.equals(Truth.UNKNOWN.words()) || said.equals(Answer.UNKNOWN.words()) ? Icon.UNKNOWN : null;
    }

    static Icon icon(Answer answer) {
        return switch (answer) {
            case ELIGIBLE -> Icon.YES;
            case NOT_ELIGIBLE -> Icon.NO;
            case UNKNOWN -> Icon.UNKNOWN;
        };
    }

    private Optional<Explanation> at(Point point) {
        return Optional.ofNullable(tree.getItem(point)).map(item -> (Explanation) item.getData());
    }

    Optional<Explanation> explanation() {
        TreeItem[] selected = tree.getSelection();
        return selected.length == 0 ? Optional.empty() : Optional.of((Explanation) selected[0].getData());
    }
}
