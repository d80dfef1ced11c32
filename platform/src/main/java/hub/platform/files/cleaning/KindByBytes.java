package hub.platform.files.cleaning;

import hub.platform.files.FileKind;
import hub.platform.files.FileRefusal;
import hub.platform.refusals.Rejected;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What a file is by its bytes, whatever it is called. */
final class KindByBytes {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Of office documents before 2007, and of newer ones that are locked with a password. */
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** What plain text may look like to the detector, such as one that begins with "Subject:". */
    private static final Set<String> PLAIN = Set.of("text/plain", "text/csv", "message/rfc822", "text/x-log");

    private KindByBytes() {}

    /**
     * @param named its kind by its name
     * @throws Rejected if its kind is not taken, or is not what it is called
     */
    static FileKind of(Path file, FileKind named) throws IOException {
        FileKind found = found(file, named);
        if (found != named) {
            throw new Rejected(FileRefusal.NAME_DOES_NOT_FIT);
        }
        return found;
    }

    private static FileKind found(Path file, FileKind named) throws IOException {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new Rejected(FileRefusal.EMPTY);
        }
        if (Arrays.equals(start, OLE)) {
            throw new Rejected(named.isOpenXml() ? FileRefusal.PROTECTED : FileRefusal.KIND_NOT_TAKEN);
        }
        return Arrays.equals(start, ZIP) ? OfficeCleaner.kindOf(file) : byMagic(file, named);
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(ZIP.length);
        }
    }

    private static FileKind byMagic(Path file, FileKind named) throws IOException {
        MediaType type;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            type = MimeTypes.getDefaultMimeTypes().detect(bytes, new Metadata());
        }
        String base = type.getBaseType().toString();
        if (PLAIN.contains(base)) {
            return named == FileKind.CSV ? FileKind.CSV : FileKind.TEXT;
        }
        return FileKind.ofMediaType(base)
                .filter(kind -> !kind.isOffice())
                .orElseThrow(() -> new Rejected(FileRefusal.KIND_NOT_TAKEN));
    }
}
