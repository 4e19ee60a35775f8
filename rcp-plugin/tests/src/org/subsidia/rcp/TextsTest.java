package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The workbench says everything in French and in English. */
class TextsTest {
    /** Written alike in both languages. */
    private static final Set<String> SAME = Set.of(
            "Structure", "Structures", "SIREN", "SIRET", "RNA", "Note", "OK", "Condition", "Conditions", "Phase");

    private static Properties properties(String resource) throws IOException {
        try (InputStream in = TextsTest.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        }
    }

    private static void assertSame(Properties english, Properties french) {
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            String sentence = french.getProperty(key);
            assertThat(sentence).as(key).isNotBlank().doesNotContain("'");
            assertThat(placeholders(sentence)).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    private static Set<String> placeholders(String pattern) {
        Matcher matcher = Pattern.compile("\\{(\\d)").matcher(pattern);
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void sentences_areTheSameInBothLanguagesAndEachIsAField() throws IOException {
        Properties english = properties("texts.properties");
        assertSame(english, properties("texts_fr.properties"));
        Set<String> fields = Arrays.stream(Texts.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(Field::getName)
                .collect(Collectors.toSet());
        assertThat(english.stringPropertyNames()).isEqualTo(fields);
        for (String key : english.stringPropertyNames()) {
            assertThat(new MessageFormat(english.getProperty(key), Locale.ENGLISH))
                    .as(key)
                    .isNotNull();
            assertThat(new MessageFormat(properties("texts_fr.properties").getProperty(key), Locale.FRENCH))
                    .as(key)
                    .isNotNull();
        }
    }

    @Test
    void menus_areTheSameInBothLanguagesAndAllOfThemAreUsed() throws IOException {
        Properties english = properties("/OSGI-INF/l10n/bundle.properties");
        assertSame(english, properties("/OSGI-INF/l10n/bundle_fr.properties"));
        String plugin;
        try (InputStream in = TextsTest.class.getResourceAsStream("/plugin.xml")) {
            plugin = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher matcher = Pattern.compile("\"%([a-zA-Z.]+)\"").matcher(plugin);
        Set<String> used = new TreeSet<>(Set.of("bundle.name"));
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        assertThat(english.stringPropertyNames()).isEqualTo(used);
        Matcher untranslated =
                Pattern.compile("(?:label|name|tooltip)=\"(?!%)([^\"]+)\"").matcher(plugin);
        Set<String> raw = new TreeSet<>();
        while (untranslated.find()) {
            raw.add(untranslated.group(1));
        }
        raw.removeIf(text -> !Character.isUpperCase(text.charAt(0)));
        assertThat(raw).containsExactly("Subsidia");
    }

    @Test
    void sentences_differBetweenTheLanguages() throws IOException {
        Properties english = properties("texts.properties");
        Properties french = properties("texts_fr.properties");
        Set<String> alike = english.stringPropertyNames().stream()
                .filter(key -> english.getProperty(key).equals(french.getProperty(key)))
                .map(english::getProperty)
                .collect(Collectors.toCollection(TreeSet::new));
        alike.removeAll(SAME);
        assertThat(alike).containsOnly("Convention", "Dates", "Labels", "Nature", "Programme");
    }

    @Test
    void bind_countsInFrench() throws IOException {
        String pattern = properties("texts_fr.properties").getProperty("grantsCount");
        assertThat(new MessageFormat(pattern, Locale.FRENCH).format(new Object[] {0}))
                .isEqualTo("aucune subvention");
        assertThat(new MessageFormat(pattern, Locale.FRENCH).format(new Object[] {1}))
                .isEqualTo("1 subvention");
        assertThat(new MessageFormat(pattern, Locale.FRENCH).format(new Object[] {2}))
                .isEqualTo("2 subventions");
    }

    @Test
    void licences_ofEveryLibraryInside_areTold() throws IOException {
        Path root = Path.of(System.getProperty("subsidia.root"), "rcp-plugin");
        String told = Files.readString(root.resolve("plugin/about.html"));
        Matcher bundle = Pattern.compile("<plugin id=\"((?!org\\.subsidia)[^\"]+)\"")
                .matcher(Files.readString(root.resolve("feature/feature.xml")));
        int count = 0;
        while (bundle.find()) {
            assertThat(told).contains("<td>" + bundle.group(1) + "</td>");
            count++;
        }
        for (String library : new String[] {"pdf", "flyway"}) {
            Matcher jar = Pattern.compile("lib/([^,\\s]+)")
                    .matcher(Files.readString(root.resolve("libraries/" + library + "/META-INF/MANIFEST.MF")));
            while (jar.find()) {
                assertThat(told).contains("<td>" + jar.group(1) + "</td>");
                count++;
            }
        }
        assertThat(count).isGreaterThan(60);
    }

    @Test
    void about_namesTheRelease() throws IOException {
        for (String bundle : new String[] {"bundle.properties", "bundle_fr.properties"}) {
            Path file = Path.of(System.getProperty("subsidia.root"), "rcp-plugin/plugin/OSGI-INF/l10n", bundle);
            assertThat(Files.readString(file)).contains("product.about=Subsidia {0}\\n");
        }
    }

    @Test
    void target_hasTheLibrariesOfTheRootPom() throws IOException {
        Path root = Path.of(System.getProperty("subsidia.root"));
        String pom = Files.readString(root.resolve("pom.xml"));
        String target = Files.readString(root.resolve("rcp-plugin/target-platform/subsidia.target"));
        Matcher matcher = Pattern.compile("<artifactId>([^<]+)</artifactId><version>\\$\\{([^}]+)}</version>")
                .matcher(pom);
        int compared = 0;
        while (matcher.find()) {
            String artifact = "<artifactId>" + matcher.group(1) + "</artifactId><version>";
            int at = target.indexOf(artifact);
            if (at >= 0) {
                String property = matcher.group(2);
                int value = pom.indexOf('<' + property + '>') + property.length() + 2;
                String version = pom.substring(value, pom.indexOf("</", value));
                assertThat(target).as(matcher.group(1)).contains(artifact + version + '<');
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(8);
    }
}
