package org.subsidia.rcp.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;

/** Markdown as a page to read: headings, lists, tables, commands; in the colours of the theme. */
final class GuidePage {
    private static final Pattern MARK = Pattern.compile("\\*\\*(.+?)\\*\\*|\\*(.+?)\\*|`(.+?)`|!?\\[(.*?)]\\(.*?\\)");

    private final StyledText text;
    private final Font title;
    private final Font code;
    private final StringBuilder shown = new StringBuilder();
    private final List<StyleRange> styles = new ArrayList<>();

    GuidePage(Composite parent) {
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        text.setMargins(16, 12, 16, 12);
        text.setLineSpacing(3);
        LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), text);
        title = fonts.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont())
                .setStyle(SWT.BOLD)
                .increaseHeight(5));
        code = JFaceResources.getTextFont();
    }

    StyledText control() {
        return text;
    }

    void show(Guide.Section section) {
        shown.setLength(0);
        styles.clear();
        range(append(section.heading()), SWT.BOLD, title);
        shown.append("\n\n");
        boolean command = false;
        StringBuilder paragraph = new StringBuilder();
        for (String line : section.lines()) {
            if (line.startsWith("```")) {
                flush(paragraph);
                command = !command;
                shown.append(command ? "" : "\n");
            } else if (command) {
                range(append(line), SWT.NORMAL, code);
                shown.append('\n');
            } else if (line.isBlank()) {
                boolean ended = !paragraph.isEmpty();
                flush(paragraph);
                shown.append(ended ? "\n" : "");
            } else if (line.startsWith("|")) {
                flush(paragraph);
                row(line);
            } else {
                if (line.startsWith("- ") || line.startsWith("### ")) {
                    flush(paragraph);
                }
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        flush(paragraph);
        text.setText(shown.toString());
        text.setStyleRanges(styles.toArray(StyleRange[]::new));
        text.setTopIndex(0);
    }

    private void flush(StringBuilder paragraph) {
        if (paragraph.isEmpty()) {
            return;
        }
        String words = paragraph.toString();
        paragraph.setLength(0);
        if (words.startsWith("### ")) {
            range(append(words.substring(4)), SWT.BOLD, null);
        } else if (words.startsWith("- ")) {
            shown.append("  •  ");
            marked(words.substring(2), false);
        } else {
            marked(words, false);
        }
        shown.append('\n');
    }

    /** Cells behind each other: a page to read has no room for a grid. */
    private void row(String line) {
        if (line.matches("\\|[\\s|:-]+")) {
            return;
        }
        String[] cells = line.substring(1).replaceFirst("\\|\\s*$", "").split("(?<!\\\\)\\|");
        shown.append("  ▪  ");
        for (int i = 0; i < cells.length; i++) {
            shown.append(i == 0 ? "" : i == 1 ? " : " : " – ");
            marked(cells[i].strip().replace("\\|", "|"), i == 0);
        }
        shown.append('\n');
    }

    /** Words with their marks for bold, emphasis and code; of a link its words. */
    private void marked(String words, boolean bold) {
        int start = shown.length();
        Matcher mark = MARK.matcher(words);
        int at = 0;
        List<StyleRange> inside = new ArrayList<>();
        while (mark.find()) {
            shown.append(words, at, mark.start());
            int from = shown.length();
            for (int group = 1; group <= 4; group++) {
                if (mark.group(group) != null) {
                    shown.append(mark.group(group));
                    StyleRange style = new StyleRange(from, shown.length() - from, null, null);
                    style.fontStyle = group == 1 ? SWT.BOLD : group == 2 ? SWT.ITALIC : SWT.NORMAL;
                    style.font = group == 3 ? code : null;
                    inside.add(style);
                }
            }
            at = mark.end();
        }
        shown.append(words.substring(at));
        if (bold) {
            range(start, SWT.BOLD, null);
        } else {
            inside.stream().filter(style -> style.length > 0).forEach(styles::add);
        }
    }

    private int append(String words) {
        int start = shown.length();
        shown.append(words);
        return start;
    }

    private void range(int start, int style, Font font) {
        if (shown.length() > start) {
            StyleRange range = new StyleRange(start, shown.length() - start, null, null, style);
            range.font = font;
            styles.add(range);
        }
    }
}
