package hub.forum.threads.web;

import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.PostPage;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.time.Times;
import hub.platform.web.once.Part;
import hub.platform.web.parts.PostNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Turns a page of posts into the nested list that the page shows: four levels of replies, then flat with "To Dawn". */
@Component
class PostNodes {
    private static final int DEEPEST_SHOWN = 4;

    private final Accounts accounts;
    private final Times times;
    private final MessageSource messages;

    PostNodes(Accounts accounts, Times times, MessageSource messages) {
        this.accounts = accounts;
        this.times = times;
        this.messages = messages;
    }

    /** @param since what others wrote after it is new to the viewer */
    Mono<List<PostNode>> of(PostPage page, DiscussionThread thread, Instant since, Visibility visibility) {
        Set<String> people = new HashSet<>();
        page.posts().forEach(post -> people.add(post.author()));
        page.above().values().forEach(post -> people.add(post.author()));
        return accounts.names(people).map(names -> tree(page, thread, since, visibility, names));
    }

    private List<PostNode> tree(
            PostPage page, DiscussionThread thread, Instant since, Visibility visibility, Names names) {
        return branches(page).stream()
                .map(branch -> node(branch, thread, since, visibility, names))
                .toList();
    }

    private static List<Branch> branches(PostPage page) {
        Map<String, Post> known = new HashMap<>(page.above());
        page.posts().forEach(post -> known.put(post.id(), post));
        List<Branch> top = new ArrayList<>();
        Deque<Branch> open = new ArrayDeque<>();
        for (Post post : page.posts()) {
            while (!open.isEmpty() && !post.path().startsWith(open.peek().post().path())) {
                open.pop();
            }
            boolean directlyBelow = !open.isEmpty() && open.peek().post().id().equals(post.parent());
            boolean flat = open.size() > DEEPEST_SHOWN;
            boolean nameTheAnswered = post.parent() != null && (!directlyBelow || flat);
            Branch branch = new Branch(
                    post, nameTheAnswered ? known.get(post.parent()) : null, new ArrayList<>(), new ArrayList<>());
            siblings(open, top).add(branch);
            open.push(branch);
        }
        return top;
    }

    /** What is deeper than the deepest level that is shown hangs flat from its ancestor at that level. */
    private static List<Branch> siblings(Deque<Branch> open, List<Branch> top) {
        if (open.isEmpty()) {
            return top;
        }
        Branch holder = open.stream()
                .skip(Math.max(0, open.size() - 1 - DEEPEST_SHOWN))
                .findFirst()
                .orElseThrow();
        return open.size() > DEEPEST_SHOWN ? holder.flat() : holder.replies();
    }

    private PostNode node(Branch branch, DiscussionThread thread, Instant since, Visibility visibility, Names names) {
        Post post = branch.post();
        Post answered = branch.answered();
        PersonName author = names.of(post.author());
        boolean own = post.author().equals(visibility.viewer().account());
        boolean mayWrite = !thread.isLocked() && visibility.mayPost(thread.group());
        return new PostNode(
                post.id(),
                "/threads/" + thread.id(),
                author.name(),
                author.initials(),
                author.hue(),
                author.line().isEmpty() ? null : author.line(),
                times.say(post.createdAt()),
                post.editedAt() != null,
                Part.html(post.state() == Post.State.PUBLISHED ? post.html() : ""),
                state(post),
                gone(post, own),
                answered == null ? null : names.of(answered.author()).firstName(),
                answered == null ? null : answered.id(),
                post.isNews(since, visibility.viewer().id()),
                own,
                mayWrite,
                own && mayWrite,
                visibility.mayModerate(thread.group()),
                all(branch.replies(), thread, since, visibility, names),
                all(branch.flat(), thread, since, visibility, names));
    }

    private Part all(
            List<Branch> branches, DiscussionThread thread, Instant since, Visibility visibility, Names names) {
        return PostNode.all(branches.stream()
                .map(branch -> node(branch, thread, since, visibility, names))
                .toList());
    }

    private static PostNode.State state(Post post) {
        return switch (post.state()) {
            case PUBLISHED -> PostNode.State.PUBLISHED;
            case HIDDEN -> PostNode.State.HIDDEN;
            case DELETED -> PostNode.State.DELETED;
        };
    }

    private @Nullable String gone(Post post, boolean own) {
        return switch (post.state()) {
            case PUBLISHED -> null;
            case DELETED ->
                post.deletedAt() == null
                        ? null
                        : say(
                                "threads.gone.deleted",
                                times.say(post.deletedAt()).said());
            case HIDDEN ->
                own && post.hiding() != null
                        ? say("threads.gone.hiddenYours", post.hiding().reason())
                        : null;
        };
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }

    /** @param answered whom it answers, where its place does not show it */
    private record Branch(Post post, @Nullable Post answered, List<Branch> replies, List<Branch> flat) {}
}
