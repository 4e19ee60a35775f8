package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.rcp.Texts;

/**
 * Files that come in by one run of a wizard.
 *
 * @param kind what they are
 * @param files at least one; several only where they can be read in one run
 */
record ImportRun(ImportKind kind, List<Path> files) {
    ImportRun {
        files = List.copyOf(files);
    }

    /** The runs of files that were given together; looks into the files. */
    static List<ImportRun> of(List<Path> files) {
        Map<ImportKind, List<Path>> kinds =
                files.stream().collect(Collectors.groupingBy(ImportKind::of, LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .flatMap(same -> same.getKey().runs(same.getValue()).stream())
                .toList();
    }

    /** Opens one wizard after another; once one is cancelled, the user says whether the others are wanted. */
    static void open(Shell shell, List<ImportRun> runs) {
        for (int i = 0; i < runs.size(); i++) {
            ImportRun run = runs.get(i);
            List<ImportRun> rest = runs.subList(i + 1, runs.size());
            boolean done = run.kind().open(shell, run.files(), Turn.of(i, runs));
            if (!done && !rest.isEmpty() && !goesOn(shell, rest)) {
                return;
            }
        }
    }

    private static boolean goesOn(Shell shell, List<ImportRun> rest) {
        return new MessageDialog(
                                shell,
                                Texts.importStopTitle,
                                null,
                                Texts.bind(Texts.importStopQuestion, rest.size(), Turn.names(rest)),
                                MessageDialog.QUESTION,
                                0,
                                Texts.importStopNext,
                                Texts.importStopAll)
                        .open()
                == 0;
    }
}
