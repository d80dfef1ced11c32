package hub.forum.threads;

import hub.forum.groups.GroupConversations;
import hub.forum.groups.Visibility;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.pages.Fragment;
import hub.platform.time.Times;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of conversations as pages show them. */
@Service
public class ThreadLists implements GroupConversations {
    private final ThreadStore threads;
    private final Accounts accounts;
    private final Times times;
    private final MessageSource messages;
    private final UnreadPosts unread;

    ThreadLists(ThreadStore threads, Accounts accounts, Times times, MessageSource messages, UnreadPosts unread) {
        this.threads = threads;
        this.accounts = accounts;
        this.times = times;
        this.messages = messages;
        this.unread = unread;
    }

    @Override
    public Mono<Page> of(String group, Visibility visibility, @Nullable String after) {
        if (!visibility.mayRead(group)) {
            return Mono.just(new Page(null, null));
        }
        return found(group, visibility, after).flatMap(found -> {
            List<DiscussionThread> others = found.others();
            List<DiscussionThread> page = others.subList(0, Math.min(ThreadStore.PAGE, others.size()));
            String next = others.size() > ThreadStore.PAGE ? page.getLast().recency() : null;
            return lines(Flux.fromIterable(found.pinned()).concatWith(Flux.fromIterable(page)), Map.of(), visibility)
                    .map(lines ->
                            new Page(lines.isEmpty() ? null : new Fragment("threads/lines", "cached", lines), next));
        });
    }

    private Mono<ThreadStore.Newest> found(String group, Visibility visibility, @Nullable String after) {
        return after == null
                ? threads.newest(group, visibility)
                : threads.older(group, visibility, after, ThreadStore.PAGE + 1)
                        .collectList()
                        .map(others -> new ThreadStore.Newest(List.of(), others));
    }

    /**
     * Lines for conversations that the viewer was allowed to read. Each says how much in it is new to the viewer.
     *
     * @param groupNames by group, for lists that mix groups; may be empty
     */
    public Mono<List<ThreadLine>> lines(
            Flux<DiscussionThread> found, Map<String, String> groupNames, Visibility visibility) {
        return found.collectList()
                .flatMap(list -> Mono.zip(names(list), unread.in(list, visibility))
                        .map(parts -> list.stream()
                                .map(thread -> line(
                                        thread,
                                        parts.getT1(),
                                        groupNames.get(thread.group()),
                                        parts.getT2().get(thread.id())))
                                .toList()));
    }

    private Mono<Names> names(List<DiscussionThread> list) {
        return accounts.names(list.stream()
                .map(thread -> thread.lastPost().author())
                .distinct()
                .toList());
    }

    private ThreadLine line(
            DiscussionThread thread, Names names, @Nullable String groupName, UnreadPosts.@Nullable News news) {
        String by = thread.lastPost().author();
        return new ThreadLine(
                news == null || news.fromTheBeginning() ? thread.path() : thread.firstNewPath(),
                thread.title(),
                news != null,
                news == null ? null : say(news),
                thread.pinned(),
                thread.isLocked(),
                names.of(by).firstName(),
                say("threads.replies", thread.postCount() - 1),
                times.say(thread.lastPost().at()),
                groupName);
    }

    private String say(UnreadPosts.News news) {
        if (news.fromTheBeginning()) {
            return say("threads.new.conversation");
        }
        return news.posts() > UnreadPosts.MOST
                ? say("threads.new.many", UnreadPosts.MOST)
                : say("threads.new.count", news.posts());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
