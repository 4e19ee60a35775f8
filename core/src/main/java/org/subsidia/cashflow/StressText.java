package org.subsidia.cashflow;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.Funding;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.RecordId;

/** Stresses as text and in words. */
final class StressText {
    private static final int MOST_MONTHS = 60;
    private static final String ALL = "*";
    private static final Pattern FORM = Pattern.compile(
            "(late|less|decommit|recover|delabel|slip|leave|breach):(.+?):([^:]+)(?::(\\d{4}-\\d{2}-\\d{2}))?");

    private StressText() {}

    static void checkMonths(int months) {
        if (months < 0 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("0 to " + MOST_MONTHS + " months, not " + months);
        }
    }

    static void checkShare(Fraction share) {
        if (!share.isShare()) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not at " + share);
        }
    }

    static Reading<Stress> read(String text) {
        Matcher form = FORM.matcher(text.strip());
        try {
            if (form.matches() && (form.group(4) != null) == form.group(1).equals("recover")) {
                return Reading.of(stress(form.group(1), form.group(2), form.group(3), form.group(4)));
            }
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return Reading.refused(Finding.error(Place.NOWHERE, "CASH-STRESS-BAD", text));
        }
        return Reading.refused(Finding.error(Place.NOWHERE, "CASH-STRESS-BAD", text));
    }

    private static Stress stress(String kind, String id, String value, @Nullable String day) {
        boolean all = id.equals(ALL);
        return switch (kind) {
            case "late" -> new Stress.Late(new FunderId(id), Integer.parseInt(value));
            case "less" -> new Stress.Less(all ? null : new FunderId(id), Fraction.parse(value));
            case "decommit" -> new Stress.Decommitment(new GrantId(id), Fraction.parse(value));
            case "recover" ->
                new Stress.Recovery(new GrantId(id), Fraction.parse(value), LocalDate.parse(day == null ? "" : day));
            case "delabel" -> new Stress.Delabelling(new ProgrammeId(id), LocalDate.parse(value));
            case "slip" -> new Stress.StartSlip(all ? null : new GrantId(id), Integer.parseInt(value));
            case "breach" -> new Stress.Breach(new GrantId(id), LocalDate.parse(value));
            default -> new Stress.Leave(new FunderId(id), LocalDate.parse(value));
        };
    }

    static String write(Stress stress) {
        if (stress instanceof Stress.Late late) {
            return "late:" + late.funder() + ':' + late.months();
        } else if (stress instanceof Stress.Less less) {
            return "less:" + (less.funder() == null ? ALL : less.funder()) + ':' + less.share();
        } else if (stress instanceof Stress.Decommitment gone) {
            return "decommit:" + gone.grant() + ':' + gone.share();
        } else if (stress instanceof Stress.Recovery back) {
            return "recover:" + back.grant() + ':' + back.share() + ':' + back.day();
        } else if (stress instanceof Stress.Delabelling label) {
            return "delabel:" + label.programme() + ':' + label.day();
        } else if (stress instanceof Stress.StartSlip slip) {
            return "slip:" + (slip.grant() == null ? ALL : slip.grant()) + ':' + slip.months();
        } else if (stress instanceof Stress.Leave leave) {
            return "leave:" + leave.funder() + ':' + leave.day();
        } else if (stress instanceof Stress.Breach breach) {
            return "breach:" + breach.grant() + ':' + breach.day();
        }
        throw new IllegalStateException("no such stress: " + stress);
    }

    static Optional<RecordId> subject(Stress stress) {
        if (stress instanceof Stress.Late late) {
            return Optional.of(late.funder());
        } else if (stress instanceof Stress.Less less) {
            return Optional.ofNullable(less.funder());
        } else if (stress instanceof Stress.Decommitment gone) {
            return Optional.of(gone.grant());
        } else if (stress instanceof Stress.Recovery back) {
            return Optional.of(back.grant());
        } else if (stress instanceof Stress.Delabelling label) {
            return Optional.of(label.programme());
        } else if (stress instanceof Stress.StartSlip slip) {
            return Optional.ofNullable(slip.grant());
        } else if (stress instanceof Stress.Breach breach) {
            return Optional.of(breach.grant());
        }
        return Optional.of(((Stress.Leave) stress).funder());
    }

    static Message words(Stress stress, Portfolio portfolio) {
        if (stress instanceof Stress.Late late) {
            return Message.of("CASH-STRESS-LATE", name(late.funder(), portfolio), late.months());
        } else if (stress instanceof Stress.Less less) {
            FunderId funder = less.funder();
            return funder == null
                    ? Message.of("CASH-STRESS-LESS-ALL", percent(less.share()))
                    : Message.of("CASH-STRESS-LESS", name(funder, portfolio), percent(less.share()));
        } else if (stress instanceof Stress.Decommitment gone) {
            return Message.of("CASH-STRESS-DECOMMIT", name(gone.grant(), portfolio), percent(gone.share()));
        } else if (stress instanceof Stress.Recovery back) {
            return Message.of("CASH-STRESS-RECOVER", name(back.grant(), portfolio), percent(back.share()), back.day());
        } else if (stress instanceof Stress.Delabelling label) {
            return Message.of("CASH-STRESS-DELABEL", name(label.programme(), portfolio), label.day());
        } else if (stress instanceof Stress.StartSlip slip) {
            GrantId grant = slip.grant();
            return grant == null
                    ? Message.of("CASH-STRESS-SLIP-ALL", slip.months())
                    : Message.of("CASH-STRESS-SLIP", name(grant, portfolio), slip.months());
        } else if (stress instanceof Stress.Leave leave) {
            return Message.of("CASH-STRESS-LEAVE", name(leave.funder(), portfolio), leave.day());
        } else if (stress instanceof Stress.Breach breach) {
            return Message.of("CASH-STRESS-BREACH", name(breach.grant(), portfolio), breach.day());
        }
        throw new IllegalStateException("no such stress: " + stress);
    }

    private static Message name(FunderId id, Portfolio portfolio) {
        return text(portfolio.funder(id).map(Funder::name).orElse(id.value()));
    }

    private static Message name(ProgrammeId id, Portfolio portfolio) {
        return text(portfolio.programme(id).map(Programme::name).orElse(id.value()));
    }

    /** Several funders may support one and the same action: a grant is called by both. */
    private static Message name(GrantId id, Portfolio portfolio) {
        return portfolio
                .grant(id)
                .map(grant -> Optional.ofNullable(Funding.payer(grant))
                        .map(payer -> Message.of("CASH-GRANT-OF", GrantCash.subject(grant), name(payer, portfolio)))
                        .orElseGet(() -> Message.of("CASH-GRANT", GrantCash.subject(grant))))
                .orElseGet(() -> text(id.value()));
    }

    private static Message text(String words) {
        return Message.of("CASH-TEXT", words);
    }

    private static BigDecimal percent(Fraction share) {
        BigDecimal percent = share.times(Fraction.of(100)).value(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }
}
