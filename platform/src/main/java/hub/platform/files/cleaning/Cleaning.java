package hub.platform.files.cleaning;

import hub.platform.files.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file anew, without what it should not carry. */
final class Cleaning {
    private Cleaning() {}

    /**
     * @param named its kind by its name
     * @return as what it was written
     * @throws hub.platform.refusals.Rejected with a {@code FileRefusal} if it is not taken
     * @throws IOException if it cannot be read to its end
     */
    static FileKind clean(Path sent, Path clean, FileKind named) throws IOException {
        FileKind kind = KindByBytes.of(sent, named);
        return switch (kind) {
            case JPEG, PNG, GIF, WEBP -> PictureCleaner.clean(sent, clean, kind);
            case PDF -> PdfCleaner.clean(sent, clean);
            case DOCX, XLSX, PPTX, ODT, ODS, ODP -> {
                OfficeCleaner.clean(sent, clean, kind);
                yield kind;
            }
            case TEXT, CSV -> {
                Files.copy(sent, clean);
                yield kind;
            }
        };
    }
}
