package hub.forum.meetings;

import hub.platform.events.Events;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives free places to those who wait, in their order, and counts who comes. */
@Component
class CountReplies {
    private final MeetingStore meetings;
    private final ReplyStore replies;
    private final Events events;
    private final Clock clock;

    CountReplies(MeetingStore meetings, ReplyStore replies, Events events, Clock clock) {
        this.meetings = meetings;
        this.replies = replies;
        this.events = events;
        this.clock = clock;
    }

    /** To be called in a transaction, after a change of the meeting or of a reply. Once it has begun nobody is given a place any more: they would not hear of it in time. */
    Mono<Meeting> settle(Meeting meeting) {
        return replies.to(meeting.id())
                .collectList()
                .flatMap(all -> settle(meeting, new Attendance(meeting.details().places(), all)));
    }

    /** As {@link #settle(Meeting)}, of answers that are at hand. */
    Mono<Meeting> settle(Meeting meeting, Attendance attendance) {
        boolean open = meeting.on() && !meeting.started(clock.instant());
        int tickets =
                attendance.replies().stream().mapToInt(Reply::ticket).max().orElse(0);
        Mono<Integer> promoted = open
                ? Flux.fromIterable(attendance.next())
                        .concatMap(reply -> replies.put(reply).then(told(reply)).thenReturn(reply.people()))
                        .reduce(0, Integer::sum)
                : Mono.just(0);
        return promoted.flatMap(more ->
                meetings.count(meeting.counted(Math.max(meeting.tickets(), tickets), attendance.taken() + more)));
    }

    private Mono<Void> told(Reply reply) {
        return events.publish(new MeetingEvents.Promoted(reply.meeting(), reply.group(), reply.id(), reply.ticket()));
    }
}
