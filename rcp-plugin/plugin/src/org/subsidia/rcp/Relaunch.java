package org.subsidia.rcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.subsidia.rcp.file.FileChooser;
import org.subsidia.store.jdbc.DatabaseAddress;

/**
 * Starts the workbench again by the script that started it: without a native launcher nobody else does. The script tells where it
 * is by the system property {@value #LAUNCHER}.
 */
final class Relaunch {
    private static final String LAUNCHER = "subsidia.launcher";
    private static final String LANGUAGE = "-nl";

    private Relaunch() {}

    /** The portfolio among the words of a command line: a file or the address of a database. */
    static Optional<String> place(Stream<String> words) {
        return words.filter(Relaunch::isPlace).findFirst();
    }

    private static boolean isPlace(String word) {
        return word.endsWith(FileChooser.ENDING) || DatabaseAddress.isMeant(word);
    }

    /**
     * Starts another workbench when this one has ended, and all that it remembers is written.
     *
     * @param place the portfolio to open; none: the next one starts empty
     * @return whether it will be started
     */
    static boolean begin(Optional<String> place) {
        String script = System.getProperty(LAUNCHER, "");
        if (script.isEmpty()) {
            return false;
        }
        // the script itself, on Windows too: cmd /c would take quotes away from a path with spaces
        ProcessBuilder next =
                new ProcessBuilder(command(script, List.of(Platform.getCommandLineArgs()), place)).inheritIO();
        Runtime.getRuntime().addShutdownHook(new Thread(new Start(next), "restart"));
        return true;
    }

    /** As this one was started, but for the portfolio and for the language, which the script reads anew. */
    static List<String> command(String script, List<String> words, Optional<String> place) {
        List<String> command = new ArrayList<>(List.of(script));
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (word.equals(LANGUAGE) && rest.hasNext()) {
                rest.next();
            } else if (!isPlace(word)) {
                command.add(word);
            }
        }
        place.ifPresent(command::add);
        return command;
    }

    /** Needs nothing of the workbench, which is gone when it runs. */
    private record Start(ProcessBuilder next) implements Runnable {
        @Override
        public void run() {
            try {
                next.start();
            } catch (IOException e) {
                e.printStackTrace();
            }
        }
    }
}
