package hub.forum.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** However many answer at once, no place is given twice, and whoever waits has theirs in order. */
@HubIT
class PlacesAtOnceIT {
    private static final int PEOPLE = 200;
    private static final int PLACES = 15;
    private static final Reply.Wish ALONE = new Reply.Wish(true, 1, 0, Set.of());

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    MeetingMaker meetings;

    @Autowired
    Replies replies;

    @Autowired
    ReplyStore store;

    @Autowired
    MeetingStore stored;

    @Autowired
    Accounts accounts;

    @Autowired
    Rights rights;

    @Autowired
    Browsing browsing;

    @Test
    void of200AtOnceFifteenComeAndTheRestWaitInOrder() {
        List<Account> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.add(people.carer("Carer " + i));
        }
        Group group = making.aClosedGroup("Full house")
                .withMembers(all.toArray(Account[]::new))
                .there();
        Meeting meeting = meetings.of(group).withPlaces(PLACES).there();
        Flux.fromIterable(all)
                .flatMap(each -> replies.answer(meeting.id(), ALONE, visibility(each)), PEOPLE)
                .then()
                .block(Duration.ofSeconds(120));
        List<Reply> found = found(meeting);
        assertThat(found).hasSize(PEOPLE);
        assertThat(found.stream().filter(Reply::going)).hasSize(PLACES);
        assertThat(found.stream().map(Reply::ticket).distinct()).hasSize(PEOPLE);
        assertThat(Objects.requireNonNull(stored.toChange(meeting.id()).block()).taken())
                .isEqualTo(PLACES);
        Reply leaves = found.stream().filter(Reply::going).findFirst().orElseThrow();
        Reply next = found.stream()
                .filter(Reply::waiting)
                .min(Comparator.comparing(Reply::ticket))
                .orElseThrow();
        Account leaver = account(all, leaves);
        replies.answer(meeting.id(), new Reply.Wish(false, 1, 0, Set.of()), visibility(leaver))
                .block(Duration.ofSeconds(10));
        assertThat(Objects.requireNonNull(store.find(next.id()).block()).going())
                .isTrue();
        assertThat(found(meeting).stream().filter(Reply::going)).hasSize(PLACES);
        await().untilAsserted(() -> assertThat(
                        browsing.as(account(all, next)).get("/notifications").body())
                .contains(Words.partOf("meetings.place.notice.say")));
    }

    private static Account account(List<Account> all, Reply reply) {
        return all.stream()
                .filter(each -> each.id().equals(reply.account()))
                .findFirst()
                .orElseThrow();
    }

    private List<Reply> found(Meeting meeting) {
        return Objects.requireNonNull(store.to(meeting.id()).collectList().block(Duration.ofSeconds(10)));
    }

    private Visibility visibility(Account account) {
        return Objects.requireNonNull(
                accounts.viewer(account.id()).flatMap(rights::of).block(Duration.ofSeconds(10)));
    }
}
