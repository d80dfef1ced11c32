package hub.forum.threads;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of a thread in the order of reading.
 *
 * @param above the posts that posts of this page answer and that stand on an earlier page, by id
 * @param authors of all of these
 * @param earlier the path before which the earlier page ends; null on the first page
 * @param later the path after which the later page begins; null on the last page
 */
public record PostPage(
        List<Post> posts,
        Map<String, Post> above,
        Set<String> authors,
        @Nullable String earlier,
        @Nullable String later) {
    static final int SIZE = 20;

    static PostPage of(List<Post> posts, Map<String, Post> above, @Nullable String earlier, @Nullable String later) {
        Set<String> authors = new HashSet<>();
        posts.forEach(post -> authors.add(post.author()));
        above.values().forEach(post -> authors.add(post.author()));
        return new PostPage(posts, above, Set.copyOf(authors), earlier, later);
    }

    /** @param found from the beginning of a thread, and one more than a page takes if there are more */
    static PostPage first(List<Post> found) {
        return of(withoutLone(cut(found), pathBehind(found)), Map.of(), null, later(found));
    }

    static List<Post> cut(List<Post> found) {
        return found.subList(0, Math.min(SIZE, found.size()));
    }

    /** Where the first post stands that is on the page no more. */
    static @Nullable String pathBehind(List<Post> found) {
        return found.size() > SIZE ? found.get(SIZE).path() : null;
    }

    static @Nullable String later(List<Post> found) {
        return found.size() > SIZE ? found.get(SIZE - 1).path() : null;
    }

    /**
     * A deleted post keeps its place only while something hangs from it, which then stands right behind it.
     *
     * @param behind the path of the post behind the page
     */
    static List<Post> withoutLone(List<Post> page, @Nullable String behind) {
        List<Post> kept = new ArrayList<>(page);
        String next = behind;
        for (Post post : page.reversed()) {
            if (post.state() == Post.State.DELETED && (next == null || !post.isAbove(next))) {
                kept.remove(post);
            }
            next = post.path();
        }
        return List.copyOf(kept);
    }
}
