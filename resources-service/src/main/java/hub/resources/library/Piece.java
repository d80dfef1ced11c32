package hub.resources.library;

import hub.resources.audiences.Audience;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guide in the library.
 *
 * @param slug its file's name, and the end of its address
 * @param topics slugs, at least one
 * @param standards numbers of TSD standards that it helps with; may be none
 * @param owner the team that answers for it
 * @param updated when it was last checked, on a day in Britain
 * @param reviewBy by when it is to be checked again
 * @param start its place among those to start with; null if it is none of them
 * @param html sanitised; empty in lists
 * @param minutes that it takes to read, from 1
 */
public record Piece(
        String slug,
        String title,
        String summary,
        List<String> topics,
        Audience audience,
        List<Integer> standards,
        String owner,
        int version,
        LocalDate updated,
        LocalDate reviewBy,
        @Nullable Integer start,
        String html,
        int rendererVersion,
        int minutes) {

    public Piece {
        topics = List.copyOf(topics);
        standards = List.copyOf(standards);
    }

    public String path() {
        return "/library/" + slug;
    }

    /** Its time has come to be checked. It may still be used. */
    public boolean dueOn(LocalDate day) {
        return day.isAfter(reviewBy);
    }
}
