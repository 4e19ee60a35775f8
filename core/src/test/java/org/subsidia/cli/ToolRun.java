package org.subsidia.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One run of the command line, with what it wrote. */
record ToolRun(int code, String out, String err) {

    static ToolRun french(Object... args) {
        return in(Locale.FRENCH, args);
    }

    static ToolRun english(Object... args) {
        return in(Locale.ENGLISH, args);
    }

    private static ToolRun in(Locale locale, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(stream(out), stream(err), false, locale);
        int code = CommandLineTool.run(
                console, Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        return new ToolRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
