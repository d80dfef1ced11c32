package hub.forum.threads.web;

import hub.forum.groups.Visibility;
import hub.forum.profiles.Profiles;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.PostPage;
import hub.forum.threads.ThreadPolicy;
import hub.forum.unread.ReadMark;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Profiles profiles;

    PostNodes(Accounts accounts, Times times, MessageSource messages, Profiles profiles) {
        this.accounts = accounts;
        this.times = times;
        this.messages = messages;
        this.profiles = profiles;
    }

    /** @param mark how far the viewer has read */
    Mono<List<PostNode>> of(PostPage page, DiscussionThread thread, ReadMark mark, Visibility visibility) {
        return accounts.names(page.authors())
                .zipWhen(
                        names -> profiles.toLink(names.known().values(), visibility),
                        (names, linked) -> tree(new Seen(
                                page.posts().stream()
                                        .map(post -> line(post, mark, visibility, names))
                                        .toList(),
                                page.above().values().stream()
                                        .collect(Collectors.toMap(Post::id, post -> names.of(post.author()))),
                                linked,
                                thread.takesReplies() && visibility.mayPost(thread.group()),
                                ThreadPolicy.mayModerate(visibility, thread.group()))));
    }

    private Line line(Post post, ReadMark mark, Visibility visibility, Names names) {
        boolean own = post.author().equals(visibility.viewer().account());
        return new Line(
                post,
                names.of(post.author()),
                times.say(post.createdAt()),
                gone(post, own),
                own,
                post.isNews(mark, visibility.viewer().id()),
                PostNode.Reacted.to(post, visibility.viewer().id()));
    }

    private static List<PostNode> tree(Seen seen) {
        return all(branches(seen), seen);
    }

    private static List<Branch> branches(Seen seen) {
        Map<String, PersonName> known = new HashMap<>(seen.above());
        seen.lines().forEach(line -> known.put(line.post().id(), line.author()));
        List<Branch> top = new ArrayList<>();
        Deque<Branch> open = new ArrayDeque<>();
        for (Line line : seen.lines()) {
            Post post = line.post();
            while (!open.isEmpty() && !post.path().startsWith(open.peek().post().path())) {
                open.pop();
            }
            boolean directlyBelow = !open.isEmpty() && open.peek().post().id().equals(post.parent());
            boolean flat = open.size() > DEEPEST_SHOWN;
            Branch branch = new Branch(
                    line,
                    post.parent() == null ? null : known.get(post.parent()),
                    directlyBelow && !flat,
                    new ArrayList<>(),
                    new ArrayList<>());
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

    private static PostNode node(Branch branch, Seen seen) {
        return new PostNode(shown(branch, seen), all(branch.replies(), seen), all(branch.flat(), seen));
    }

    private static PostNode.Shown shown(Branch branch, Seen seen) {
        Line line = branch.line();
        Post post = line.post();
        PersonName author = line.author();
        PersonName answered = branch.answered();
        return new PostNode.Shown(
                post.id(),
                "/threads/" + post.thread(),
                author.name(),
                author.initials(),
                author.hue(),
                author.line().isEmpty() ? null : author.line(),
                seen.linked().contains(author.id()) ? Profiles.path(author.id()) : null,
                line.time(),
                post.editedAt() != null,
                post.state() == Post.State.PUBLISHED ? post.html() : "",
                post.state(),
                line.gone(),
                answered == null || branch.belowIt() ? null : answered.firstName(),
                answered == null || branch.belowIt() ? null : post.parent(),
                answered == null ? null : answered.firstName(),
                post.level(),
                line.fresh(),
                line.own(),
                seen.mayWrite(),
                line.own() && seen.mayWrite(),
                seen.mayModerate(),
                !line.own() && seen.mayWrite(),
                line.reactions());
    }

    private static List<PostNode> all(List<Branch> branches, Seen seen) {
        return branches.stream().map(branch -> node(branch, seen)).toList();
    }

    private @Nullable String gone(Post post, boolean own) {
        return switch (post.state()) {
            case PUBLISHED, WAITING, SENT_BACK, REFUSED -> null;
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

    /**
     * A page as somebody sees it: all that what is shown depends on.
     *
     * @param above who wrote the posts on earlier pages that posts of this one answer, by their ids
     * @param linked the authors who say something of themselves that the viewer may see
     */
    private record Seen(
            List<Line> lines,
            Map<String, PersonName> above,
            Set<String> linked,
            boolean mayWrite,
            boolean mayModerate) {}

    /**
     * A post as somebody sees it now.
     *
     * @param gone why it cannot be read, if it cannot
     * @param own whether the viewer wrote it
     * @param fresh whether it is new to the viewer
     */
    private record Line(
            Post post,
            PersonName author,
            Moment time,
            @Nullable String gone,
            boolean own,
            boolean fresh,
            List<PostNode.Reacted> reactions) {}

    /**
     * @param answered whom it answers; null for nobody
     * @param belowIt whether its place shows that
     */
    private record Branch(
            Line line, @Nullable PersonName answered, boolean belowIt, List<Branch> replies, List<Branch> flat) {
        Post post() {
            return line.post();
        }
    }
}
