package hub.forum.meetings;

import hub.platform.refusals.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All answers to one meeting, and who has a place. People who come together are one entry; whoever waits, waits in the order of tickets, and nobody is passed over because a
 * smaller party would fit.
 *
 * @param places null for no limit
 */
record Attendance(@Nullable Integer places, List<Reply> replies) {

    Attendance {
        replies = replies.stream().sorted(Comparator.comparing(Reply::ticket)).toList();
    }

    int taken() {
        return replies.stream().filter(Reply::going).mapToInt(Reply::people).sum();
    }

    private int free() {
        return places == null ? Integer.MAX_VALUE : places - taken();
    }

    private boolean anybodyWaits() {
        return replies.stream().anyMatch(Reply::waiting);
    }

    Optional<Reply> of(String id) {
        return replies.stream().filter(reply -> reply.id().equals(id)).findFirst();
    }

    /** The answers of all but one. */
    Attendance without(String id) {
        return new Attendance(
                places, replies.stream().filter(reply -> !reply.id().equals(id)).toList());
    }

    /** With an answer in the place of the one before. */
    Attendance with(Reply reply) {
        return new Attendance(
                places,
                Stream.concat(without(reply.id()).replies().stream(), Stream.of(reply))
                        .toList());
    }

    /**
     * What becomes of somebody's wish to come. Whoever has a place keeps it; whoever waits keeps their turn.
     *
     * @param before what they had answered; null for nothing
     * @throws Rejected if they are more than there are places at all, or than are free for somebody who has a place
     */
    Reply.Answer outcome(@Nullable Reply before, Reply.Wish wish) {
        if (places != null && wish.people() > places) {
            throw new Rejected(MeetingRefusal.TOO_MANY, places);
        }
        if (before == null) {
            return fits(wish) && !anybodyWaits() ? Reply.Answer.GOING : Reply.Answer.WAITING;
        }
        Attendance others = without(before.id());
        if (before.going()) {
            boolean stays = wish.people() <= before.people() || wish.people() <= others.free();
            if (!stays) {
                throw new Rejected(MeetingRefusal.NO_ROOM_FOR_MORE, Math.max(0, free()));
            }
            return Reply.Answer.GOING;
        }
        if (before.waiting()) {
            return Reply.Answer.WAITING;
        }
        return others.outcome(null, wish);
    }

    private boolean fits(Reply.Wish wish) {
        return wish.people() <= free();
    }

    /** Those whose turn it is: from the first who waits, as long as there is room. */
    List<Reply> next() {
        List<Reply> promoted = new ArrayList<>();
        int room = free();
        for (Reply reply : replies) {
            if (reply.waiting()) {
                if (reply.people() > room) {
                    break;
                }
                room -= reply.people();
                promoted.add(reply.promoted());
            }
        }
        return promoted;
    }
}
