package org.subsidia.cli;

/** The program {@code subsidia}. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends with its exit code: 0 done, 1 done with errors found in the data, 2 wrong usage or
     * unreadable input, 3 internal error.
     *
     * @param args the verb and its options
     */
    public static void main(String[] args) {
        System.exit(CommandLineTool.run(Console.system(), args));
    }
}
