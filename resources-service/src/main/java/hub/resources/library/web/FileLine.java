package hub.resources.library.web;

import hub.platform.files.StoredFile;
import hub.resources.library.Piece;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * A file of a guide.
 *
 * @param href where it is to be had
 * @param own where it is changed
 * @param kind as people say it, "PDF"
 * @param size about how large, "340 kB"
 * @param held the key of why readers do not see it; empty if they do
 */
record FileLine(String href, String own, String title, String name, String kind, String size, String held) {

    static FileLine of(Piece piece, StoredFile file) {
        String own = FilesPage.path(piece) + "/" + file.id();
        return new FileLine(
                own + "/" + UriUtils.encodePathSegment(file.name(), StandardCharsets.UTF_8),
                own,
                file.title(),
                file.name(),
                file.kind().label(),
                file.sizeInWords(),
                switch (file.state()) {
                    case PASSED -> "";
                    case WAITING, INCOMPLETE -> "library.files.waiting";
                    case FOUND -> "library.files.found";
                });
    }
}
