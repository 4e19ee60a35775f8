package org.subsidia.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.io.cordis.CordisImport;
import org.subsidia.io.datasubvention.DataSubvention;
import org.subsidia.io.euoperations.EuOperations;
import org.subsidia.io.statepayments.StatePayments;
import org.subsidia.io.threesixtygiving.GivingImport;

/** Each exchange format knows its own files, and no others. */
class RecognisedFilesTest {
    private static final Path DATA = Path.of("../examples/data");
    private static final Map<String, Predicate<Path>> FORMATS = Map.of(
            "cordis", CordisImport::recognises,
            "requests", DataSubvention::recognises,
            "operations", EuOperations::recognises,
            "payments", StatePayments::recognises,
            "giving", GivingImport::recognises);

    @TempDir
    private Path folder;

    private static Set<String> formats(Path file) {
        Set<String> found = new TreeSet<>();
        FORMATS.forEach((name, recognises) -> {
            if (recognises.test(file)) {
                found.add(name);
            }
        });
        return found;
    }

    private Set<String> formats(String name, String content) throws IOException {
        return formats(Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8));
    }

    @Test
    void samples_areKnownByTheirFormatAlone() throws IOException {
        Map<String, Set<String>> known = new TreeMap<>();
        try (Stream<Path> files = Files.walk(DATA)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                Set<String> formats = formats(file);
                if (!formats.isEmpty()) {
                    known.put(file.getFileName().toString(), formats);
                }
            });
        }
        assertThat(known)
                .isEqualTo(Map.of(
                        "chorus-2025.xlsx", Set.of("payments"),
                        "fonjep-2025.xlsx", Set.of("payments"),
                        "cordis-organization.csv", Set.of("cordis"),
                        "data-subvention.csv", Set.of("requests"),
                        "operations-ue-2014-2020.csv", Set.of("operations"),
                        "operations-ue-2021-2027.xlsx", Set.of("operations")));
    }

    @Test
    void giving_isKnownByItsFirstGrant() throws IOException {
        String grant = "{\"id\":\"a\",\"amountAwarded\":12.5,\"recipientOrganization\":[{\"name\":\"x\"}]}";
        assertThat(formats("package.json", "{\"version\":\"1.1\",\"more\":{\"grants\":[]},\"grants\":[" + grant + "]}"))
                .containsExactly("giving");
        assertThat(formats("list.json", "\uFEFF[" + grant + ",")).containsExactly("giving");
        assertThat(formats("flat.csv", "Identifier,Title,Amount Awarded,Funding Org:Name\na,b,1,c\n"))
                .containsExactly("giving");
        for (String other : new String[] {
            "{",
            "[",
            "{\"grants\":{}}",
            "{\"grants\":[]}",
            "{\"grants\":[1]}",
            "{\"grants\":[{\"id\":\"a\"}]}",
            "{\"results\":[" + grant + "]}"
        }) {
            assertThat(formats("other.json", other)).as(other).isEmpty();
        }
    }

    @Test
    void payments_inTheFlatForm_areNoRequests() throws IOException {
        assertThat(formats("versements.csv", "idVersement;siret;dateOperation;montant\n1;2;2025-01-01;3\n"))
                .containsExactly("payments");
    }

    @Test
    void whatIsNoFile_isKnownByNone() throws IOException {
        assertThat(formats(folder.resolve("absent.csv"))).isEmpty();
        assertThat(formats(folder)).isEmpty();
        assertThat(formats("empty.csv", "")).isEmpty();
    }

    @Test
    void projects_areFoundBesideTheirOrganisations() throws IOException {
        Path exchange = DATA.resolve("exchange");
        assertThat(CordisImport.projectsBeside(exchange.resolve("cordis-organization.csv")))
                .contains(exchange.resolve("cordis-project.csv"));
        assertThat(CordisImport.projectsBeside(folder.resolve("organization.csv")))
                .isEmpty();
        assertThat(CordisImport.projectsBeside(exchange.resolve("data-subvention.csv")))
                .isEmpty();
    }
}
