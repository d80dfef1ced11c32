package hub.forum.threads;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a thread in the order of reading.
 *
 * @param above the posts that posts of this page answer and that stand on an earlier page, by id
 * @param earlier the path before which the earlier page ends; null on the first page
 * @param later the path after which the later page begins; null on the last page
 */
public record PostPage(
        List<Post> posts,
        Map<String, Post> above,
        @Nullable String earlier,
        @Nullable String later) {}
