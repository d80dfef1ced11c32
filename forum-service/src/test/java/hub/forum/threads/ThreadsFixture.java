package hub.forum.threads;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.ForumPeople;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A conversation in the group, with a reply; both by Petronella. */
@TestFixture
final class ThreadsFixture implements MatrixFixture {
    private final ReactiveMongoTemplate mongo;

    ThreadsFixture(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("thread", "slug", "post");
    }

    @Override
    public Map<String, String> make(Place place) {
        Session writes = place.session("Petronella");
        String title = "Marzipan" + place.sort() + " for tea";
        Page started = writes.post("/threads", "group", place.get("group"), "title", title, "text", "The recipe");
        assertThat(started.status()).isEqualTo(303);
        String[] address = started.location().split("/");
        Page replied = writes.post(
                "/threads/" + address[2] + "/posts", "text", "Wolfsbane" + place.sort() + " is what I said");
        assertThat(replied.status()).isEqualTo(303);
        return Map.of(
                "thread", address[2],
                "slug", address[3],
                "post", replied.location().replaceAll(".*#post-", ""));
    }

    @Override
    public List<Secret> secrets(String sort) {
        Set<String> readers = sort.equals("open") ? ForumPeople.APPROVED : ForumPeople.READERS;
        return List.of(new Secret("Marzipan" + sort, readers), new Secret("Wolfsbane" + sort, readers));
    }

    @Override
    public void secretsAreShown(Place place) {
        String page = place.session("Petronella")
                .get("/threads/" + place.get("thread") + "/" + place.get("slug"))
                .body();
        assertThat(page)
                .contains(
                        "Marzipan" + place.sort(),
                        "Wolfsbane" + place.sort(),
                        "Zephyrine" + place.sort(),
                        "Petronella");
    }

    @Override
    public Object stored(Place place) {
        String group = place.get("group");
        return List.of(Stored.with(mongo, "threads", "group", group), Stored.with(mongo, "posts", "group", group));
    }
}
