package org.subsidia.rcp.simulation;

import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.AnnotationRulerColumn;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.DefaultAnnotationHover;
import org.eclipse.jface.text.source.IAnnotationAccess;
import org.eclipse.jface.text.source.IAnnotationAccessExtension;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.ImageUtilities;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Icon;
import org.subsidia.transfer.WordFix;

/** The document of a scenario with line numbers and, where something was found, a sign in the margin and a wavy line. */
final class ScenarioText {
    private static final String ERROR = "error";
    private static final String REMARK = "remark";

    private final Document document = new Document();
    private final AnnotationModel findings = new AnnotationModel();
    private final SourceViewer viewer;

    ScenarioText(Composite parent, Runnable changed) {
        Signs signs = new Signs();
        CompositeRuler ruler = new CompositeRuler(2);
        AnnotationRulerColumn margin = new AnnotationRulerColumn(findings, 18, signs);
        margin.addAnnotationType(ERROR);
        margin.addAnnotationType(REMARK);
        ruler.addDecorator(0, margin);
        LineNumberRulerColumn numbers = new LineNumberRulerColumn();
        ruler.addDecorator(1, numbers);
        viewer = new SourceViewer(parent, ruler, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
        viewer.configure(new SourceViewerConfiguration() {
            @Override
            public IAnnotationHover getAnnotationHover(ISourceViewer source) {
                return new DefaultAnnotationHover();
            }
        });
        viewer.setDocument(document, findings);
        viewer.showAnnotations(true);
        StyledText text = viewer.getTextWidget();
        text.setFont(JFaceResources.getTextFont());
        text.addLineStyleListener(new YamlColours());
        text.setTabs(2);
        text.addListener(SWT.Paint, event -> dress(numbers, text));
        Accessibles.name(text, Texts.scenarioDocument);
        AnnotationPainter painter = new AnnotationPainter(viewer, signs);
        painter.addTextStyleStrategy("wave", new AnnotationPainter.UnderlineStrategy(SWT.UNDERLINE_SQUIGGLE));
        painter.addAnnotationType(ERROR, "wave");
        painter.addAnnotationType(REMARK, "wave");
        painter.setAnnotationTypeColor(ERROR, new Color(214, 39, 40));
        painter.setAnnotationTypeColor(REMARK, new Color(214, 140, 0));
        viewer.addPainter(painter);
        document.addDocumentListener(new IDocumentListener() {
            @Override
            public void documentAboutToBeChanged(DocumentEvent event) {
                // only what has become of it counts
            }

            @Override
            public void documentChanged(DocumentEvent event) {
                changed.run();
            }
        });
    }

    /** Line numbers in the colours of the text: the theme knows nothing of them. */
    private static void dress(LineNumberRulerColumn numbers, StyledText text) {
        Control strip = numbers.getControl();
        if (strip != null && !strip.isDisposed() && !strip.getForeground().equals(text.getForeground())) {
            numbers.setForeground(text.getForeground());
            numbers.setBackground(text.getBackground());
            strip.setForeground(text.getForeground());
            numbers.redraw();
        }
    }

    StyledText control() {
        return viewer.getTextWidget();
    }

    Control whole() {
        return viewer.getControl();
    }

    String text() {
        return document.get();
    }

    /** Shows another document; what was done to the former one cannot be undone any more. */
    void show(String text) {
        document.set(text);
        viewer.getUndoManager().reset();
        viewer.setTopIndex(0);
    }

    /** Puts the known word in the place of the other, as one step of undo; nothing where the text has changed since. */
    void mend(WordFix fix) {
        String text = document.get();
        if (fix.in(text).equals(text)) {
            return;
        }
        viewer.getUndoManager().beginCompoundChange();
        try {
            document.replace(fix.offset(), fix.written().length(), fix.meant());
        } catch (BadLocationException e) {
            throw new IllegalStateException(e); // the word stands there
        } finally {
            viewer.getUndoManager().endCompoundChange();
        }
        viewer.setSelectedRange(fix.offset() + fix.meant().length(), 0);
        viewer.revealRange(fix.offset(), fix.meant().length());
    }

    /** The line of the cursor, the first is 1. */
    int line() {
        StyledText text = viewer.getTextWidget();
        return text.getLineAtOffset(text.getCaretOffset()) + 1;
    }

    void undo() {
        viewer.doOperation(ITextOperationTarget.UNDO);
    }

    void redo() {
        viewer.doOperation(ITextOperationTarget.REDO);
    }

    boolean can(int operation) {
        return viewer.canDoOperation(operation);
    }

    /** Marks what was found. */
    void mark(List<Finding> found) {
        findings.removeAllAnnotations();
        for (Finding finding : found) {
            String type = finding.severity() == Severity.ERROR ? ERROR : REMARK;
            findings.addAnnotation(
                    new Annotation(type, false, finding.message().in(Texts.locale())), position(finding));
        }
    }

    /** From the place of a finding to the end of its line. */
    private Position position(Finding finding) {
        try {
            int line = (int) Math.min(Math.max(1, finding.place().line()), document.getNumberOfLines()) - 1;
            int start = document.getLineOffset(line);
            int length = document.get(start, document.getLineLength(line))
                    .stripTrailing()
                    .length();
            int column = Math.min(Math.max(0, finding.place().column() - 1), Math.max(0, length - 1));
            return new Position(start + column, Math.max(0, length - column));
        } catch (BadLocationException e) {
            return new Position(0, 0); // the text has changed since
        }
    }

    /** Puts the cursor where something was found. */
    void go(Finding finding) {
        Position position = position(finding);
        viewer.setSelectedRange(position.offset, 0);
        viewer.revealRange(position.offset, position.length);
        viewer.getTextWidget().setFocus();
    }

    /** {@return how many signs stand in the margin} */
    int signs() {
        int count = 0;
        for (var all = findings.getAnnotationIterator(); all.hasNext(); all.next()) {
            count++;
        }
        return count;
    }

    /** What annotations look like. */
    private static final class Signs implements IAnnotationAccess, IAnnotationAccessExtension {
        @Override
        public Object getType(Annotation annotation) {
            return annotation.getType();
        }

        @Override
        public boolean isMultiLine(Annotation annotation) {
            return false;
        }

        @Override
        public boolean isTemporary(Annotation annotation) {
            return true;
        }

        @Override
        public String getTypeLabel(Annotation annotation) {
            return annotation.getText();
        }

        @Override
        public int getLayer(Annotation annotation) {
            return annotation.getType().equals(ERROR) ? 1 : 0;
        }

        @Override
        public void paint(Annotation annotation, GC gc, Canvas canvas, Rectangle bounds) {
            Icon icon = annotation.getType().equals(ERROR) ? Icon.ERROR : Icon.PROBLEM;
            ImageUtilities.drawImage(icon.image(), gc, canvas, bounds, SWT.CENTER, SWT.TOP);
        }

        @Override
        public boolean isPaintable(Annotation annotation) {
            return true;
        }

        @Override
        public boolean isSubtype(Object type, Object potentialSupertype) {
            return type.equals(potentialSupertype);
        }

        @Override
        public Object[] getSupertypes(Object type) {
            return new Object[0];
        }
    }
}
