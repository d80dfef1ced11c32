package hub.resources.news;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.pages.HomeNews;
import hub.resources.Cast;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.People;
import hub.testkit.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each audience of each kind, and each sort of reader: on the lists, the page, the home page. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoReadsWhatIT {
    private static final List<String> KINDS = List.of("news", "best-practice", "training-notice");
    private static final Map<String, String> IDS = Map.of(
            "awaiting",
            "awa",
            "suspended",
            "sid",
            "carer",
            "amina",
            "kinship carer",
            "joe",
            "staff",
            "moira",
            "editor",
            "helen");

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    HomeNews home;

    @Autowired
    Accounts accounts;

    Cast cast;
    final Map<String, String> published = new TreeMap<>();
    final Map<String, String> drafts = new TreeMap<>();
    final Map<String, String> away = new TreeMap<>();

    @BeforeAll
    void everythingForEverybody() {
        cast = Cast.of(people, browsing);
        Desk desk = new Desk(cast.who("editor"));
        for (String kind : KINDS) {
            for (String audience : Cast.AUDIENCES) {
                String title = kind + " for " + audience;
                published.put(title, desk.publishes(kind, audience, title));
                String draft = desk.drafts(kind, audience, "draft " + title);
                drafts.put("draft " + title, draft.replace("/edit", ""));
                String gone = desk.publishes(kind, audience, "gone " + title);
                away.put("gone " + title, gone);
                assertThat(desk.editor()
                                .post("/news/" + Desk.id(gone) + "/archive")
                                .status())
                        .isEqualTo(303);
            }
        }
    }

    static Stream<String> readers() {
        return Cast.READ.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void theListsShowWhatIsForTheReader(String reader) {
        assertThat(titlesIn(cast.who(reader).get("/news"))).isEqualTo(readable(reader, KINDS));
        assertThat(titlesIn(cast.who(reader).get("/news?kind=best-practice")))
                .isEqualTo(readable(reader, List.of("best-practice")));
        assertThat(titlesIn(cast.who(reader).get("/training"))).isEqualTo(readable(reader, List.of("training-notice")));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void thePageIsThereForThoseItIsFor(String reader) {
        Page never = cast.who(reader).get("/news/zzzzzzzzzzzz/never");
        assertThat(never.status()).isEqualTo(404);
        published.forEach((title, path) -> {
            Page page = cast.who(reader).get(path);
            if (readable(reader, KINDS).contains(title)) {
                assertThat(page.status()).as(title).isEqualTo(200);
                assertThat(page.body()).contains("<h1>" + title + "</h1>");
            } else {
                assertThat(page.status()).as(title).isEqualTo(404);
                assertThat(page.body()).isEqualTo(never.body());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("readers")
    void draftsAndWhatIsAwayAreForEditorsAlone(String reader) {
        Page never = cast.who(reader).get("/news/zzzzzzzzzzzz/never");
        Stream.of(drafts, away)
                .forEach(hidden -> hidden.forEach((title, path) -> {
                    Page page = cast.who(reader).get(path);
                    if (reader.equals("editor")) {
                        String state = hidden == drafts ? "publishing.state.draft" : "publishing.state.archived";
                        Page canonical = page.status() == 303 ? cast.who(reader).get(page.location()) : page;
                        assertThat(canonical.body()).contains("<h1>" + title + "</h1>", Words.of(state));
                    } else {
                        assertThat(page.status()).as(title).isEqualTo(404);
                        assertThat(page.body()).isEqualTo(never.body());
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void homeHasTheNewestThatAreForTheReader(String reader) {
        Viewer viewer = reader.equals("signed out")
                ? Viewer.nobody()
                : accounts.viewer(IDS.get(reader)).block();
        List<HomeNews.Line> all = home.latest(viewer, 50).block();
        assertThat(all.stream().map(HomeNews.Line::title).collect(Collectors.toSet()))
                .isEqualTo(readable(reader, KINDS));
        assertThat(home.latest(viewer, 2).block()).isEqualTo(all.subList(0, 2));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void theFragmentForAnotherProcessHasTheSameAndNoPageAroundIt(String reader) {
        Viewer viewer = reader.equals("signed out")
                ? Viewer.nobody()
                : accounts.viewer(IDS.get(reader)).block();
        Page fragment = cast.who(reader).get(HomeNews.PATH);
        assertThat(titlesIn(fragment))
                .isNotEmpty()
                .isEqualTo(Objects.requireNonNull(
                                home.latest(viewer, HomeNews.ON_HOME).block())
                        .stream()
                        .map(HomeNews.Line::title)
                        .collect(Collectors.toSet()));
        assertThat(fragment.body().strip()).startsWith("<ul").endsWith("</ul>");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void theDeskIsThereForEditorsAlone(String reader) {
        String id = Desk.id(published.get("news for public"));
        for (String path : List.of(
                "/news/desk",
                "/news/desk?state=published",
                "/news/new?kind=news",
                "/news/" + id + "/edit",
                "/news/" + id + "/archive")) {
            Page page = cast.who(reader).get(path);
            switch (reader) {
                case "editor" -> assertThat(page.status()).as(path).isEqualTo(200);
                case "signed out" -> assertThat(page.location()).isEqualTo("/oauth2/authorization/hearth");
                case "awaiting", "suspended" -> assertThat(page.status()).isEqualTo(403);
                default -> {
                    assertThat(page.status()).as(path).isEqualTo(404);
                    assertThat(page.body())
                            .isEqualTo(cast.who(reader)
                                    .get("/news/zzzzzzzzzzzz/never")
                                    .body());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void onlyEditorsWrite(String reader) {
        String path = published.get("news for public");
        Page before = cast.who("carer").get(path);
        if (reader.equals("editor")) {
            return;
        }
        String id = Desk.id(path);
        String[] fields = Desk.fields("news", "public", "Defaced");
        assertThat(cast.who(reader)
                        .post("/news/new?kind=news", Desk.and(fields, "act", "publish"))
                        .status())
                .isNotEqualTo(303);
        assertThat(cast.who(reader)
                        .post("/news/" + id + "/edit", Desk.and(fields, "version", "0", "what", "All of it"))
                        .location())
                .doesNotContain("/news/");
        cast.who(reader).post("/news/" + id + "/archive");
        assertThat(cast.who("carer").get(path).body()).isEqualTo(before.body());
        assertThat(titlesIn(cast.who("editor").get("/news"))).doesNotContain("Defaced");
    }

    private Set<String> readable(String reader, List<String> kinds) {
        return kinds.stream()
                .flatMap(kind -> Cast.READ.get(reader).stream().map(audience -> kind + " for " + audience))
                .collect(Collectors.toSet());
    }

    /** Whichever of all titles stand in the page as links. */
    private Set<String> titlesIn(Page page) {
        assertThat(page.status()).isEqualTo(200);
        return Stream.of(published, drafts, away)
                .flatMap(titles -> titles.keySet().stream())
                .filter(title -> page.body().contains(">" + title + "</a>"))
                .collect(Collectors.toSet());
    }
}
