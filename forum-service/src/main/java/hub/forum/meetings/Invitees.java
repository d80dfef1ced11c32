package hub.forum.meetings;

import hub.forum.groups.Memberships;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whose accounts are meant by a meeting and by the answers to it, for telling them of something whose rights are asked again when it is shown. */
@Component
class Invitees {
    private final Memberships memberships;

    Invitees(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Everybody in the group; of an activity for some households, those who live there. */
    Flux<String> of(Meeting meeting) {
        Activity activity = meeting.details().activity();
        return activity == null || activity.everybody()
                ? memberships.toTell(meeting.group())
                : memberships.toTellIn(meeting.group(), activity.households());
    }

    /** Whoever answered; of an activity all in their households who are in the group. */
    Mono<List<String>> behind(Meeting meeting, Collection<Reply> replies) {
        if (meeting.details().activity() == null) {
            return Mono.just(replies.stream()
                    .map(Reply::account)
                    .filter(Objects::nonNull)
                    .toList());
        }
        Set<String> households = replies.stream().map(Reply::whose).collect(Collectors.toSet());
        return memberships.toTellIn(meeting.group(), households).collectList();
    }
}
