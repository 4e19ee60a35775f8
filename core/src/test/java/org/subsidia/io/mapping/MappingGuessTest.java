package org.subsidia.io.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.io.mapping.Tables.codes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.identity.Spelling;

class MappingGuessTest {

    private static String fields(MappingGuess guess) {
        return guess.mapping().orElseThrow().columns().stream()
                .map(MappedColumn::field)
                .collect(Collectors.joining(" "));
    }

    @Test
    void guess_frenchFollowUpTable_belowItsTitle(@TempDir Path folder) throws IOException {
        var file = Tables.file(folder, "suivi.csv", """
                Suivi des financements 2024;;;;;;
                ;;;;;;
                N° de dossier;Financeur;Nature du financeur;Intitulé du projet;Montant voté (€);Date de vote;Avis interne
                24-001;Région Ponant;Région;Animation;50 000,00;15/03/2024;ok
                24-002;Ville de Nivelle;Commune;Salon;3 000,00;02/04/2024;
                """);
        MappingGuess guess = MappingGuess.of(file, Optional.empty());
        Mapping mapping = guess.mapping().orElseThrow();
        assertThat(mapping.kind()).isEqualTo(TableKind.GRANTS);
        assertThat(mapping.headerRow()).isEqualTo(3);
        assertThat(fields(guess)).isEqualTo("reference payer.name payer.level purpose awarded decisionDate");
        assertThat(guess.unplaced()).extracting(ColumnGuess::header).containsExactly("Avis interne");
        assertThat(guess.unplaced().get(0).sample()).containsExactly("ok");
        assertThat(guess.columns().get(0).score()).isBetween(90, 100);
        assertThat(codes(guess.findings()))
                .contains("MAP-GUESS-KIND", "MAP-GUESS-COLUMN", "MAP-GUESS-UNPLACED")
                .doesNotContain("MAP-GUESS-UNSURE");
    }

    @Test
    void guess_fiveFiguresOfAText_areAnAmountAndNoDay() {
        MappingGuess guess = MappingGuess.of(
                Tables.of("Financeur;N° dossier;Objet;Demandé;Accordé", "Région Ponant;A;Animation;45000;40000"),
                Optional.of(TableKind.GRANTS));
        assertThat(fields(guess)).isEqualTo("payer.name reference purpose requested awarded");
    }

    @Test
    void guess_englishTable() {
        MappingGuess guess = MappingGuess.of(
                Tables.of(
                        "Grant reference;Funder;Recipient;Project title;Amount awarded;Award date;Status",
                        "R1;Ponant;Mist Cluster;Fair;1,000.00;2024-05-06;pending"),
                Optional.of(TableKind.GRANTS));
        assertThat(fields(guess)).isEqualTo("reference payer.name structure.name purpose awarded decisionDate state");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECEIPTS   | Référence de la subvention;Date d’encaissement;Montant encaissé | A;2024-01-02;10,00
            BUDGET     | Exercice;Compte;Poste;Libellé;Montant prévu | 2024;64;Personnel;Salaires;10,00
            STRUCTURES | Raison sociale;SIREN;RNA;Forme juridique;Région du siège | Brume;732829320;;9220;Bretagne
            FUNDERS    | Financeur;Niveau territorial;SIRET;Code NUTS | Ponant;Région;;FRH0
            """)
    void guess_kind_fromTheHeaders(TableKind kind, String header, String row) {
        MappingGuess guess = MappingGuess.of(Tables.of(header, row), Optional.empty());
        assertThat(guess.mapping().orElseThrow().kind()).isEqualTo(kind);
    }

    @Test
    void guess_headersOfTwoKinds_saysThatItCannotTell() {
        MappingGuess guess = MappingGuess.of(Tables.of("Nom;SIREN", "Brume;732829320"), Optional.empty());
        assertThat(codes(guess.findings())).contains("MAP-GUESS-UNSURE");
        MappingGuess told = MappingGuess.of(Tables.of("Nom;SIREN", "Brume;732829320"), Optional.of(TableKind.FUNDERS));
        assertThat(codes(told.findings())).doesNotContain("MAP-GUESS-UNSURE");
        assertThat(fields(told)).isEqualTo("name siren");
    }

    @Test
    void guess_noHeaders_saysSo() {
        MappingGuess guess = MappingGuess.of(Tables.of("1;2;3", "4;5;6"), Optional.empty());
        assertThat(guess.mapping()).isEmpty();
        assertThat(codes(guess.findings())).containsExactly("MAP-GUESS-NONE");
        assertThat(MappingGuess.of(Tables.of(), Optional.empty()).mapping()).isEmpty();
    }

    @Test
    void guess_cellsDecide_betweenColumnsWithLikeHeaders() {
        MappingGuess guess = MappingGuess.of(
                Tables.of("Structure;Notification;Montant notifié;Notifié le", "Brume;oui;1 000,00;03/04/2024"),
                Optional.of(TableKind.GRANTS));
        assertThat(fields(guess)).contains("awarded").contains("notificationDate");
    }

    @Test
    void guess_repeatedHeaders_areToldApartByPosition() {
        MappingGuess guess = MappingGuess.of(
                Tables.of("Structure;Objet;Objet;Montant attribué", "Brume;a;b;1,00"), Optional.of(TableKind.GRANTS));
        assertThat(guess.mapping().orElseThrow().column("purpose").orElseThrow().position())
                .isEqualTo(2);
    }

    @Test
    void guess_frenchDatesThatNothingDecides_areAssumedDayFirstAndSaid() {
        MappingGuess guess = MappingGuess.of(
                Tables.of("Structure;Référence;Date de décision", "Brume;A;03/04/2024"), Optional.of(TableKind.GRANTS));
        assertThat(guess.mapping()
                        .orElseThrow()
                        .column("decisionDate")
                        .orElseThrow()
                        .dates())
                .isEqualTo(DateStyle.DAY_FIRST);
        assertThat(codes(guess.findings())).contains("MAP-GUESS-DAY-FIRST");
        MappingGuess english = MappingGuess.of(
                Tables.of("Recipient;Reference;Award date", "Brume;A;03/04/2024"), Optional.of(TableKind.GRANTS));
        assertThat(english.mapping()
                        .orElseThrow()
                        .column("decisionDate")
                        .orElseThrow()
                        .dates())
                .isEqualTo(DateStyle.UNSTATED);
    }

    @Test
    void fields_ofEveryKind_haveLabelsThatDiffer() {
        for (TableKind kind : TableKind.values()) {
            for (var locale : java.util.List.of(java.util.Locale.FRENCH, java.util.Locale.ENGLISH)) {
                assertThat(kind.fields().stream()
                                .map(f -> Spelling.key(f.label().in(locale))))
                        .as(kind + " in " + locale)
                        .doesNotHaveDuplicates();
                assertThat(kind.fields().stream()
                                .flatMap(f -> f.choices().stream())
                                .map(c -> c.label().in(locale)))
                        .isNotEmpty()
                        .noneMatch(String::isBlank);
            }
            assertThat(TableKind.find(kind.id())).contains(kind);
            assertThat(kind.label().in(java.util.Locale.FRENCH)).isNotBlank();
        }
        assertThat(TableKind.GRANTS.field("awarded").orElseThrow().type()).isEqualTo(FieldType.AMOUNT);
        assertThat(TableKind.GRANTS.field("nothing")).isEmpty();
    }

    @Test
    void labels_ofEveryField_areGuessedAsThisField() {
        for (TableKind kind : TableKind.values()) {
            for (var locale : java.util.List.of(java.util.Locale.FRENCH, java.util.Locale.ENGLISH)) {
                String header =
                        kind.fields().stream().map(f -> f.label().in(locale)).collect(Collectors.joining(";"));
                MappingGuess guess = MappingGuess.of(Tables.of(header), Optional.of(kind));
                assertThat(fields(guess))
                        .isEqualTo(kind.fields().stream().map(TableField::id).collect(Collectors.joining(" ")));
            }
        }
    }

    @Test
    void words_ofChoices_meanOneChoiceOnly() {
        for (TableKind kind : TableKind.values()) {
            for (TableField field : kind.fields()) {
                for (Choice choice : field.choices()) {
                    for (var locale : java.util.List.of(java.util.Locale.FRENCH, java.util.Locale.ENGLISH)) {
                        assertThat(Vocabulary.standard()
                                        .choice(field, choice.label().in(locale)))
                                .as(field + " " + choice)
                                .contains(choice.code());
                    }
                    assertThat(Vocabulary.standard().choice(field, choice.code()))
                            .contains(choice.code());
                }
            }
        }
    }
}
