package org.subsidia.rcp.grants;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.EditableRule;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.validate.DataValidator;
import org.eclipse.nebula.widgets.nattable.data.validate.ValidationFailedException;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.edit.config.RenderErrorHandling;
import org.eclipse.nebula.widgets.nattable.edit.editor.ComboBoxCellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.ControlDecorationProvider;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.subsidia.portfolio.GrantState;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.StatusLine;

/** Which cells can be typed in, with what, and what is said of a text that cannot stand there. */
final class TypingConfiguration extends AbstractRegistryConfiguration {
    private final GridModel model;
    private final Typing typing;

    TypingConfiguration(GridModel model, Typing typing) {
        this.model = model;
        this.typing = typing;
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        registry.registerConfigAttribute(
                EditConfigAttributes.CELL_EDITABLE_RULE,
                new EditableRule() {
                    @Override
                    public boolean isEditable(int column, int line) {
                        return GrantColumn.values()[column].isEditable()
                                && model.row(line).isPresent();
                    }
                },
                DisplayMode.EDIT);
        ComboBoxCellEditor states = new ComboBoxCellEditor(Arrays.stream(GrantState.values())
                .map(state -> state.label().in(Texts.locale()))
                .toList());
        registry.registerConfigAttribute(
                EditConfigAttributes.CELL_EDITOR, states, DisplayMode.EDIT, GrantColumn.STATE.name());
        for (GrantColumn column : GrantColumn.values()) {
            if (column.isEditable()) {
                registry.registerConfigAttribute(
                        EditConfigAttributes.DATA_VALIDATOR, new Validator(column), DisplayMode.EDIT, column.name());
            }
        }
        registry.registerConfigAttribute(
                EditConfigAttributes.VALIDATION_ERROR_HANDLER,
                new RenderErrorHandling(new ControlDecorationProvider(FieldDecorationRegistry.DEC_ERROR)),
                DisplayMode.EDIT);
    }

    private final class Validator extends DataValidator {
        private final GrantColumn column;

        Validator(GrantColumn column) {
            this.column = column;
        }

        @Override
        public boolean validate(int index, int line, Object value) {
            String text = value == null ? "" : value.toString();
            Optional<String> refusal = model.row(line).flatMap(row -> typing.refusal(row, column, text));
            if (refusal.isPresent()) {
                StatusLine.tell(refusal.get());
                throw new ValidationFailedException(refusal.get());
            }
            return true;
        }
    }
}
