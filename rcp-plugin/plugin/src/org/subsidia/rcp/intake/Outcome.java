package org.subsidia.rcp.intake;

import org.eclipse.swt.graphics.Image;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Icon;

/** What becomes of a row. */
enum Outcome {
    /** It makes something that the portfolio does not have. */
    NEW,
    /** It changes something. */
    UPDATED,
    /** The portfolio says the same already. */
    UNCHANGED,
    /** A person must decide. */
    REVIEW,
    /** It is of no concern here. */
    SKIPPED,
    /** It cannot be used; its findings say why. */
    REFUSED;

    String label() {
        return switch (this) {
            case NEW -> Texts.scdlNew;
            case UPDATED -> Texts.scdlUpdated;
            case UNCHANGED -> Texts.scdlUnchanged;
            case REVIEW -> Texts.importReview;
            case SKIPPED -> Texts.scdlSkipped;
            case REFUSED -> Texts.scdlRefused;
        };
    }

    Image image() {
        return switch (this) {
            case NEW, UPDATED -> Icon.DONE.image();
            case UNCHANGED, SKIPPED -> Icon.PAST.image();
            case REVIEW -> Icon.UNKNOWN.image();
            case REFUSED -> Icon.ERROR.image();
        };
    }

    /** The outcome that a reader of the library calls by this name. */
    static Outcome of(Enum<?> kind) {
        return valueOf(kind.name());
    }
}
