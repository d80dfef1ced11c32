package hub.platform.files.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;

import hub.platform.files.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The words in a file, for the search. */
final class FileWords {
    /** In characters. What comes after is not found. */
    static final int MOST = 300_000;

    private static final int MOST_BYTES = 4 * MOST;
    private static final int MOST_PAGES = 300;
    private static final int MOST_NESTED = 256;
    private static final Charset OF_WINDOWS = Charset.forName("windows-1252");

    /** The parts of office documents that people write in. */
    private static final Pattern WRITTEN = Pattern.compile(
            "word/(document|footnotes|endnotes)\\.xml|xl/sharedStrings\\.xml|ppt/slides/slide[0-9]+\\.xml|content\\.xml");

    /** Elements after which words of another sentence begin: paragraphs, cells, headings, breaks. */
    private static final Set<String> ENDS = Set.of("p", "si", "h", "br", "tab", "line-break", "table-cell", "tc");

    private final StringBuilder words = new StringBuilder();

    private FileWords() {}

    /** At most {@value #MOST} characters; empty for pictures. What cannot be read ends the rest, and not what was found before. */
    static String of(Path file, FileKind kind) {
        FileWords found = new FileWords();
        try {
            if (kind == FileKind.PDF) {
                found.addPdf(file);
            } else if (kind.isOffice()) {
                found.addOffice(file);
            } else if (!kind.isPicture()) {
                found.add(plain(file));
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // The file is good; what was found of it will do.
        }
        return found.words.toString().replaceAll("[\\p{Cc}&&[^\\n]]+", " ").strip();
    }

    private boolean isFull() {
        return words.length() >= MOST;
    }

    private void add(String text) {
        words.append(text, 0, Math.min(text.length(), MOST - words.length()));
    }

    private void addPdf(Path file) throws IOException {
        try (PDDocument document = PdfCleaner.open(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            int pages = Math.min(MOST_PAGES, document.getNumberOfPages());
            for (int page = 1; page <= pages && !isFull(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                add(stripper.getText(document));
            }
        }
    }

    private void addOffice(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), UTF_8)) {
            List<? extends ZipEntry> parts = zip.stream()
                    .filter(part -> WRITTEN.matcher(part.getName()).matches())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry part : parts) {
                try (InputStream xml = zip.getInputStream(part)) {
                    addXml(xml);
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private void addXml(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        int depth = 0;
        while (reader.hasNext() && !isFull()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (ENDS.contains(reader.getLocalName())) {
                        add("\n");
                    }
                }
                case XMLStreamConstants.CHARACTERS -> add(reader.getText());
                default -> {}
            }
            if (depth > MOST_NESTED) {
                throw new XMLStreamException("Nested more deeply than any document");
            }
        }
    }

    private static String plain(Path file) throws IOException {
        byte[] bytes;
        try (InputStream from = Files.newInputStream(file)) {
            bytes = from.readNBytes(MOST_BYTES);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        // The end may be half a character, where it was cut.
        CoderResult read = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, bytes.length < MOST_BYTES);
        return read.isError() ? new String(bytes, OF_WINDOWS) : text.flip().toString();
    }
}
