package hub.platform.files.cleaning;

import hub.platform.files.FileKind;
import java.nio.file.Path;

/**
 * A file written anew.
 *
 * @param path where it is, until whoever asked for it is done
 * @param words in it, as far as any were found
 */
public record CleanFile(Path path, FileKind kind, String words) {}
