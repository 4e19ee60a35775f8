package org.subsidia.io.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.FileFindings;
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

/** A small YAML document as nodes that know their lines; tags mean nothing and aliases of collections are refused. */
final class YamlNodes {
    private static final int MOST_BYTES = 512 * 1024;
    private static final int DEEPEST = 10;

    private YamlNodes() {}

    static Reading<Node> read(Place place, InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return Reading.refused(Finding.error(place, "MAP-YAML-LARGE", MOST_BYTES / 1024));
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Node root = compose(text.startsWith("\ufeff") ? text.substring(1) : text);
            return root == null ? Reading.refused(Finding.error(place, "MAP-YAML-EMPTY")) : Reading.of(root);
        } catch (CharacterCodingException e) {
            return Reading.refused(Finding.error(place, "MAP-YAML-CHARSET"));
        } catch (IOException e) {
            return Reading.refused(FileFindings.unreadable(place, e));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            Place where = mark == null ? place : place.line(mark.getLine() + 1L);
            return Reading.refused(Finding.error(where, "MAP-YAML-BROKEN", String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Reading.refused(Finding.error(place, "MAP-YAML-BROKEN", first));
        }
    }

    private static @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_BYTES);
        options.setAllowRecursiveKeys(false);
        StreamReader reader = new StreamReader(new StringReader(text));
        return new Composer(new ParserImpl(reader, options), new Resolver(), options).getSingleNode();
    }
}
