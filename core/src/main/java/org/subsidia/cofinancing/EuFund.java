package org.subsidia.cofinancing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.finding.Message;
import org.subsidia.identity.Cci;
import org.subsidia.portfolio.Programme;

/** A fund of the Union under shared management. */
public enum EuFund {
    /** European Regional Development Fund ("FEDER"). */
    ERDF,
    /** European Social Fund ("FSE", "FSE+"). */
    ESF,
    /** Just Transition Fund ("FTJ"). */
    JTF,
    /** Fisheries and aquaculture ("FEAMPA", before 2021 "FEAMP"). */
    FISHERIES,
    /** Territorial cooperation, paid from the ERDF. */
    INTERREG;

    /**
     * The fund of a programme: Interreg by its CCI number, else by its name.
     *
     * @param programme a programme of an EU fund
     * @return the fund; none where the programme does not tell
     */
    public static Optional<EuFund> of(Programme programme) {
        boolean cooperation = Optional.ofNullable(programme.code())
                .flatMap(code -> Cci.read(code).value())
                .filter(Cci::isInterreg)
                .isPresent();
        return cooperation
                ? Optional.of(INTERREG)
                : Optional.ofNullable(programme.fund()).flatMap(EuFund::read);
    }

    /**
     * The fund of a name.
     *
     * @param text such as {@code FEDER}, {@code FSE+}, {@code ESF Plus}, {@code FTJ}
     * @return the fund; none where the name is not one
     */
    public static Optional<EuFund> read(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]", "");
        return switch (name) {
            case "FEDER", "ERDF" -> Optional.of(ERDF);
            case "FSE", "FSEPLUS", "ESF", "ESFPLUS" -> Optional.of(ESF);
            case "FTJ", "JTF" -> Optional.of(JTF);
            case "FEAMPA", "FEAMP", "EMFAF", "EMFF" -> Optional.of(FISHERIES);
            case "INTERREG", "CTE" -> Optional.of(INTERREG);
            default -> Optional.empty();
        };
    }

    /** {@return the fund's name} */
    public Message label() {
        return Message.of("COFI-FUND-" + name());
    }
}
