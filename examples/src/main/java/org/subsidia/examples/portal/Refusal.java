package org.subsidia.examples.portal;

/** A request that gets no report, with the status and the sentence that say why. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, String code, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal badQuery(String code, String sentence) {
        return new Refusal(400, code, sentence);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
