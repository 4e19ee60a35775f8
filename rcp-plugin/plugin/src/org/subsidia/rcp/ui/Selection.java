package org.subsidia.rcp.ui;

import java.util.Optional;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.subsidia.portfolio.RecordId;
import org.subsidia.rcp.explorer.Node;

/** What a view without a viewer has selected: ids of records. */
public final class Selection implements ISelectionProvider {
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private ISelection current = StructuredSelection.EMPTY;

    /**
     * The record that a selection of any view means.
     *
     * @param selection of the workbench
     * @return the id of its first element, if it stands for a record
     */
    public static Optional<RecordId> record(ISelection selection) {
        if (!(selection instanceof IStructuredSelection structured)) {
            return Optional.empty();
        }
        Object first = structured.getFirstElement();
        if (first instanceof Node node) {
            return node.record();
        }
        return first instanceof RecordId id ? Optional.of(id) : Optional.empty();
    }

    @Override
    public ISelection getSelection() {
        return current;
    }

    @Override
    public void setSelection(ISelection selection) {
        if (selection.equals(current)) {
            return;
        }
        current = selection;
        SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
        listeners.forEach(listener -> listener.selectionChanged(event));
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
