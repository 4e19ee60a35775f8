package org.subsidia.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML or JSON document as nodes that know their lines. Nothing is made from tags; aliases of lists and mappings, documents
 * that are deep, large or of endless lists are refused.
 *
 * @param root the outermost node
 * @param sha256 the sum of the bytes as read, in hexadecimal
 */
public record YamlDocument(Node root, String sha256) {
    private static final int MOST_BYTES = 512 * 1024;
    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 40_000;
    private static final int LONGEST_LIST = 2_000;

    /** Ends the walk through a document that is too large. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Message why;
        private final transient Mark where;

        TooMuch(Message why, Mark where) {
            super(why.code(), null, false, false);
            this.why = why;
            this.where = where;
        }
    }

    /**
     * Reads a document.
     *
     * @param file its name, for findings
     * @param in its bytes; the caller closes it
     * @return the document, or why it is not accepted
     */
    public static Reading<YamlDocument> read(String file, InputStream in) {
        Place place = Place.file(file);
        byte[] bytes;
        try {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            return Reading.refused(
                    Finding.error(place, "DOC-FILE-UNREADABLE", e.getClass().getSimpleName()));
        }
        if (bytes.length > MOST_BYTES) {
            return Reading.refused(Finding.error(place, "DOC-FILE-TOOLARGE", MOST_BYTES / 1024));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Node root = compose(text);
            if (root == null) {
                return Reading.refused(Finding.error(place, "DOC-FILE-EMPTY"));
            }
            count(root, 0);
            return Reading.of(new YamlDocument(root, sha256(bytes)));
        } catch (CharacterCodingException e) {
            return Reading.refused(Finding.error(place, "DOC-FILE-CHARSET"));
        } catch (TooMuch e) {
            return Reading.refused(Finding.error(
                    at(place, e.where), e.why.code(), e.why.arguments().toArray()));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            Place where = mark == null ? place : at(place, mark);
            return Reading.refused(Finding.error(where, "DOC-YAML-BROKEN", String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Reading.refused(Finding.error(place, "DOC-YAML-BROKEN", why));
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

    /** The number of nodes so far; aliases of texts are counted each time. */
    private static int count(Node node, int before) {
        int count = before + 1;
        if (count > MOST_NODES) {
            throw new TooMuch(Message.of("DOC-FILE-TOOMANY", MOST_NODES), node.getStartMark());
        }
        if (node instanceof SequenceNode sequence) {
            if (sequence.getValue().size() > LONGEST_LIST) {
                throw new TooMuch(Message.of("DOC-LIST-TOOLONG", LONGEST_LIST), node.getStartMark());
            }
            for (Node part : sequence.getValue()) {
                count = count(part, count);
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                count = count(tuple.getValueNode(), count(tuple.getKeyNode(), count));
            }
        }
        return count;
    }

    /**
     * Where a node stands.
     *
     * @param file the file
     * @param mark the node's mark
     * @return line and column
     */
    public static Place at(Place file, Mark mark) {
        return file.line(mark.getLine() + 1L).column(mark.getColumn() + 1, null);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
