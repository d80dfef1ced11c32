package hub.forum.threads;

import hub.forum.groups.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Reads a thread page by page. A page is one range of the index over the posts' paths, whatever the thread's length. */
@Service
public class ReadThread {
    public static final int PAGE = PostPage.SIZE;

    /** How many posts before the one a link leads to are shown with it. */
    private static final int CONTEXT = 6;

    private static final int MOST_HELPED = 3;
    /** Above all letters that a path is made of. */
    private static final String BEHIND_ALL_PATHS = "~";

    private final PostStore posts;

    ReadThread(PostStore posts) {
        this.posts = posts;
    }

    /** The answers that helped whoever asked: they said so of them. In the order of reading, at most {@value #MOST_HELPED}. */
    public Mono<List<Post>> helped(DiscussionThread thread, Visibility visibility) {
        return posts.helpfulTo(thread.author(), thread, MOST_HELPED, visibility);
    }

    /** From after a path; null reads from the beginning. A page on which nothing would be seen is passed over. */
    public Mono<PostPage> after(DiscussionThread thread, @Nullable String path, Visibility visibility) {
        return path == null
                ? posts.beginning(thread, visibility).flatMap(page -> onTo(page, thread, false, visibility))
                : after(thread, path, true, visibility);
    }

    /** @param earlier whether there may be posts before it that can be seen */
    private Mono<PostPage> after(DiscussionThread thread, String path, boolean earlier, Visibility visibility) {
        return posts.after(thread.id(), path, PAGE + 1, visibility)
                .flatMap(found -> page(found, earlier, visibility))
                .flatMap(page -> onTo(page, thread, earlier, visibility));
    }

    private Mono<PostPage> onTo(PostPage page, DiscussionThread thread, boolean earlier, Visibility visibility) {
        String later = page.later();
        return page.posts().isEmpty() && later != null ? after(thread, later, earlier, visibility) : Mono.just(page);
    }

    /** The last page. */
    public Mono<PostPage> last(DiscussionThread thread, Visibility visibility) {
        return before(thread, BEHIND_ALL_PATHS, visibility);
    }

    /** The page that ends just before a path; one on which nothing would be seen is passed over. */
    public Mono<PostPage> before(DiscussionThread thread, String path, Visibility visibility) {
        return pageBefore(thread, path, visibility).flatMap(page -> {
            String earlier = page.earlier();
            if (!page.posts().isEmpty()) {
                return Mono.just(page);
            }
            return earlier == null ? after(thread, null, visibility) : before(thread, earlier, visibility);
        });
    }

    private Mono<PostPage> pageBefore(DiscussionThread thread, String path, Visibility visibility) {
        return posts.before(thread.id(), path, PAGE + 1, visibility).flatMap(found -> {
            List<Post> page = new ArrayList<>(found.subList(0, Math.min(PAGE, found.size())));
            Collections.reverse(page);
            return complete(
                    page,
                    path,
                    found.size() > PAGE ? page.getFirst().path() : null,
                    page.isEmpty() ? null : page.getLast().path(),
                    visibility);
        });
    }

    /** The page that a post stands on, with a little of what comes before it. */
    public Mono<PostPage> around(DiscussionThread thread, Post post, Visibility visibility) {
        return posts.before(thread.id(), post.path(), CONTEXT + 1, visibility).flatMap(before -> {
            boolean more = before.size() > CONTEXT;
            String first = before.isEmpty()
                    ? post.path()
                    : before.get(Math.min(CONTEXT, before.size()) - 1).path();
            return posts.from(thread.id(), first, PAGE + 1, visibility).flatMap(found -> page(found, more, visibility));
        });
    }

    private Mono<PostPage> page(List<Post> found, boolean earlier, Visibility visibility) {
        List<Post> page = PostPage.cut(found);
        return complete(
                page,
                PostPage.pathBehind(found),
                earlier && !page.isEmpty() ? page.getFirst().path() : null,
                PostPage.later(found),
                visibility);
    }

    private Mono<PostPage> complete(
            List<Post> page,
            @Nullable String behind,
            @Nullable String earlier,
            @Nullable String later,
            Visibility visibility) {
        return above(page, visibility)
                .map(above -> PostPage.of(PostPage.withoutLone(page, behind), above, earlier, later));
    }

    private Mono<Map<String, Post>> above(List<Post> page, Visibility visibility) {
        Set<String> here = page.stream().map(Post::id).collect(Collectors.toSet());
        Set<String> elsewhere = new HashSet<>();
        for (Post post : page) {
            String parent = post.parent();
            if (parent != null && !here.contains(parent)) {
                elsewhere.add(parent);
            }
        }
        return elsewhere.isEmpty()
                ? Mono.just(Map.of())
                : posts.findAll(elsewhere, visibility)
                        .map(found -> found.stream().collect(Collectors.toMap(Post::id, post -> post)));
    }
}
