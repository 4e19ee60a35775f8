package org.subsidia.rcp.welcome;

import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.part.ViewPart;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;

/** Walks through a tour, one step after the other; each step does what it says. */
public final class TourView extends ViewPart {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.tour";

    private static Tour current = Tour.TRACKING;
    private static int at;

    private Combo tours;
    private Label number;
    private Label sentence;
    private Button back;
    private Button next;

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .margins(8, 6)
                .spacing(8, 6)
                .applyTo(parent);
        tours = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        for (Tour tour : Tour.values()) {
            tours.add(tour.title());
        }
        tours.addListener(SWT.Selection, event -> begin(Tour.values()[tours.getSelectionIndex()]));
        Accessibles.name(tours, Texts.tourChoose);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tours);
        back = button(parent, Texts.tourBack, () -> go(at - 1));
        next = button(parent, Texts.tourStart, () -> go(at + 1));
        number = new Label(parent, SWT.NONE);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(number);
        sentence = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, true)
                .hint(240, SWT.DEFAULT)
                .applyTo(sentence);
        show();
    }

    private static Button button(Composite parent, String label, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    /**
     * Starts a tour.
     *
     * @param tour which one
     */
    public void begin(Tour tour) {
        current = tour;
        at = 0;
        show();
    }

    /** {@return everything that the view shows} */
    public Composite control() {
        return sentence.getParent();
    }

    /** {@return which step is shown, from 0; as many as there are: the tour is over} */
    public int step() {
        return at;
    }

    /** Does the step that is shown, and shows another one. */
    private void go(int step) {
        List<Tour.Step> steps = current.steps();
        boolean forward = step > at;
        if (forward && at == steps.size()) {
            begin(current);
            return;
        }
        int done = forward ? at : step;
        at = step;
        show();
        try {
            steps.get(done).action().in(getSite().getWorkbenchWindow());
        } catch (CommandException | WorkbenchException e) {
            ILog.of(getClass()).error(current.title(), e);
        }
    }

    private void show() {
        List<Tour.Step> steps = current.steps();
        tours.select(current.ordinal());
        boolean over = at == steps.size();
        number.setText(over ? Texts.tourOver : Texts.bind(Texts.tourStep, at + 1, steps.size()));
        sentence.setText((over ? Texts.tourOverHint : steps.get(at).sentence()).replace("&", "&&"));
        next.setText(over ? Texts.tourAgain : Texts.tourDo);
        back.setEnabled(at > 0);
        sentence.getParent().layout(true);
    }

    @Override
    public void setFocus() {
        next.setFocus();
    }
}
