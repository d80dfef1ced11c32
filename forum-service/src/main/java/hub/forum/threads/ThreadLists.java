package hub.forum.threads;

import hub.forum.groups.GroupConversations;
import hub.forum.groups.Visibility;
import hub.forum.visits.Visits;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.pages.Fragment;
import hub.platform.time.Times;
import java.time.Instant;
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
    private final Visits visits;

    ThreadLists(ThreadStore threads, Accounts accounts, Times times, MessageSource messages, Visits visits) {
        this.threads = threads;
        this.accounts = accounts;
        this.times = times;
        this.messages = messages;
        this.visits = visits;
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
     * Lines for conversations that the viewer was allowed to read. New is what somebody else said since the viewer's visit before this one.
     *
     * @param groupNames by group, for lists that mix groups; may be empty
     */
    public Mono<List<ThreadLine>> lines(
            Flux<DiscussionThread> found, Map<String, String> groupNames, Visibility visibility) {
        return Mono.zip(found.collectList(), visits.since(visibility.viewer()).defaultIfEmpty(Instant.MAX))
                .flatMap(parts -> names(parts.getT1())
                        .map(names -> parts.getT1().stream()
                                .map(thread -> line(
                                        thread,
                                        names,
                                        groupNames.get(thread.group()),
                                        thread.news(
                                                parts.getT2(),
                                                visibility.viewer().id())))
                                .toList()));
    }

    private Mono<Names> names(List<DiscussionThread> list) {
        return accounts.names(list.stream()
                .map(thread -> thread.lastPost().author())
                .distinct()
                .toList());
    }

    private ThreadLine line(
            DiscussionThread thread, Names names, @Nullable String groupName, DiscussionThread.News news) {
        String by = thread.lastPost().author();
        return new ThreadLine(
                thread.path(),
                thread.title(),
                news != DiscussionThread.News.NONE,
                switch (news) {
                    case NONE -> null;
                    case REPLIES -> say("threads.new.replies");
                    case CONVERSATION -> say("threads.new.conversation");
                },
                thread.pinned(),
                thread.isLocked(),
                names.of(by).firstName(),
                say("threads.replies", thread.postCount() - 1),
                times.say(thread.lastPost().at()),
                groupName);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
