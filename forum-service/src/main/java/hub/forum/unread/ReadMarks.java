package hub.forum.unread;

import hub.forum.visits.Visits;
import hub.platform.identity.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where people left conversations. */
@Service
public class ReadMarks {
    /** What is older is not new to somebody who never opened the conversation. */
    private static final Duration NEW_FOR = Duration.ofDays(30);

    private final ReadMarkStore store;
    private final Visits visits;
    private final Clock clock;

    ReadMarks(ReadMarkStore store, Visits visits, Clock clock) {
        this.store = store;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * The viewer's mark in each of some conversations. Where they have read nothing new yet, it stands where they first came to the hub, or 30
     * days ago, whichever is later.
     *
     * @param conversations their ids, no more than a page of them
     */
    public Mono<Map<String, ReadMark>> of(Viewer viewer, Collection<String> conversations) {
        String account = viewer.id();
        Mono<Map<String, ReadMark>> known = store.list(conversations.stream()
                        .map(conversation -> ReadMark.id(account, conversation))
                        .toList())
                .collectMap(ReadMark::id);
        return Mono.zip(known, visits.first(viewer))
                .map(found -> conversations.stream()
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                conversation ->
                                        mark(ReadMark.id(account, conversation), found.getT1(), found.getT2()))));
    }

    private ReadMark mark(String id, Map<String, ReadMark> known, Instant first) {
        ReadMark mark = known.get(id);
        return mark == null ? new ReadMark(id, beginning(first), Set.of()) : mark;
    }

    private Instant beginning(Instant first) {
        Instant old = clock.instant().minus(NEW_FOR);
        return first.isAfter(old) ? first : old;
    }

    /** As {@link #of(Viewer, Collection)}, for one conversation. */
    public Mono<ReadMark> of(Viewer viewer, String conversation) {
        return of(viewer, List.of(conversation)).mapNotNull(marks -> marks.get(conversation));
    }

    /**
     * Some are read, and others are not.
     *
     * @param next when the first was written that is not
     */
    public Mono<Void> partly(ReadMark read, Instant next) {
        return read.isFull() ? store.moveTo(next.minusMillis(1), read) : store.add(read);
    }

    /**
     * All is read.
     *
     * @param last when the last was written
     */
    public Mono<Void> wholly(ReadMark read, Instant last) {
        return store.moveTo(last, read);
    }
}
