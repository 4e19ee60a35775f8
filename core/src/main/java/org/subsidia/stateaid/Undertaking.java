package org.subsidia.stateaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.GroupMembership;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Succession;

/**
 * The single undertaking of a structure, day by day. On each day it is all structures of the same group, with all aid that they
 * ever received: who joins brings its history, who leaves takes it along. A merger or division moves the history itself.
 */
final class Undertaking {
    private final Structure structure;
    private final Portfolio portfolio;
    private final AidAwards awards;
    /** Structures whose aid may ever count: those of the groups, and all before them. */
    private final Map<StructureId, Structure> around = new LinkedHashMap<>();

    private final SortedMap<LocalDate, List<Move>> moves = new TreeMap<>();

    /** The history of one structure, or a part of it, goes to another. */
    private record Move(StructureId heir, Succession succession) {}

    /**
     * An award and how much of it counts.
     *
     * @param award the award
     * @param share above 0, up to 1
     */
    record Part(AidAward award, Fraction share) {}

    Undertaking(Structure structure, AidAwards awards) {
        this.structure = structure;
        this.awards = awards;
        this.portfolio = awards.portfolio();
        Set<String> groups = new LinkedHashSet<>();
        structure.groups().forEach(membership -> groups.add(membership.group()));
        around.put(structure.id(), structure);
        if (!groups.isEmpty()) {
            portfolio.structures().stream()
                    .filter(other -> other.groups().stream().anyMatch(each -> groups.contains(each.group())))
                    .forEach(other -> around.put(other.id(), other));
        }
        List<Structure> open = new ArrayList<>(around.values());
        while (!open.isEmpty()) {
            Structure heir = open.remove(open.size() - 1);
            for (Succession succession : heir.successions()) {
                Optional<Structure> before = portfolio.structure(succession.from());
                before.filter(other -> around.putIfAbsent(other.id(), other) == null)
                        .ifPresent(open::add);
            }
        }
        moves();
    }

    /** Of a divided structure every heir counts, also those outside: what they took is gone. */
    private void moves() {
        for (Structure heir : portfolio.structures()) {
            for (Succession succession : heir.successions()) {
                if (around.containsKey(succession.from())) {
                    moves.computeIfAbsent(succession.day(), day -> new ArrayList<>())
                            .add(new Move(heir.id(), succession));
                }
            }
        }
    }

    Structure structure() {
        return structure;
    }

    /** The structures that count as one on a day, this one first. */
    List<Structure> members(LocalDate day) {
        Optional<String> group = structure.groupOn(day);
        return group.isEmpty()
                ? List.of(structure)
                : Stream.concat(
                                Stream.of(structure),
                                around.values().stream()
                                        .filter(other -> !other.id().equals(structure.id())
                                                && other.groupOn(day).equals(group)))
                        .toList();
    }

    /** All aid that counts for the undertaking as it is on a day, whenever it was granted, in order of award. */
    List<Part> parts(LocalDate day) {
        Set<StructureId> members = new LinkedHashSet<>();
        members(day).forEach(member -> members.add(member.id()));
        List<Part> parts = new ArrayList<>();
        for (Structure each : around.values()) {
            for (AidAward award : awards.of(each.id())) {
                Fraction share = moves.isEmpty()
                        ? members.contains(each.id()) ? Fraction.ONE : Fraction.ZERO
                        : share(award, members, day);
                if (share.signum() > 0) {
                    parts.add(new Part(award, share));
                }
            }
        }
        parts.sort(Comparator.comparing(
                        (Part part) -> part.award().day(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(part -> part.award().id()));
        return parts;
    }

    /** All awards that may ever count. */
    List<AidAward> all() {
        return around.keySet().stream().flatMap(id -> awards.of(id).stream()).toList();
    }

    private Fraction share(AidAward award, Set<StructureId> members, LocalDate day) {
        Map<StructureId, Fraction> holders = new HashMap<>(Map.of(award.grant().structure(), Fraction.ONE));
        moves.headMap(day.plusDays(1)).forEach((when, all) -> {
            if (award.day() == null || award.day().isBefore(when)) {
                pass(award, all, holders);
            }
        });
        return members.stream()
                .map(member -> holders.getOrDefault(member, Fraction.ZERO))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** What several heirs take on one day, they take from what was there before. */
    private static void pass(AidAward award, List<Move> all, Map<StructureId, Fraction> holders) {
        Map<StructureId, Fraction> before = Map.copyOf(holders);
        Map<StructureId, Fraction> left = new HashMap<>(before);
        boolean named = all.stream()
                .anyMatch(move ->
                        move.succession().grants().contains(award.grant().id()));
        for (Move move : all) {
            Fraction held = before.get(move.succession().from());
            boolean here = move.succession().grants().contains(award.grant().id());
            if (held == null || (named && !here)) {
                continue;
            }
            Fraction share = move.succession().share();
            Fraction wanted = named ? held : held.times(share.signum() < 0 ? Fraction.ZERO : share);
            Fraction rest = left.getOrDefault(move.succession().from(), Fraction.ZERO);
            Fraction taken = wanted.compareTo(rest) > 0 ? rest : wanted;
            left.put(move.succession().from(), rest.minus(taken));
            left.merge(move.heir(), taken, Fraction::plus);
        }
        holders.clear();
        holders.putAll(left);
    }

    /** The days from which another set of structures, or another share of their aid, counts. */
    SortedSet<LocalDate> changes() {
        SortedSet<LocalDate> days = new TreeSet<>(moves.keySet());
        for (Structure each : around.values()) {
            for (GroupMembership membership : each.groups()) {
                LocalDate first = membership.window().first();
                LocalDate last = membership.window().last();
                if (first != null) {
                    days.add(first);
                }
                if (last != null) {
                    days.add(last.plusDays(1));
                }
            }
        }
        return days;
    }
}
