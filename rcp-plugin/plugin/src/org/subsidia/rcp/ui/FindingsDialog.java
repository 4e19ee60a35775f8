package org.subsidia.rcp.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.rcp.Texts;

/** Tells findings: what happened and what to do, in the words of the library. */
public final class FindingsDialog {
    private static final int MOST = 8;

    private FindingsDialog() {}

    /**
     * Shows the first findings and waits until they are read.
     *
     * @param shell above which window
     * @param title what did not work
     * @param findings why; errors come first
     */
    public static void open(Shell shell, String title, List<Finding> findings) {
        boolean error = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        new MessageDialog(
                        shell,
                        title,
                        null,
                        text(findings, Texts.locale()),
                        error ? MessageDialog.ERROR : MessageDialog.WARNING,
                        0,
                        Texts.ok)
                .open();
    }

    /**
     * Tells a sentence and waits until it is read.
     *
     * @param shell above which window
     * @param title what it is about
     * @param sentence what there is to know
     */
    public static void tell(Shell shell, String title, String sentence) {
        new MessageDialog(shell, title, null, sentence, MessageDialog.INFORMATION, 0, Texts.ok).open();
    }

    /**
     * The findings as one text.
     *
     * @param findings errors are put first
     * @param locale the language
     * @return a paragraph a finding, with its advice
     */
    public static String text(List<Finding> findings, Locale locale) {
        return text(findings, finding -> sentence(finding, locale));
    }

    /**
     * The findings of several files as one text.
     *
     * @param findings errors are put first
     * @param locale the language
     * @return a paragraph a finding, behind the name of its file
     */
    public static String textOfFiles(List<Finding> findings, Locale locale) {
        return text(findings, finding -> finding.place().file() + " · " + sentence(finding, locale));
    }

    private static String text(List<Finding> findings, Function<Finding, String> sentence) {
        String told = findings.stream()
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .limit(MOST)
                .map(sentence)
                .collect(Collectors.joining("\n\n"));
        int more = findings.size() - MOST;
        return more > 0 ? told + "\n\n" + Texts.bind(Texts.findingsMore, more) : told;
    }

    /**
     * A finding with its advice.
     *
     * @param finding the finding
     * @param locale the language
     * @return one or two sentences
     */
    public static String sentence(Finding finding, Locale locale) {
        String what = located(finding, locale);
        return finding.advice(locale).map(advice -> what + "\n" + advice).orElse(what);
    }

    /** What happened, behind the line and the column where it did, unless the sentence begins with its line itself. */
    private static String located(Finding finding, Locale locale) {
        String what = finding.message().in(locale);
        Place place = finding.place();
        if (place.line() == 0) {
            return what;
        }
        String line = Texts.bind(Texts.findingsLine, String.valueOf(place.line()));
        String where = place.column() == 0
                ? line
                : Texts.bind(
                        place.field() == null ? Texts.findingsColumn : Texts.findingsNamedColumn,
                        String.valueOf(place.line()),
                        String.valueOf(place.column()),
                        String.valueOf(place.field()));
        return what.startsWith(line) && place.column() == 0 ? what : Texts.bind(Texts.findingsAt, where, what);
    }
}
