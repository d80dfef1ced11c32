package hub.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A letter to the author, and the link with which they get no more. */
@TestFixture
final class MailFixture implements MatrixFixture {
    private final PostBoxStore postBox;
    private final StopLinks stops;

    MailFixture(PostBoxStore postBox, StopLinks stops) {
        this.postBox = postBox;
        this.stops = stops;
    }

    @Override
    public Set<String> variables() {
        return Set.of("letter", "stop", "stopped");
    }

    @Override
    public Map<String, String> make(Place place) {
        String account = place.account("Petronella").id();
        String id = "mail-" + place.get("post");
        String subject = "Quillwort" + place.sort() + " waits for you";
        postBox.put(account, new Envelope(id, "a@example.org", "A", subject, "<p>" + subject + "</p>", subject, "/"))
                .block(Duration.ofSeconds(10));
        String stop =
                stops.path(new StopLinks.Stop("notifications.mail", account)).block(Duration.ofSeconds(10));
        return Map.of(
                "letter",
                Ids.of(id),
                "stop",
                Objects.requireNonNull(stop).substring("/mail/stop/".length()),
                "stopped",
                account);
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret("Quillwort" + sort, Set.of("author")));
    }

    @Override
    public void secretsAreShown(Place place) {
        assertThat(place.session("Petronella").get("/mail/box").body()).contains("Quillwort" + place.sort());
    }
}
