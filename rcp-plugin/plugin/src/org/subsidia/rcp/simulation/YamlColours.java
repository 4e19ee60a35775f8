package org.subsidia.rcp.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineStyleEvent;
import org.eclipse.swt.custom.LineStyleListener;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;

/** Names of a scenario in bold and its remarks in grey, readable in the light and in the dark theme. */
final class YamlColours implements LineStyleListener {
    private static final Pattern NAME =
            Pattern.compile("^[\\s-]*([\\w.-]+):(?=\\s|$)|(?<=[{,]\\s{0,3})([\\w.-]+):(?=\\s)");
    private static final Pattern REMARK = Pattern.compile("(?:^|\\s)#.*$");
    private static final Color GREY = new Color(128, 128, 128);

    @Override
    public void lineGetStyle(LineStyleEvent event) {
        List<StyleRange> styles = new ArrayList<>();
        Matcher remark = REMARK.matcher(event.lineText);
        int end = remark.find() ? remark.start() : event.lineText.length();
        Matcher name = NAME.matcher(event.lineText);
        while (name.find() && name.end() <= end) {
            int group = name.group(1) == null ? 2 : 1;
            styles.add(new StyleRange(
                    event.lineOffset + name.start(group), name.group(group).length(), null, null, SWT.BOLD));
        }
        if (end < event.lineText.length()) {
            styles.add(new StyleRange(event.lineOffset + end, event.lineText.length() - end, GREY, null, SWT.ITALIC));
        }
        event.styles = styles.toArray(StyleRange[]::new);
    }
}
