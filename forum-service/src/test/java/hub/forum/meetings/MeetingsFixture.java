package hub.forum.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.ForumPeople;
import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.meetings.topics.Topic;
import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A meeting of the group, and one that is a draft. A board has none: there it is the public date of a cluster that Gwendoline leads and Petronella is in. */
@TestFixture
final class MeetingsFixture implements MatrixFixture {
    private final MeetingMaker meetings;
    private final GroupMaker making;
    private final ReactiveMongoTemplate mongo;

    MeetingsFixture(MeetingMaker meetings, GroupMaker making, ReactiveMongoTemplate mongo) {
        this.meetings = meetings;
        this.making = making;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("meeting", "draft", "held", "topic", "cluster", "outing");
    }

    @Override
    public Map<String, String> make(Place place) {
        String sort = place.sort();
        Group group = group(place);
        Meeting meeting = meetings.of(group)
                .called("Candlewick" + sort)
                .expecting("Pomander" + sort)
                .withLink("https://quillon" + sort + ".example.org/room")
                .there();
        meetings.reply(meeting, place.account("Petronella"), Reply.Answer.GOING, 1);
        meetings.guest(meeting, "Mirabelle" + sort, 2);
        Meeting draft = meetings.of(group).called("Drumlin" + sort).draft();
        Meeting held = meetings.of(group).called("Candlewick" + sort).held();
        return Map.of(
                "meeting", meeting.id(),
                "draft", draft.id(),
                "held", held.id(),
                "topic", topic(place),
                "cluster", group.id(),
                "outing",
                        meetings.of(group)
                                .called("Candlewick" + sort)
                                .asActivity()
                                .there()
                                .id());
    }

    /** What a member would like to talk about; a board has no list of that. */
    private String topic(Place place) {
        if (place.sort().equals("open")) {
            return Ids.next();
        }
        Topic topic = new Topic(
                Ids.next(),
                place.get("group"),
                "Samphire" + place.sort(),
                place.account("Petronella").id(),
                true,
                Instant.now(),
                true);
        mongo.insert(topic, "meeting_topics").block(Duration.ofSeconds(10));
        return topic.id();
    }

    private Group group(Place place) {
        if (place.sort().equals("open")) {
            return making.aCluster("Cluster")
                    .withMembers(place.account("Petronella"))
                    .facilitatedBy(place.account("Gwendoline"))
                    .there();
        }
        return mongo.findById(place.get("group"), Group.class, "groups").block(Duration.ofSeconds(10));
    }

    @Override
    public List<Secret> secrets(String sort) {
        boolean open = sort.equals("open");
        Set<String> members = open ? Set.of("author", "Gwendoline") : ForumPeople.READERS;
        Set<String> all = open ? everybody() : ForumPeople.READERS;
        Set<String> leads = open ? Set.of("Gwendoline") : Set.of("lead");
        return List.of(
                new Secret("Samphire" + sort, open ? Set.of() : ForumPeople.READERS),
                new Secret("Candlewick" + sort, all),
                new Secret("Pomander" + sort, all),
                new Secret("quillon" + sort, leads),
                new Secret("Mirabelle" + sort, members),
                new Secret("Drumlin" + sort, leads));
    }

    /** A public date is public. */
    private static Set<String> everybody() {
        Set<String> all = new HashSet<>(ForumPeople.APPROVED);
        all.addAll(Set.of("out", "shut"));
        return all;
    }

    @Override
    public void secretsAreShown(Place place) {
        String sort = place.sort();
        String path = "/meetings/" + place.get("meeting");
        assertThat(place.session("Petronella").get(path).body())
                .contains("Candlewick" + sort, "Pomander" + sort, "Mirabelle" + sort)
                .doesNotContain("quillon" + sort);
        assertThat(place.session("Gwendoline").get(path).body()).contains("quillon" + sort);
        assertThat(place.session("Gwendoline")
                        .get("/meetings/" + place.get("draft"))
                        .body())
                .contains("Drumlin" + sort);
    }

    @Override
    public Object stored(Place place) {
        return List.of(
                Stored.with(mongo, "meetings", "_id", place.get("meeting")),
                Stored.with(mongo, "meetings", "_id", place.get("draft")),
                Stored.with(mongo, "meeting_replies", "meeting", place.get("meeting")),
                Stored.with(mongo, "meeting_registers", "_id", place.get("held")),
                Stored.with(mongo, "meeting_lifts", "meeting", place.get("outing")),
                Stored.with(mongo, "meeting_topics", "_id", place.get("topic")));
    }

    @Override
    public void remove(Collection<Place> places) {
        List<String> made = places.stream().map(place -> place.get("meeting")).toList();
        Stored.remove(mongo, "meetings", "_id", made);
        Stored.remove(mongo, "meeting_replies", "meeting", made);
    }
}
