package hub.platform.files.cleaning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import hub.platform.files.FileKind;
import hub.platform.files.FileRefusal;
import hub.platform.refusals.Rejected;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Office documents, which are zips of XML: written anew part by part. The parts that say who made the document and with what are put in their empty form in
 * their place, as others refer to them; pictures lose their notes.
 */
final class OfficeCleaner {
    private static final int MOST_PARTS = 5_000;
    private static final long MOST_UNPACKED = 150L * 1024 * 1024;
    private static final int MOST_OF_A_SMALL_PART = 1024 * 1024;
    private static final int MOST_OF_A_PICTURE = 25 * 1024 * 1024;
    private static final String OPEN_XML_KINDS = "[Content_Types].xml";
    private static final String OPEN_DOCUMENT_KIND = "mimetype";
    private static final String OPEN_DOCUMENT_PARTS = "META-INF/manifest.xml";

    /** The first day that needs no longer note of the time, which would stand before the kind. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    private static final Map<String, FileKind> MAIN_PARTS = Map.of(
            "wordprocessingml.document.main+xml", FileKind.DOCX,
            "spreadsheetml.sheet.main+xml", FileKind.XLSX,
            "presentationml.presentation.main+xml", FileKind.PPTX);

    private static final Map<String, String> EMPTY = Map.of(
            "docProps/core.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
            "docProps/app.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
            "docProps/custom.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>",
            "meta.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.2\"><office:meta/></office:document-meta>");

    private final ZipFile sent;
    private final ZipOutputStream clean;
    private long unpacked;

    private OfficeCleaner(ZipFile sent, ZipOutputStream clean) {
        this.sent = sent;
        this.clean = clean;
    }

    /** @throws Rejected if it is a zip of another kind, or locked with a password */
    static FileKind kindOf(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), UTF_8)) {
            ZipEntry openXml = zip.getEntry(OPEN_XML_KINDS);
            if (openXml != null) {
                return openXmlKind(small(zip, openXml));
            }
            ZipEntry openDocument = zip.getEntry(OPEN_DOCUMENT_KIND);
            if (openDocument == null) {
                throw new Rejected(FileRefusal.KIND_NOT_TAKEN);
            }
            FileKind kind = FileKind.ofMediaType(small(zip, openDocument).strip())
                    .filter(FileKind::isOffice)
                    .orElseThrow(() -> new Rejected(FileRefusal.KIND_NOT_TAKEN));
            ZipEntry parts = zip.getEntry(OPEN_DOCUMENT_PARTS);
            if (parts != null && small(zip, parts).contains("encryption-data")) {
                throw new Rejected(FileRefusal.PROTECTED);
            }
            return kind;
        } catch (ZipException broken) {
            throw new Rejected(FileRefusal.DAMAGED);
        }
    }

    private static FileKind openXmlKind(String kinds) {
        if (kinds.contains("macroEnabled")) {
            throw new Rejected(FileRefusal.HAS_PROGRAMS);
        }
        return MAIN_PARTS.entrySet().stream()
                .filter(part -> kinds.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Rejected(FileRefusal.KIND_NOT_TAKEN));
    }

    /** @throws Rejected if it has programs in it, parts that are fetched from elsewhere, or more than it should */
    static void clean(Path sent, Path clean, FileKind kind) throws IOException {
        try (ZipFile zip = new ZipFile(sent.toFile(), UTF_8);
                ZipOutputStream out =
                        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(clean)), UTF_8)) {
            new OfficeCleaner(zip, out).clean(kind);
        }
    }

    private void clean(FileKind kind) throws IOException {
        if (!kind.isOpenXml()) {
            // Stands first and unpacked, so that one can tell the kind by the first bytes.
            store(OPEN_DOCUMENT_KIND, kind.mediaType().getBytes(UTF_8));
        }
        Set<String> names = new HashSet<>();
        for (Enumeration<? extends ZipEntry> parts = sent.entries(); parts.hasMoreElements(); ) {
            ZipEntry part = parts.nextElement();
            String name = part.getName();
            if (names.size() >= MOST_PARTS) {
                throw new Rejected(FileRefusal.TOO_MUCH_IN_IT);
            }
            if (!names.add(name) || name.startsWith("/") || name.contains("..") || name.contains("\\")) {
                throw new Rejected(FileRefusal.DAMAGED);
            }
            if (isProgram(name)) {
                throw new Rejected(FileRefusal.HAS_PROGRAMS);
            }
            if (!part.isDirectory() && !name.equals(OPEN_DOCUMENT_KIND)) {
                copy(part, kind);
            }
        }
    }

    private static boolean isProgram(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("vbaproject.bin")
                || lower.contains("/activex/")
                || lower.matches(".*/embeddings/.*\\.bin")
                || lower.startsWith("basic/")
                || lower.startsWith("scripts/");
    }

    private void copy(ZipEntry part, FileKind kind) throws IOException {
        String name = part.getName();
        String lower = name.toLowerCase(Locale.ROOT);
        begin(name);
        String empty = EMPTY.get(name);
        if (empty != null) {
            clean.write(empty.getBytes(UTF_8));
        } else if (lower.endsWith(".rels")) {
            clean.write(OfficeLinks.harmless(small(sent, part)).getBytes(UTF_8));
        } else if (lower.endsWith(".jpg") || lower.endsWith(".jpeg")) {
            byte[] picture = bytes(sent, part, MOST_OF_A_PICTURE);
            count(picture.length);
            clean.write(JpegSegments.withoutNotes(picture));
        } else {
            pour(part, lower.endsWith(".xml") && kind.isOpenXml());
        }
        clean.closeEntry();
    }

    private void pour(ZipEntry part, boolean xml) throws IOException {
        byte[] buffer = new byte[1 << 14];
        try (InputStream from = sent.getInputStream(part)) {
            boolean first = true;
            for (int read = from.readNBytes(buffer, 0, buffer.length);
                    read > 0;
                    read = from.readNBytes(buffer, 0, buffer.length)) {
                count(read);
                if (first
                        && xml
                        && new String(buffer, 0, read, ISO_8859_1)
                                .replace("\0", "")
                                .contains("<!DOCTYPE")) {
                    throw new Rejected(FileRefusal.DAMAGED);
                }
                first = false;
                clean.write(buffer, 0, read);
            }
        }
    }

    private void count(long bytes) {
        unpacked += bytes;
        if (unpacked > MOST_UNPACKED) {
            throw new Rejected(FileRefusal.TOO_MUCH_IN_IT);
        }
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        clean.putNextEntry(entry);
    }

    private void store(String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        clean.putNextEntry(entry);
        clean.write(bytes);
        clean.closeEntry();
    }

    private static String small(ZipFile zip, ZipEntry part) throws IOException {
        return new String(bytes(zip, part, MOST_OF_A_SMALL_PART), UTF_8);
    }

    private static byte[] bytes(ZipFile zip, ZipEntry part, int most) throws IOException {
        try (InputStream from = zip.getInputStream(part)) {
            byte[] bytes = from.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Rejected(FileRefusal.TOO_MUCH_IN_IT);
            }
            return bytes;
        }
    }
}
