package org.subsidia.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML document as nodes that know their lines. Nothing is instantiated from it: tags mean nothing, and aliases of lists and
 * mappings, with which a small file can stand for a huge one, are refused.
 */
final class YamlSource {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int DEEPEST = 16;

    private YamlSource() {}

    static Reading<Node> read(String file, InputStream in) {
        Place place = Place.file(file);
        byte[] bytes;
        try {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            return Reading.refused(Finding.error(place, "LAW-FILE-UNREADABLE", file, String.valueOf(e.getMessage())));
        }
        if (bytes.length > MOST_BYTES) {
            return Reading.refused(Finding.error(place, "LAW-FILE-TOOLARGE", file, MOST_BYTES / 1024));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Node root = compose(text);
            return root == null ? Reading.refused(Finding.error(place, "LAW-FILE-EMPTY", file)) : Reading.of(root);
        } catch (CharacterCodingException e) {
            return Reading.refused(Finding.error(place, "LAW-FILE-CHARSET", file));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            Place line = mark == null ? place : place.line(mark.getLine() + 1L);
            return Reading.refused(Finding.error(line, "LAW-YAML-BROKEN", String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            return Reading.refused(Finding.error(place, "LAW-YAML-BROKEN", firstLine(e)));
        }
    }

    private static @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_BYTES);
        options.setAllowRecursiveKeys(false);
        StreamReader reader = new StreamReader(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text));
        return new Composer(new ParserImpl(reader, options), new Resolver(), options).getSingleNode();
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
