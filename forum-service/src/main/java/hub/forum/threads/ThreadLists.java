package hub.forum.threads;

import hub.forum.groups.GroupConversations;
import hub.forum.groups.Visibility;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.time.Moment;
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

    ThreadLists(ThreadStore threads, Accounts accounts, Times times, MessageSource messages) {
        this.threads = threads;
        this.accounts = accounts;
        this.times = times;
        this.messages = messages;
    }

    @Override
    public Mono<Page> of(String group, Visibility visibility, @Nullable String after) {
        if (!visibility.mayRead(group)) {
            return Mono.just(new Page(List.of(), null));
        }
        return found(group, visibility, after).flatMap(found -> {
            List<DiscussionThread> others = found.others();
            List<DiscussionThread> page = others.subList(0, Math.min(ThreadStore.PAGE, others.size()));
            String next = others.size() > ThreadStore.PAGE ? page.getLast().recency() : null;
            return lines(Flux.fromIterable(found.pinned()).concatWith(Flux.fromIterable(page)), Map.of())
                    .map(lines -> new Page(lines, next));
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
     * Lines for conversations that the viewer was allowed to read.
     *
     * @param groupNames by group, for lists that mix groups; may be empty
     */
    public Mono<List<ThreadLine>> lines(Flux<DiscussionThread> found, Map<String, String> groupNames) {
        return found.collectList()
                .flatMap(list -> accounts.names(list.stream()
                                .map(thread -> thread.lastPost().author())
                                .distinct()
                                .toList())
                        .map(names -> list.stream()
                                .map(thread -> line(thread, names, groupNames.get(thread.group())))
                                .toList()));
    }

    private ThreadLine line(DiscussionThread thread, Map<String, PersonName> names, @Nullable String groupName) {
        String by = thread.lastPost().author();
        return new ThreadLine(
                thread.path(),
                thread.title(),
                false,
                null,
                thread.pinned(),
                thread.isLocked(),
                names.getOrDefault(by, PersonName.unknown(by)).firstName(),
                messages.getMessage("threads.replies", new Object[] {thread.postCount() - 1}, Locale.UK),
                times.say(thread.lastPost().at()),
                groupName);
    }

    /** One conversation in a list. */
    public record ThreadLine(
            String href,
            String title,
            boolean isNew,
            @Nullable String newText,
            boolean pinned,
            boolean locked,
            String by,
            String repliesText,
            Moment time,
            @Nullable String groupName) {}
}
