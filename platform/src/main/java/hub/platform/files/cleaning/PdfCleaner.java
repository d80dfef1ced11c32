package hub.platform.files.cleaning;

import hub.platform.files.FileKind;
import hub.platform.files.FileRefusal;
import hub.platform.refusals.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Writes a PDF anew, with its pages and without who made it, programs, files inside and forms of the kind XFA. What hangs on the end of a file, such as
 * another file, is not written.
 */
final class PdfCleaner {
    private static final int MOST_PAGES = 2_000;
    private static final int MOST_NESTED = 100;
    private static final int MOST_OF_A_PICTURE = 25 * 1024 * 1024;
    private static final long IN_MEMORY = 32L * 1024 * 1024;
    private static final long ON_DISK = 400L * 1024 * 1024;

    /** Notes of who, where and with what; what runs by itself; what lies inside. */
    private static final List<COSName> TAKEN_OUT = List.of(
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.AA,
            COSName.OPEN_ACTION,
            COSName.JAVA_SCRIPT,
            COSName.EMBEDDED_FILES,
            COSName.EF,
            COSName.getPDFName("AF"),
            COSName.XFA);

    /** Kinds of actions that do more than lead somewhere. */
    private static final Set<String> ACTIONS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "GoToE", "GoToR", "Movie", "Sound");

    private PdfCleaner() {}

    /** @throws Rejected if it is locked, in parts too, or can only be shown by running what is in it */
    static FileKind clean(Path sent, Path clean) throws IOException {
        try (PDDocument document = open(sent)) {
            if (document.isEncrypted()) {
                throw new Rejected(FileRefusal.PROTECTED);
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new Rejected(FileRefusal.TOO_MUCH_IN_IT);
            }
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            if (document.getNumberOfPages() == 0) {
                throw new Rejected(FileRefusal.DAMAGED);
            }
            if (catalog.getBoolean(COSName.getPDFName("NeedsRendering"), false)) {
                throw new Rejected(FileRefusal.HAS_PROGRAMS);
            }
            document.getDocument().getTrailer().removeItem(COSName.INFO);
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                clean(document.getDocument().getObjectFromPool(key).getObject(), 0);
            }
            clean(catalog, 0);
            document.save(clean.toFile());
            return FileKind.PDF;
        } catch (InvalidPasswordException locked) {
            throw new Rejected(FileRefusal.PROTECTED);
        }
    }

    static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(
                file.toFile(), "", null, null, MemoryUsageSetting.setupMixed(IN_MEMORY, ON_DISK).streamCache);
    }

    /** What is referred to comes by itself, as one of the document's objects. */
    private static void clean(COSBase part, int depth) throws IOException {
        if (depth > MOST_NESTED) {
            throw new Rejected(FileRefusal.TOO_MUCH_IN_IT);
        }
        if (part instanceof COSDictionary dictionary) {
            TAKEN_OUT.forEach(dictionary::removeItem);
            if (ACTIONS.contains(dictionary.getNameAsString(COSName.S, ""))) {
                dictionary.clear();
            }
            for (COSBase value : List.copyOf(dictionary.getValues())) {
                clean(value, depth + 1);
            }
        } else if (part instanceof COSArray array) {
            for (COSBase value : array) {
                clean(value, depth + 1);
            }
        }
        if (part instanceof COSStream stream) {
            cleanPicture(stream);
        }
    }

    /** A photograph in a PDF is a whole JPEG with all its notes. */
    private static void cleanPicture(COSStream stream) throws IOException {
        if (!COSName.DCT_DECODE.equals(stream.getFilters())) {
            return;
        }
        byte[] picture;
        try (InputStream raw = stream.createRawInputStream()) {
            picture = raw.readNBytes(MOST_OF_A_PICTURE);
        }
        byte[] clean = JpegSegments.withoutNotes(picture);
        if (clean.length < picture.length) {
            try (OutputStream raw = stream.createRawOutputStream()) {
                raw.write(clean);
            }
        }
    }
}
