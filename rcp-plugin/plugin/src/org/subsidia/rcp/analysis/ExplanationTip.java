package org.subsidia.rcp.analysis;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.window.DefaultToolTip;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.subsidia.explain.Explanation;
import org.subsidia.rcp.Texts;

/** The first lines of an explanation while the mouse rests on its figure. */
public final class ExplanationTip extends DefaultToolTip {
    private final Function<Point, Optional<Explanation>> explanations;

    private ExplanationTip(Control control, Function<Point, Optional<Explanation>> explanations) {
        super(control, ToolTip.NO_RECREATE, false);
        this.explanations = explanations;
        setPopupDelay(500);
        setShift(new Point(12, 12));
    }

    /**
     * Shows tips on a control.
     *
     * @param control with figures
     * @param explanations the explanation of the figure at a point of the control, if there is one
     */
    public static void on(Control control, Function<Point, Optional<Explanation>> explanations) {
        new ExplanationTip(control, explanations);
    }

    private Optional<Explanation> at(Event event) {
        return explanations.apply(new Point(event.x, event.y));
    }

    @Override
    protected Object getToolTipArea(Event event) {
        return at(event).orElse(null);
    }

    @Override
    protected boolean shouldCreateToolTip(Event event) {
        return at(event).isPresent() && super.shouldCreateToolTip(event);
    }

    @Override
    protected String getText(Event event) {
        return at(event)
                .map(explanation -> ExplanationPopup.brief(explanation, Texts.locale()))
                .orElse(null);
    }
}
