package org.subsidia.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a command writes, and in which language.
 *
 * @param out the result, UTF-8
 * @param err findings, progress and errors, UTF-8
 * @param terminal whether somebody watches: then long work shows its progress
 * @param locale the user's language unless {@code --lang} says otherwise
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, Locale locale) {

    /** {@return the console of this process, in the language of the system} */
    public static Console system() {
        return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), isTerminal(), systemLocale());
    }

    /** The same console in another language. */
    Console in(Locale other) {
        return new Console(out, err, terminal, other);
    }

    /** Before Java 22 there is no console without a terminal; since then the console says itself whether it has one. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /**
     * The language that the environment asks for, even where the system has not installed it, which is usual on servers;
     * else that of the Java runtime.
     */
    private static Locale systemLocale() {
        String asked = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
        String language =
                asked.matches("[a-z]{2}(_.*)?") ? asked.substring(0, 2) : System.getProperty("user.language", "fr");
        return new Locale.Builder().setLanguage(language).build();
    }
}
