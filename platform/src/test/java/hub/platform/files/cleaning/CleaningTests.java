package hub.platform.files.cleaning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hub.platform.files.FileKind;
import hub.platform.files.FileRefusal;
import hub.platform.refusals.Rejected;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of files, good ones and such as are made to harm. {@link FileCleanerTests} has the process around it. */
class CleaningTests {
    @TempDir
    Path folder;

    private Path clean;

    @BeforeEach
    void somewhereToPutIt() {
        clean = folder.resolve("clean");
    }

    private FileKind clean(byte[] sent, FileKind named) throws IOException {
        return Cleaning.clean(Files.write(folder.resolve("sent"), sent), clean, named);
    }

    private byte[] cleaned() throws IOException {
        return Files.readAllBytes(clean);
    }

    private void assertRefused(byte[] sent, FileKind named, FileRefusal why) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> clean(sent, named))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }

    // Pictures

    @ParameterizedTest
    @CsvSource({"1,200,100,10,50", "3,200,100,190,50", "6,100,200,50,10", "8,100,200,50,190"})
    void aPhotographStandsUprightAndSaysNothingOfItsOwner(int orientation, int width, int height, int redX, int redY)
            throws IOException {
        byte[] sent = MadeFiles.photograph(orientation);
        assertThat(text(sent)).contains(MadeFiles.AUTHOR);
        assertThat(clean(sent, FileKind.JPEG)).isEqualTo(FileKind.JPEG);
        assertThat(text(cleaned())).doesNotContain(MadeFiles.AUTHOR, "Exif");
        BufferedImage upright = ImageIO.read(clean.toFile());
        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(upright.getHeight()).isEqualTo(height);
        assertThat(upright.getRGB(redX, redY) & 0xFF0000).isGreaterThan(0xE00000);
        assertThat(upright.getRGB(width - 1 - redX, height - 1 - redY) & 0xFF).isGreaterThan(0xE0);
    }

    @Test
    void aPictureOfAnotherSortIsKeptAsOneThatEveryBrowserShows() throws IOException {
        assertThat(clean(MadeFiles.picture(MadeFiles.redAndBlue(), "gif"), FileKind.GIF))
                .isEqualTo(FileKind.PNG);
        assertThat(ImageIO.read(clean.toFile()).getWidth()).isEqualTo(200);
    }

    @Test
    void whatOneCanSeeThroughStaysSo() throws IOException {
        byte[] png = MadeFiles.picture(new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB), "png");
        assertThat(clean(png, FileKind.PNG)).isEqualTo(FileKind.PNG);
        assertThat(ImageIO.read(clean.toFile()).getRGB(5, 5) >>> 24).isZero();
    }

    @Test
    void anEnormousPictureIsRefusedByItsHeader() {
        assertRefused(MadeFiles.headerOfPng(60_000, 60_000), FileKind.PNG, FileRefusal.PICTURE_TOO_LARGE);
    }

    @Test
    void ofALargePictureEverySecondPointIsKept() throws IOException {
        BufferedImage large = new BufferedImage(6_000, 3_000, BufferedImage.TYPE_BYTE_GRAY);
        clean(MadeFiles.picture(large, "png"), FileKind.PNG);
        assertThat(ImageIO.read(clean.toFile()).getWidth()).isEqualTo(3_000);
    }

    @Test
    void aPictureWithAnArchiveBehindItLosesThat() throws IOException {
        byte[] both = MadeFiles.concat(
                MadeFiles.picture(MadeFiles.redAndBlue(), "gif"), MadeFiles.zip(MadeFiles.docx("Hidden")));
        clean(both, FileKind.GIF);
        assertThat(text(cleaned())).doesNotContain("word/document.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void aPictureThatIsCutOffIsNotTaken(String format) {
        byte[] whole = MadeFiles.picture(MadeFiles.redAndBlue(), format);
        FileKind kind = FileKind.valueOf(format.toUpperCase(java.util.Locale.ROOT));
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> clean(Arrays.copyOf(whole, format.equals("jpeg") ? 30 : 60), kind));
    }

    // PDF

    @Test
    void aPdfSaysNothingOfWhoMadeIt() throws IOException {
        byte[] sent = MadeFiles.pdf("A sleep diary");
        clean(sent, FileKind.PDF);
        try (PDDocument document = Loader.loadPDF(cleaned())) {
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(FileWords.of(clean, FileKind.PDF)).isEqualTo("A sleep diary");
    }

    @Test
    void whatRunsOrLiesInsideAPdfIsTakenOut() throws IOException {
        byte[] sent = MadeFiles.pdf("Text", document -> {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('boo')"));
            COSDictionary names = new COSDictionary();
            COSArray scripts = new COSArray();
            scripts.add(new COSString("boo"));
            scripts.add(new PDActionJavaScript("app.alert('again')").getCOSObject());
            names.setItem(COSName.JAVA_SCRIPT, scripts);
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            catalog.setItem(COSName.NAMES, names);
            catalog.setItem(COSName.EMBEDDED_FILES, new COSArray());
            COSDictionary launch = new COSDictionary();
            launch.setName(COSName.S, "Launch");
            launch.setString(COSName.F, "cmd.exe");
            document.getPage(0).getCOSObject().setItem(COSName.A, launch);
            document.getPage(0).getCOSObject().setItem(COSName.AA, launch);
        });
        clean(sent, FileKind.PDF);
        try (PDDocument document = Loader.loadPDF(cleaned())) {
            ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
            document.save(unpacked, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            assertThat(text(unpacked.toByteArray())).doesNotContain("boo", "again", "cmd.exe", "OpenAction");
        }
    }

    @Test
    void aFormOfTheKindXfaWithAnOutsideEntityIsTakenOut() throws IOException {
        byte[] sent = MadeFiles.pdf(
                "Text",
                document -> document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, xfa(document)));
        clean(sent, FileKind.PDF);
        try (PDDocument document = Loader.loadPDF(cleaned())) {
            assertThat(document.getDocumentCatalog().getAcroForm().hasXFA()).isFalse();
        }
        byte[] alone = MadeFiles.pdf("Please wait", document -> {
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, xfa(document));
            document.getDocumentCatalog().getCOSObject().setBoolean(COSName.getPDFName("NeedsRendering"), true);
        });
        assertRefused(alone, FileKind.PDF, FileRefusal.HAS_PROGRAMS);
    }

    private static COSDictionary xfa(PDDocument document) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream()) {
            out.write("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xdp>&e;</xdp>".getBytes(UTF_8));
        }
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.FIELDS, new COSArray());
        form.setItem(COSName.XFA, stream);
        return form;
    }

    @Test
    void aPhotographInAPdfSaysNothingOfItsOwnerEither() throws IOException {
        byte[] sent = MadeFiles.pdf("Text", document -> {
            var image = JPEGFactory.createFromByteArray(document, MadeFiles.photograph(1));
            try (var content = new org.apache.pdfbox.pdmodel.PDPageContentStream(
                    document,
                    document.getPage(0),
                    org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode.APPEND,
                    false)) {
                content.drawImage(image, 0, 0);
            }
        });
        assertThat(text(sent)).contains("Exif");
        clean(sent, FileKind.PDF);
        assertThat(text(cleaned())).doesNotContain("Exif", MadeFiles.AUTHOR).contains("DCTDecode");
    }

    @Test
    void aPdfThatIsLockedIsRefused() {
        byte[] locked = MadeFiles.pdf(
                "Secret",
                document -> document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
        assertRefused(locked, FileKind.PDF, FileRefusal.PROTECTED);
        byte[] lockedInParts = MadeFiles.pdf(
                "Secret",
                document -> document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
        assertRefused(lockedInParts, FileKind.PDF, FileRefusal.PROTECTED);
    }

    @Test
    void whatStandsBehindAPdfIsNotWritten() throws IOException {
        clean(MadeFiles.concat(MadeFiles.pdf("Text"), "<html><script>alert(1)</script>".getBytes(UTF_8)), FileKind.PDF);
        assertThat(text(cleaned())).doesNotContain("<script>");
    }

    @Test
    void aPageThatIsAlsoAPdfIsAPage() {
        byte[] both = MadeFiles.concat("<!DOCTYPE html><html><body>".getBytes(UTF_8), MadeFiles.pdf("Text"));
        assertRefused(both, FileKind.PDF, FileRefusal.KIND_NOT_TAKEN);
    }

    @Test
    void aPdfThatIsCutOffIsNotTaken() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> clean(Arrays.copyOf(MadeFiles.pdf("Text"), 60), FileKind.PDF));
    }

    // Office documents

    @Test
    void anOfficeDocumentSaysNothingOfWhoMadeIt() throws IOException {
        Map<String, byte[]> parts = MadeFiles.docx("A sleep diary");
        parts.put("word/media/image1.jpeg", MadeFiles.photograph(6));
        clean(MadeFiles.zip(parts), FileKind.DOCX);
        try (ZipFile zip = new ZipFile(clean.toFile())) {
            assertThat(zip.stream().map(java.util.zip.ZipEntry::getName)).containsExactlyElementsOf(parts.keySet());
            for (String name : parts.keySet()) {
                String part = text(zip.getInputStream(zip.getEntry(name)).readAllBytes());
                assertThat(part).as(name).isNotEmpty().doesNotContain(MadeFiles.AUTHOR, "Exif");
            }
        }
        assertThat(FileWords.of(clean, FileKind.DOCX)).isEqualTo("A sleep diary\nSecond");
    }

    @Test
    void anOpenDocumentSaysNothingOfWhoMadeItAndCanBeToldByItsFirstBytes() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        MadeFiles.put(parts, "mimetype", FileKind.ODT.mediaType());
        MadeFiles.put(parts, "meta.xml", "<office:document-meta>" + MadeFiles.AUTHOR + "</office:document-meta>");
        MadeFiles.put(parts, "content.xml", "<c xmlns:text=\"urn:t\"><text:p>One</text:p><text:p>Two</text:p></c>");
        assertThat(clean(MadeFiles.zip(parts), FileKind.ODT)).isEqualTo(FileKind.ODT);
        assertThat(text(Arrays.copyOf(cleaned(), 80))).contains("mimetype" + FileKind.ODT.mediaType());
        try (ZipFile zip = new ZipFile(clean.toFile())) {
            assertThat(text(zip.getInputStream(zip.getEntry("meta.xml")).readAllBytes()))
                    .doesNotContain(MadeFiles.AUTHOR);
        }
        assertThat(FileWords.of(clean, FileKind.ODT)).isEqualTo("One\nTwo");
        MadeFiles.put(parts, "META-INF/manifest.xml", "<manifest:encryption-data/>");
        assertRefused(MadeFiles.zip(parts), FileKind.ODT, FileRefusal.PROTECTED);
    }

    @Test
    void aDocumentWithProgramsIsRefused() {
        Map<String, byte[]> parts = MadeFiles.docx("Text");
        MadeFiles.put(parts, "word/vbaProject.bin", "Sub AutoOpen");
        assertRefused(MadeFiles.zip(parts), FileKind.DOCX, FileRefusal.HAS_PROGRAMS);
    }

    @Test
    void whatAProgramWouldFetchIsRefusedAndWhatAReaderFollowsIsNot() throws IOException {
        Map<String, byte[]> parts = MadeFiles.docx("Text");
        String kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        MadeFiles.put(
                parts,
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + kind
                        + "hyperlink\" Target=\"https://www.gov.uk/\" TargetMode=\"External\"/></Relationships>");
        MadeFiles.put(
                parts,
                "word/_rels/settings.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + kind
                        + "attachedTemplate\" Target=\"file:///C:\\Users\\penhaligonm\\x.dotx\" TargetMode=\"External\"/></Relationships>");
        clean(MadeFiles.zip(parts), FileKind.DOCX);
        try (ZipFile zip = new ZipFile(clean.toFile())) {
            assertThat(text(zip.getInputStream(zip.getEntry("word/_rels/document.xml.rels"))
                            .readAllBytes()))
                    .contains("https://www.gov.uk/");
            assertThat(text(zip.getInputStream(zip.getEntry("word/_rels/settings.xml.rels"))
                            .readAllBytes()))
                    .contains("Normal.dotm")
                    .doesNotContain("penhaligonm");
        }
        MadeFiles.put(
                parts,
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + kind
                        + "image\" TargetMode=\"External\" Target=\"https://elsewhere.example/seen.png\"/></Relationships>");
        assertRefused(MadeFiles.zip(parts), FileKind.DOCX, FileRefusal.HAS_PROGRAMS);
    }

    @Test
    void aDocumentThatUnpacksToMoreThanAnybodyReadsIsRefused() {
        Map<String, byte[]> parts = MadeFiles.docx("Text");
        byte[] zeros = new byte[20 * 1024 * 1024];
        for (int i = 0; i < 10; i++) {
            parts.put("word/media/zeros" + i + ".bmp", zeros);
        }
        byte[] bomb = MadeFiles.zip(parts);
        assertThat(bomb.length).isLessThan(1_000_000);
        assertRefused(bomb, FileKind.DOCX, FileRefusal.TOO_MUCH_IN_IT);
    }

    @Test
    void aDocumentThatNamesAnEntityOutsideIsRefused() {
        Map<String, byte[]> parts = MadeFiles.docx("Text");
        MadeFiles.put(parts, "word/document.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w>&e;</w>");
        assertRefused(MadeFiles.zip(parts), FileKind.DOCX, FileRefusal.DAMAGED);
    }

    @Test
    void aPartThatWouldLieOutsideIsRefused() {
        Map<String, byte[]> parts = MadeFiles.docx("Text");
        MadeFiles.put(parts, "../../evil.xml", "<x/>");
        assertRefused(MadeFiles.zip(parts), FileKind.DOCX, FileRefusal.DAMAGED);
    }

    @Test
    void aDocumentThatIsLockedIsRefused() {
        byte[] locked = MadeFiles.concat(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, new byte[600]);
        assertRefused(locked, FileKind.DOCX, FileRefusal.PROTECTED);
    }

    @Test
    void aDocumentThatIsCutOffIsRefused() {
        byte[] whole = MadeFiles.zip(MadeFiles.docx("Text"));
        assertRefused(Arrays.copyOf(whole, whole.length - 100), FileKind.DOCX, FileRefusal.DAMAGED);
    }

    // Kinds

    @Test
    void whatIsNotTakenIsRefusedWhateverItIsCalled() {
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(UTF_8);
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8);
        byte[] program = MadeFiles.concat("MZ".getBytes(UTF_8), new byte[200]);
        byte[] script = "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8);
        byte[] archive = MadeFiles.zip(Map.of("a.txt", "a".getBytes(UTF_8)));
        for (FileKind named : FileKind.values()) {
            for (byte[] sent : new byte[][] {svg, page, program, script, archive}) {
                assertRefused(sent, named, FileRefusal.KIND_NOT_TAKEN);
            }
        }
    }

    @Test
    void aNameThatDoesNotFitIsRefused() {
        assertRefused(MadeFiles.pdf("Text"), FileKind.JPEG, FileRefusal.NAME_DOES_NOT_FIT);
        assertRefused(MadeFiles.photograph(1), FileKind.PNG, FileRefusal.NAME_DOES_NOT_FIT);
        assertRefused(MadeFiles.zip(MadeFiles.docx("Text")), FileKind.XLSX, FileRefusal.NAME_DOES_NOT_FIT);
        assertRefused("Plain".getBytes(UTF_8), FileKind.PDF, FileRefusal.NAME_DOES_NOT_FIT);
        assertRefused(new byte[0], FileKind.TEXT, FileRefusal.EMPTY);
    }

    @Test
    void plainTextIsReadAsItWasWritten() throws IOException {
        assertThat(wordsOf("Zoë’s notes".getBytes(UTF_8))).isEqualTo("Zoë’s notes");
        assertThat(wordsOf("Zo\u00eb".getBytes(ISO_8859_1))).isEqualTo("Zoë");
        assertThat(wordsOf("Subject: our week\n\nIt was good.\n".getBytes(UTF_8)))
                .contains("It was good.");
        assertThat(clean("name,age\nA,4\n".getBytes(UTF_8), FileKind.CSV)).isEqualTo(FileKind.CSV);
    }

    @Test
    void ofALongTextTheBeginningCanBeFound() throws IOException {
        assertThat(wordsOf("long enough ".repeat(200_000).getBytes(UTF_8)))
                .hasSizeBetween(FileWords.MOST - 20, FileWords.MOST);
    }

    private String wordsOf(byte[] text) throws IOException {
        Files.deleteIfExists(clean);
        clean(text, FileKind.TEXT);
        String words = FileWords.of(clean, FileKind.TEXT);
        Files.delete(clean);
        return words;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
