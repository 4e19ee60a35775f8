package org.subsidia.io.tabular;

/** Follows quotes line by line, by the same rules as Commons CSV: a quote opens a cell only as its first character. */
final class QuoteScan {
    private enum State {
        START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private final char separator;
    private State state = State.START;
    private boolean trailing;

    QuoteScan(char separator) {
        this.separator = separator;
    }

    void line(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            switch (state) {
                case START -> state = c == '"' ? State.QUOTED : c == separator ? State.START : State.PLAIN;
                case PLAIN -> state = c == separator ? State.START : State.PLAIN;
                case QUOTED -> {
                    if (c == '"' && i + 1 < length && text.charAt(i + 1) == '"') {
                        i++;
                    } else if (c == '"') {
                        state = State.CLOSED;
                    }
                }
                case CLOSED -> {
                    if (c == separator) {
                        state = State.START;
                    } else {
                        trailing |= !Character.isWhitespace(c);
                    }
                }
            }
        }
    }

    /** Whether the record goes on behind the line end. */
    boolean isOpen() {
        return state == State.QUOTED;
    }

    /** Whether something other than blanks stood between a closing quote and the next separator. */
    boolean hasTrailingText() {
        return trailing;
    }
}
