package org.subsidia.cofinancing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.identity.Cci;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.territory.EuPeriod;

/** Programmes of EU funds, and the period to which each belongs. */
public final class EuProgrammes {
    /** More than any tree of programmes has; a circle in the data ends here. */
    private static final int DEEPEST = 10;

    private EuProgrammes() {}

    /**
     * The programme of an EU fund under which a grant is given, or of which its programme is a part.
     *
     * @param grant the grant
     * @param portfolio where its programme is
     * @return the programme, if there is one
     */
    public static Optional<Programme> of(Grant grant, Portfolio portfolio) {
        return upwards(grant.programme(), portfolio);
    }

    /**
     * Whether a programme is a part of another programme of an EU fund.
     *
     * @param programme the programme
     * @param portfolio where its parent is
     * @return whether
     */
    public static boolean isPart(Programme programme, Portfolio portfolio) {
        return upwards(programme.parent(), portfolio).isPresent();
    }

    private static Optional<Programme> upwards(@Nullable ProgrammeId start, Portfolio portfolio) {
        ProgrammeId id = start;
        for (int depth = 0; id != null && depth < DEEPEST; depth++) {
            Programme programme = portfolio.programme(id).orElse(null);
            if (programme == null) {
                return Optional.empty();
            }
            if (programme.kind() == ProgrammeKind.EU_FUND) {
                return Optional.of(programme);
            }
            id = programme.parent();
        }
        return Optional.empty();
    }

    /**
     * The period: that of the CCI number, else that in which the programme begins.
     *
     * @param programme the programme
     * @return the period, if the programme tells
     */
    public static Optional<EuPeriod> period(Programme programme) {
        return Optional.ofNullable(programme.code())
                .flatMap(code -> Cci.read(code).value())
                .flatMap(cci -> EuPeriod.containing(LocalDate.of(cci.year(), 1, 1)))
                .or(() -> Optional.ofNullable(programme.period())
                        .flatMap(window -> Optional.ofNullable(window.first()))
                        .flatMap(EuPeriod::containing));
    }

    /**
     * The period of a grant’s programme.
     *
     * @param grant the grant
     * @param portfolio where its programme is
     * @return the period, if the programme tells
     */
    public static Optional<EuPeriod> period(Grant grant, Portfolio portfolio) {
        return of(grant, portfolio).flatMap(EuProgrammes::period);
    }

    /**
     * The name of a rule of a period in the law base.
     *
     * @param period the period
     * @param name what the rule is called after it, such as {@code decommitment.delay}
     * @return the name
     */
    public static String rule(EuPeriod period, String name) {
        return "eu-funds." + period.text() + '.' + name;
    }
}
