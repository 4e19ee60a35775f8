package org.subsidia.io.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The one hardened XML factory. Its readers refuse a document type declaration, so that no entity can be declared, expanded or
 * fetched; text comes in pieces, so that a caller holds no more of it than it wants. It is the reader of the JDK, whatever
 * other one lies on the class path, since others throw other exceptions; bytes are decoded here, since it writes of wrong ones
 * to standard error.
 */
public final class SafeXml {
    private static final int HEAD = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private SafeXml() {}

    /**
     * A streaming reader.
     *
     * @param in the document; stays open
     * @return the reader; bytes that are not of the document’s charset end in an {@link XMLStreamException}
     * @throws XMLStreamException if the document does not start as XML
     * @throws IOException if the beginning cannot be read
     */
    public static XMLStreamReader reader(InputStream in) throws XMLStreamException, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, space) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return new NoDoctype(factory.createXMLStreamReader(decoded(in)));
    }

    /**
     * A whole document as a tree, for markup that this library wrote itself and that fits into memory.
     *
     * @param markup the document, without a document type declaration
     * @return its tree
     * @throws IOException if the markup is not well-formed
     */
    public static Document document(String markup) throws IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK reads XML without document types", e);
        } catch (SAXException e) {
            throw new IOException(e);
        }
    }

    /** By the byte order mark, else by the declaration, else UTF-8. */
    private static Reader decoded(InputStream in) throws XMLStreamException, IOException {
        PushbackInputStream start = new PushbackInputStream(in, HEAD);
        byte[] head = start.readNBytes(HEAD);
        boolean mark8 = head.length > 2 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
        boolean mark16 =
                head.length > 1 && (head[0] & 0xff) + (head[1] & 0xff) == 0xfe + 0xff && head[0] >= -2 && head[0] < 0;
        int skipped = mark8 ? 3 : 0;
        start.unread(head, skipped, head.length - skipped);
        Charset charset = mark8 ? StandardCharsets.UTF_8 : mark16 ? StandardCharsets.UTF_16 : declared(head);
        return new InputStreamReader(start, charset.newDecoder());
    }

    private static Charset declared(byte[] head) throws XMLStreamException {
        Matcher matcher = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new XMLStreamException("unknown encoding " + matcher.group(1), e);
        }
    }

    /** Ends the reading at a document type declaration. */
    private static final class NoDoctype extends StreamReaderDelegate {
        NoDoctype(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a document type declaration or an entity of one", getLocation());
            }
            return event;
        }
    }
}
