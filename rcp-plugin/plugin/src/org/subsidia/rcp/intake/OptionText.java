package org.subsidia.rcp.intake;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.rcp.ui.Accessibles;

/** A field below the file that may stay empty. */
final class OptionText {
    private final Text text;

    OptionText(Composite page, String label, String hint, int width, Runnable changed) {
        new Label(page, SWT.NONE).setText(label);
        text = new Text(page, SWT.BORDER);
        text.setMessage(hint);
        Accessibles.name(text, label);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .hint(width, SWT.DEFAULT)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(text);
        text.addModifyListener(event -> changed.run());
    }

    /** Proposes a value. */
    void show(String value) {
        text.setText(value);
    }

    /** What was typed, without blanks around it. */
    String value() {
        return text.getText().strip();
    }
}
