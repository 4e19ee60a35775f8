package org.subsidia.rcp.grants;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** The order of the grid as NatTable asks for it: one column at a time. */
final class GridSort implements ISortModel {
    private final GridModel model;
    private final Consumer<Runnable> rearranging;

    /**
     * The order of a model.
     *
     * @param rearranging runs what puts the lines into another order, and shows what came of it
     */
    GridSort(GridModel model, Consumer<Runnable> rearranging) {
        this.model = model;
        this.rearranging = rearranging;
    }

    @Override
    public List<Integer> getSortedColumnIndexes() {
        return List.of(model.sortedBy().ordinal());
    }

    @Override
    public boolean isColumnIndexSorted(int index) {
        return model.sortedBy().ordinal() == index;
    }

    @Override
    public SortDirectionEnum getSortDirection(int index) {
        if (!isColumnIndexSorted(index)) {
            return SortDirectionEnum.NONE;
        }
        return model.isDescending() ? SortDirectionEnum.DESC : SortDirectionEnum.ASC;
    }

    @Override
    public int getSortOrder(int index) {
        return isColumnIndexSorted(index) ? 0 : -1;
    }

    @SuppressWarnings("rawtypes")
    @Override
    public List<Comparator> getComparatorsForColumnIndex(int index) {
        return List.of();
    }

    @Override
    public Comparator<?> getColumnComparator(int index) {
        return null;
    }

    @Override
    public void sort(int index, SortDirectionEnum direction, boolean accumulate) {
        if (direction == SortDirectionEnum.NONE) {
            clear();
        } else {
            rearranging.accept(() -> model.sort(GrantColumn.values()[index], direction == SortDirectionEnum.DESC));
        }
    }

    @Override
    public void clear() {
        rearranging.accept(() -> model.sort(GrantColumn.AWARDED_ON, true));
    }
}
