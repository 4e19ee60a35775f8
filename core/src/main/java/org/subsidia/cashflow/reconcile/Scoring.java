package org.subsidia.cashflow.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;

/** What speaks for a movement being a payment. */
final class Scoring {
    private static final int INTERMEDIARY = 12;
    private static final int OTHER_REFERENCE = -40;
    private static final int OTHER_FUNDER = -20;
    private static final int OTHER_PAYER = -10;
    private static final int SHORTEST_REFERENCE = 5;
    private static final int ENOUGH_WORDS = 2;
    private static final int ALONE_ROUND = 17;
    private static final BigDecimal ROUND = BigDecimal.TEN;

    private final Portfolio portfolio;
    private final PayerTable payers;
    private final Map<GrantId, GrantWords> grants = new HashMap<>();
    private final Map<FunderId, List<String>> names = new HashMap<>();
    /** References by their first word. */
    private final Map<String, Set<String>> references = new HashMap<>();

    Scoring(Portfolio portfolio, PayerTable payers) {
        this.portfolio = portfolio;
        this.payers = payers;
        for (Funder funder : portfolio.funders()) {
            List<String> telling = Spelling.telling(funder.name());
            if (!telling.isEmpty()) {
                names.put(funder.id(), telling);
            }
        }
        for (Grant grant : portfolio.grants()) {
            for (String reference : references(grant)) {
                references
                        .computeIfAbsent(firstWord(reference), any -> new LinkedHashSet<>())
                        .add(reference);
            }
        }
    }

    /** The reference and the id, unless it is a word that any label may hold. */
    private static List<String> references(Grant grant) {
        return Stream.of(grant.reference(), grant.id().value())
                .filter(Objects::nonNull)
                .map(Spelling::of)
                .filter(text -> text.strip().length() >= SHORTEST_REFERENCE && isDistinct(text.strip()))
                .toList();
    }

    private static boolean isDistinct(String reference) {
        return reference.indexOf(' ') > 0 || reference.chars().anyMatch(Character::isDigit);
    }

    private static String firstWord(String reference) {
        return reference.substring(1, reference.indexOf(' ', 1));
    }

    /** A grant as a label may speak of it. */
    private record GrantWords(
            Set<FunderId> funders,
            Set<FunderLevel> levels,
            List<String> references,
            List<String> purpose,
            String year) {}

    /** A movement as it is searched. */
    record Line(
            BankEntry entry,
            String words,
            Optional<PayerTable.Payer> payer,
            Set<FunderId> funders,
            Set<String> references) {}

    Line line(BankEntry entry) {
        String words = Spelling.of(entry.words());
        Set<FunderId> named = names.entrySet().stream()
                .filter(one -> one.getValue().stream().allMatch(word -> Spelling.has(words, ' ' + word + ' ')))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> cited = Arrays.stream(words.strip().split(" ", -1))
                .flatMap(word -> references.getOrDefault(word, Set.of()).stream())
                .filter(reference -> Spelling.has(words, reference))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Line(entry, words, payers.in(words), named, cited);
    }

    private GrantWords words(Grant grant) {
        return grants.computeIfAbsent(grant.id(), id -> {
            Set<FunderId> funders = new LinkedHashSet<>(grant.funders());
            Set<FunderLevel> levels = funders.stream()
                    .flatMap(funder -> portfolio.funder(funder).stream())
                    .map(Funder::level)
                    .collect(Collectors.toSet());
            Integer year = grant.fiscalYear();
            return new GrantWords(
                    funders,
                    levels,
                    references(grant),
                    Spelling.telling(grant.purpose()),
                    year == null ? "" : " " + year + ' ');
        });
    }

    /** The clues of one movement for one payment, among all of them. */
    Score score(Line line, ExpectedPayment payment, Crowd crowd) {
        GrantWords grant = words(payment.grant());
        List<Score.Part> parts = new ArrayList<>();
        parts.add(amount(line.entry().amount(), payment.amount()));
        Score.Part reference = reference(line, grant);
        parts.add(reference);
        boolean exact = line.entry().amount().isEqual(payment.amount());
        parts.add(alone(line, payment, grant, exact && reference.points() == 0 ? crowd : null));
        parts.add(payer(line, grant));
        parts.add(date(line.entry().date(), payment.day()));
        parts.add(label(line, grant));
        return Score.of(parts);
    }

    /** The weakest clue of several pairs counts for them all, but their amounts are compared as sums. */
    static Score together(List<Score> scores, Money paid, Money expected) {
        List<Score.Part> parts = new ArrayList<>(List.of(amount(paid, expected)));
        for (Clue clue : Clue.values()) {
            if (clue != Clue.AMOUNT) {
                scores.stream()
                        .flatMap(score -> score.parts().stream())
                        .filter(part -> part.clue() == clue)
                        .min((a, b) -> Integer.compare(a.points(), b.points()))
                        .ifPresent(parts::add);
            }
        }
        return Score.of(parts);
    }

    private static Score.Part amount(Money paid, Money expected) {
        boolean same = paid.isSameCurrency(expected) && paid.isEqual(expected);
        return new Score.Part(
                Clue.AMOUNT,
                same ? Clue.AMOUNT.most() : 0,
                same ? Message.of("BANK-FOUND-AMOUNT", paid) : Message.of("BANK-FOUND-OTHER-AMOUNT", paid, expected));
    }

    private static Score.Part reference(Line line, GrantWords grant) {
        Optional<String> own =
                grant.references().stream().filter(line.references()::contains).findFirst();
        if (own.isPresent()) {
            return reference(
                    Clue.REFERENCE.most(),
                    Message.of("BANK-FOUND-REFERENCE", own.get().strip()));
        }
        return line.references().stream()
                .findFirst()
                .map(other -> reference(OTHER_REFERENCE, Message.of("BANK-FOUND-OTHER-REFERENCE", other.strip())))
                .orElseGet(() -> reference(0, Message.of("BANK-FOUND-NO-REFERENCE")));
    }

    private static Score.Part reference(int points, Message found) {
        return new Score.Part(Clue.REFERENCE, points, found);
    }

    private Score.Part payer(Line line, GrantWords grant) {
        Optional<FunderId> own =
                grant.funders().stream().filter(line.funders()::contains).findFirst();
        if (own.isPresent()) {
            return part(Clue.PAYER.most(), "BANK-FOUND-FUNDER", name(own.get()));
        }
        Optional<PayerTable.Payer> payer = line.payer();
        if (payer.isPresent() && grant.levels().stream().anyMatch(payer.get().levels()::contains)) {
            return part(INTERMEDIARY, "BANK-FOUND-PAYER", payer.get().name());
        }
        if (!line.funders().isEmpty()) {
            return part(
                    OTHER_FUNDER,
                    "BANK-FOUND-OTHER-FUNDER",
                    name(line.funders().stream()
                            .min((a, b) -> a.value().compareTo(b.value()))
                            .orElseThrow()));
        }
        return payer.map(other -> part(OTHER_PAYER, "BANK-FOUND-OTHER-PAYER", other.name()))
                .orElseGet(() -> new Score.Part(Clue.PAYER, 0, Message.of("BANK-FOUND-NO-PAYER")));
    }

    private int payer(Line line, ExpectedPayment payment) {
        return payer(line, words(payment.grant())).points();
    }

    private static Score.Part part(int points, String code, String name) {
        return new Score.Part(Clue.PAYER, points, Message.of(code, name));
    }

    private String name(FunderId id) {
        return portfolio.funder(id).map(Funder::name).orElse(id.value());
    }

    /** Stands in for a reference that is not said; an amount that is not round is hardly met twice. */
    private Score.Part alone(Line line, ExpectedPayment payment, GrantWords grant, @Nullable Crowd crowd) {
        if (crowd == null) {
            return new Score.Part(Clue.ALONE, 0, Message.of("BANK-FOUND-ALONE-NOT-ASKED"));
        }
        if (!crowd.isAlone(line, payment, grant.references(), this::payer)) {
            return new Score.Part(Clue.ALONE, 0, Message.of("BANK-FOUND-NOT-ALONE"));
        }
        boolean round = payment.amount().getAmount().remainder(ROUND).signum() == 0;
        return new Score.Part(
                Clue.ALONE,
                round ? ALONE_ROUND : Clue.ALONE.most(),
                Message.of(round ? "BANK-FOUND-ALONE-ROUND" : "BANK-FOUND-ALONE"));
    }

    private static Score.Part date(LocalDate paid, LocalDate expected) {
        long days = Math.abs(ChronoUnit.DAYS.between(expected, paid));
        int points = Nearness.of(expected, paid).points();
        return new Score.Part(Clue.DATE, points, Message.of("BANK-FOUND-DAYS", days, expected));
    }

    private static Score.Part label(Line line, GrantWords grant) {
        List<String> found = grant.purpose().stream()
                .filter(word -> Spelling.has(line.words(), ' ' + word + ' '))
                .distinct()
                .toList();
        boolean year = Spelling.has(line.words(), grant.year());
        boolean enough = found.size() >= ENOUGH_WORDS || year;
        return new Score.Part(
                Clue.LABEL,
                enough ? Clue.LABEL.most() : 0,
                enough
                        ? Message.of(
                                "BANK-FOUND-WORDS",
                                found.isEmpty() ? grant.year().strip() : String.join(" ", found))
                        : Message.of("BANK-FOUND-NO-WORDS"));
    }
}
