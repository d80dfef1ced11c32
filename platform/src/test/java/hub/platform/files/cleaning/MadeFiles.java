package hub.platform.files.cleaning;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files as people have them, and as they are made to harm. */
final class MadeFiles {
    static final String AUTHOR = "Marguerite Penhaligon";
    private static final String CORE =
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>"
                    + AUTHOR + "</dc:creator></cp:coreProperties>";

    private MadeFiles() {}

    /** What may be thrown while a file is made. */
    @FunctionalInterface
    interface Making<T> {
        void with(T made) throws IOException;
    }

    static byte[] pdf(String text) {
        return pdf(text, document -> {});
    }

    /** With its author in both places where a PDF says it. */
    static byte[] pdf(String text, Making<PDDocument> more) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText(text);
                content.endText();
            }
            PDDocumentInformation information = new PDDocumentInformation();
            information.setAuthor(AUTHOR);
            document.setDocumentInformation(information);
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(
                    ("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" + AUTHOR + "</x:xmpmeta>").getBytes(UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
            more.with(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of a Word document, to be changed and {@link #zip}ped. */
    static Map<String, byte[]> docx(String text) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(
                parts,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
        put(parts, "docProps/core.xml", CORE);
        put(parts, "docProps/app.xml", "<Properties><Company>" + AUTHOR + "</Company></Properties>");
        put(
                parts,
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
                        + text + "</w:t></w:r></w:p><w:p><w:r><w:t>Second</w:t></w:r></w:p></w:body></w:document>");
        return parts;
    }

    static void put(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, text.getBytes(UTF_8));
    }

    static byte[] zip(Map<String, byte[]> parts) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Twice as wide as high; the left half red, the right half blue. */
    static BufferedImage redAndBlue() {
        BufferedImage picture = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, 100, 100);
        drawing.setColor(Color.BLUE);
        drawing.fillRect(100, 0, 100, 100);
        drawing.dispose();
        return picture;
    }

    static byte[] picture(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photograph as a phone takes it: with how it was held, who owns it, and the like. */
    static byte[] photograph(int orientation) {
        byte[] plain = picture(redAndBlue(), "jpeg");
        byte[] owner = (AUTHOR + "\0").getBytes(US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + owner.length);
        tiff.put("MM\0*".getBytes(US_ASCII)).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x013B).putShort((short) 2).putInt(owner.length).putInt(38);
        tiff.putInt(0).put(owner);
        byte[] exif = concat("Exif\0\0".getBytes(US_ASCII), tiff.array());
        ByteBuffer segment = ByteBuffer.allocate(4 + exif.length);
        segment.putShort((short) 0xFFE1).putShort((short) (2 + exif.length)).put(exif);
        return concat(
                new byte[] {plain[0], plain[1]}, segment.array(), java.util.Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** The header of a PNG of any size, and no picture. */
    static byte[] headerOfPng(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(8 + 25);
        header.putLong(0x89504E470D0A1A0AL).putInt(13);
        ByteBuffer chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(US_ASCII))
                .putInt(width)
                .putInt(height);
        chunk.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
        CRC32 sum = new CRC32();
        sum.update(chunk.array());
        header.put(chunk.array()).putInt((int) sum.getValue());
        return header.array();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
