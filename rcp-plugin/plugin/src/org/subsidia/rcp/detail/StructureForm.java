package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Words;

/** A structure to edit: who it is, its cash, the rhythm of its budget, whose aid it took over. */
final class StructureForm extends RecordForm<Structure> {
    private final org.eclipse.swt.widgets.Label grants;
    private final org.eclipse.swt.widgets.Label labels;

    StructureForm(Composite parent, StructureId id) {
        super(parent, id, Structure.class, Texts.kindStructure);
        Composite columns = columns();
        Composite identity = section(columns, Texts.detailIdentity);
        StructureField.IDENTITY.forEach(field -> add(identity, field));
        label(identity, Texts.detailGrants);
        grants = label(identity, "");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(grants);
        Composite facts = section(columns, Texts.detailFacts);
        StructureField.FACTS.forEach(field -> add(facts, field));
        Composite held = section(columns, Texts.detailLabels);
        labels = new org.eclipse.swt.widgets.Label(held, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).hint(COLUMN - 20, SWT.DEFAULT).applyTo(labels);
        Composite lists = columns();
        for (StructureList list : StructureList.values()) {
            addList(lists, list);
        }
        show();
    }

    @Override
    void showMore(Structure structure) {
        grants.setText(String.valueOf(portfolio().grantsOf(structure.id()).size()));
        String held = structure.labels().stream().map(StructureForm::words).collect(Collectors.joining("\n"));
        labels.setText(held.isEmpty() ? Texts.detailNoLabel : held.replace("&", "&&"));
        labels.requestLayout();
    }

    private static String words(Label label) {
        String phase = label.phase() == null ? "" : ' ' + label.phase();
        return label.kind().label().in(Texts.locale()) + phase + " : " + window(label.start(), label.decidedEnd());
    }

    private static String window(LocalDate start, LocalDate end) {
        if (start == null && end == null) {
            return Texts.detailUndated;
        }
        return (start == null ? "…" : Words.date(start)) + " – " + (end == null ? "…" : Words.date(end));
    }
}
