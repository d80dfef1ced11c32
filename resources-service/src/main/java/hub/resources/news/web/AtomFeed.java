package hub.resources.news.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A feed in the format of RFC 4287.
 *
 * @param address the hub's own, before all paths
 * @param path of the page that it follows
 * @param author of all entries
 */
record AtomFeed(String address, String path, String title, String author, List<Entry> entries) {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    record Entry(String path, String title, String summary, Instant published, Instant updated) {}

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, UTF_8);
            xml.writeStartDocument(UTF_8, "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            text(xml, "id", address + path);
            text(xml, "title", title);
            text(xml, "updated", updated().toString());
            link(xml, "self", address + path + "/feed.atom");
            link(xml, "alternate", address + path);
            xml.writeStartElement("author");
            text(xml, "name", author);
            xml.writeEndElement();
            for (Entry entry : entries) {
                entry(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The feed of " + path + " cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", address + entry.path());
        text(xml, "title", entry.title());
        text(xml, "summary", entry.summary());
        text(xml, "published", entry.published().toString());
        text(xml, "updated", entry.updated().toString());
        link(xml, "alternate", address + entry.path());
        xml.writeEndElement();
    }

    private Instant updated() {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }
}
