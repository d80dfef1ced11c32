package hub.resources.library.web;

import hub.platform.files.FileKind;
import hub.platform.files.StoredFile;
import hub.resources.library.Piece;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a guide, for editors.
 *
 * @param lines what is attached, whatever the checks said
 * @param accept what the field for a file offers first
 * @param done the key of what has just been done; null for nothing
 */
record FilesPage(
        Piece piece,
        List<FileLine> lines,
        String path,
        String accept,
        @Nullable String done) {

    static FilesPage of(Piece piece, List<StoredFile> files, @Nullable String done) {
        return new FilesPage(
                piece,
                files.stream().map(file -> FileLine.of(piece, file)).toList(),
                path(piece),
                FileKind.accepted(),
                done);
    }

    static String path(Piece piece) {
        return piece.path() + "/files";
    }
}
