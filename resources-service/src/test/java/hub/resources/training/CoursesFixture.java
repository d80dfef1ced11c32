package hub.resources.training;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.MatrixFixture;
import hub.testkit.People;
import hub.testkit.TestFixture;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Lazy;

/**
 * A course with a date, and somebody who has a place on it. The public cannot book, so in its place it is for carers; a draft is a date that is not open yet; what is away is a
 * course that is held no more, and a date of it that was called off.
 */
@TestFixture
class CoursesFixture implements MatrixFixture {
    private static final Pattern CANCEL = Pattern.compile("/people/([0-9a-z]{12})/cancel");
    private static final Set<String> CARERS = Set.of("carer", "kin", "staff", "editor");

    private final People people;
    private final Clock clock;
    private final AtomicInteger made = new AtomicInteger();

    CoursesFixture(@Lazy People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Set<String> variables() {
        return Set.of("course", "date", "booking", "learner", "learning", "code");
    }

    @Override
    public Map<String, String> make(Place place) {
        Session helen = place.session("Helen");
        TrainingTeam team = new TrainingTeam(helen);
        String sort = place.sort();
        String audience = sort.equals("kinship") || sort.equals("staff") ? sort : "carers";
        String course = team.course(audience, "Marigold" + sort + " course");
        String date = team.drafts(
                course, TrainingTeam.inDays(clock.instant(), 40), 20, "venue", "Quillwort" + sort + " House");
        String booking = unknown("booking");
        Account learner = people.with("Zz" + made.incrementAndGet() + " Booked", Role.CARER, Role.KINSHIP_CARER);
        if (!sort.equals("draft")) {
            assertThat(helen.post(date + "/open").status()).isEqualTo(303);
        }
        if (!sort.equals("draft") && !sort.equals("staff")) {
            booking = book(helen, date, learner.name());
        }
        if (sort.equals("away")) {
            assertThat(helen.post(date + "/call-off", "reason", "The trainer is ill")
                            .status())
                    .isEqualTo(303);
            assertThat(helen.post(course + "/retire").status()).isEqualTo(303);
        }
        return Map.of(
                "course", last(course),
                "date", last(date),
                "booking", booking,
                "learner", learner.id(),
                "learning", unknown("learning"),
                "code", unknown("code"));
    }

    private String book(Session helen, String date, String name) {
        Page form = helen.get(date + "/people");
        assertThat(helen.post(date + "/people/add", "person", name, "formKey", form.formKey())
                        .location())
                .isEqualTo(date + "/people?done=added");
        Matcher cancel = CANCEL.matcher(helen.get(date + "/people").body());
        assertThat(cancel.find()).isTrue();
        return cancel.group(1);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public List<Secret> secrets(String sort) {
        return switch (sort) {
            case "kinship" -> both(sort, Set.of("kin", "staff", "editor"));
            case "staff" -> both(sort, Set.of("staff", "editor"));
            case "draft" ->
                List.of(
                        new Secret("Marigold" + sort, CARERS),
                        new Secret("Quillwort" + sort, Set.of("editor", "training-officer")));
            default -> both(sort, CARERS);
        };
    }

    private static List<Secret> both(String sort, Set<String> readers) {
        return List.of(new Secret("Marigold" + sort, readers), new Secret("Quillwort" + sort, readers));
    }

    @Override
    public void secretsAreShown(Place place) {
        String sort = place.sort();
        Session reads = place.session(sort.equals("draft") ? "Helen" : sort.equals("staff") ? "moderator" : "Joe");
        assertThat(reads.get("/training/dates/" + place.get("date")).body())
                .as(sort)
                .contains("Marigold" + sort, "Quillwort" + sort);
    }

    @Override
    public Object stored(Place place) {
        Session helen = place.session("Helen");
        return List.of(
                helen.get("/training/courses/" + place.get("course") + "/edit")
                        .body()
                        .replaceAll("name=\"(_csrf|formKey)\" value=\"[^\"]*\"", ""),
                helen.get("/training/dates/" + place.get("date") + "/people")
                        .body()
                        .replaceAll("name=\"(_csrf|formKey)\" value=\"[^\"]*\"", ""),
                helen.get("/training/dates/" + place.get("date") + "/edit")
                        .body()
                        .replaceAll("name=\"(_csrf|formKey)\" value=\"[^\"]*\"", ""));
    }
}
