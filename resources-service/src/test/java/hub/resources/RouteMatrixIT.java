package hub.resources;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import hub.testkit.WhoMayWhat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every address of this service, for every sort of person, about what is published for each audience, a draft and what has been taken away: {@code
 * resources-matrix.txt} says what is answered. A word is planted in each, and must be in no answer, header or line of the log for those whom it is not
 * for.
 */
@ResourcesIT
class RouteMatrixIT extends WhoMayWhat {
    private static final List<String> PLACES = List.of("public", "carers", "kinship", "staff", "draft", "away");
    private static final Map<String, List<String>> READ = Map.of(
            "out", List.of("public"),
            "shut", List.of("public"),
            "carer", List.of("public", "carers"),
            "kin", List.of("public", "carers", "kinship"),
            "staff", List.of("public", "carers", "kinship", "staff"),
            "editor", PLACES);

    RouteMatrixIT() {
        super("/resources-matrix.txt", PLACES);
    }

    private static List<String> planted(String place) {
        return List.of("Zephyrine" + place, "Wolfsbane" + place);
    }

    @Override
    public Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("out", List.of("nobody"));
        columns.put("shut", List.of("Wait", "Sid", "Enid"));
        columns.put("carer", List.of("Amina"));
        columns.put("kin", List.of("Joe"));
        columns.put(
                "staff",
                Stream.of(Role.values())
                        .filter(role -> !Set.of(Role.CARER, Role.KINSHIP_CARER, Role.STAFF_EDITOR)
                                .contains(role))
                        .map(Role::slug)
                        .toList());
        columns.put("editor", List.of("Helen"));
        return columns;
    }

    @Override
    protected void everySortOfPerson() {
        put(people.person("Wait", Approval.AWAITING, Role.CARER));
        put(people.person("Sid", Approval.SUSPENDED, Role.values()));
        put(people.person("Enid", Approval.ENDED, Role.values()));
        put(people.carer("Amina"));
        put(people.with("Joe", Role.CARER, Role.KINSHIP_CARER));
        columns().get("staff").forEach(role -> put(people.with(role, Role.of(role))));
        put(people.with("Helen", Role.STAFF_EDITOR));
    }

    @Override
    protected Map<String, String> made(String place) {
        Desk desk = new Desk(session("Helen"));
        String news = one(desk, "news", place);
        String notice = one(desk, "training-notice", place);
        return named(Desk.id(news), slug(news), Desk.id(notice), slug(notice));
    }

    private static Map<String, String> named(String item, String slug, String notice, String noticeSlug) {
        return Map.of(
                "item", item,
                "slug", slug,
                "notice", notice,
                "noticeSlug", noticeSlug,
                "topic", "nosuchtopic",
                "piece", "nosuchpiece",
                "standard", "2");
    }

    /** Of an address to read at or to work at. */
    private static String slug(String path) {
        return path.endsWith("/edit") ? "anything" : path.replaceAll(".*/", "");
    }

    private static String one(Desk desk, String kind, String place) {
        String audience = Cast.AUDIENCES.contains(place) ? place : "public";
        String[] fields = Desk.fields(kind, audience, planted(place).get(0) + " " + kind);
        int text = Arrays.asList(fields).indexOf("text") + 1;
        fields[text] = planted(place).get(1) + " is what it says.";
        String path = desk.send(kind, place.equals("draft") ? "save" : "publish", fields)
                .location()
                .replaceFirst("[?].*", "");
        if (place.equals("away")) {
            assertThat(desk.editor().post("/news/" + Desk.id(path) + "/archive").status())
                    .isEqualTo(303);
        }
        return path;
    }

    @Override
    public Map<String, String> fresh(String place, String person) {
        return made(place);
    }

    @Override
    public Map<String, String> unknown() {
        return named("nosuchitem00", "anything", "nosuchnotice", "anything");
    }

    @Override
    public Collection<String> hiddenFrom(String column) {
        List<String> hidden = new ArrayList<>();
        for (String place : PLACES) {
            if (!Objects.requireNonNull(READ.get(column)).contains(place)) {
                hidden.addAll(planted(place));
            }
        }
        return hidden;
    }

    /** Without this the words could be missing for everybody, and the table would prove nothing. */
    @Test
    @Order(2)
    void whatIsPlantedIsThereForThoseItIsFor() {
        shared().forEach((place, names) -> {
            Session reads =
                    session(place.equals("staff") ? "moderator" : Cast.AUDIENCES.contains(place) ? "Joe" : "Helen");
            for (String path : List.of("/news/" + names.get("item"), "/training/" + names.get("notice"))) {
                Browsing.Page page = reads.get(path);
                String body = page.status() == 200
                        ? page.body()
                        : reads.get(page.location()).body();
                assertThat(body).as(place + " " + path).contains(planted(place));
            }
        });
    }

    @Override
    protected Stream<String> secrets() {
        return Stream.of("zephyrine", "wolfsbane", "amina", "helen");
    }

    @Override
    protected int fewestRequests() {
        return 500;
    }

    @Override
    protected Map<String, String> stateOfShared() {
        Map<String, String> state = new HashMap<>();
        shared().forEach((place, names) -> List.of("item", "notice")
                .forEach(kind -> state.put(
                        place + " " + kind,
                        session("Helen")
                                .get("/news/" + names.get(kind) + "/edit")
                                .body()
                                .replaceAll("name=\"(_csrf|formKey)\" value=\"[^\"]*\"", ""))));
        return state;
    }
}
