package org.subsidia.io.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

class SafeXmlTest {
    private static int elements(String text) throws Exception {
        return elements(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int elements(byte[] bytes) throws Exception {
        XMLStreamReader reader = SafeXml.reader(new ByteArrayInputStream(bytes));
        int count = 0;
        while (reader.hasNext()) {
            count += reader.next() == XMLStreamReader.START_ELEMENT ? 1 : 0;
        }
        return count;
    }

    @Test
    void reader_ofADocument_readsIt() throws Exception {
        assertThat(elements("<a><b/>é&amp;<b/></a>")).isEqualTo(3);
    }

    @Test
    void reader_ofOtherCharsets_decodesThem() throws Exception {
        String latin = "<?xml version='1.0' encoding='ISO-8859-15'?><a>é<b/></a>";
        assertThat(elements(latin.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(2);
        assertThat(elements("<a>é<b/></a>".getBytes(StandardCharsets.UTF_16))).isEqualTo(2);
        assertThat(elements("\ufeff<a>é<b/></a>")).isEqualTo(2);
        assertThatThrownBy(() -> elements("<a>é</a>".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(XMLStreamException.class);
        assertThatThrownBy(() -> elements("<?xml version='1.0' encoding='x-none'?><a/>"))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void reader_ofADocumentType_refusesIt() {
        assertThatThrownBy(() -> elements("<!DOCTYPE a><a/>")).isInstanceOf(XMLStreamException.class);
        assertThatThrownBy(() -> elements("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"))
                .isInstanceOf(XMLStreamException.class);
        assertThatThrownBy(() -> elements("<a>&x;</a>")).isInstanceOf(XMLStreamException.class);
    }
}
