package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.moderation.PersonAct;
import hub.forum.moderation.PersonActs;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;

/** Forms that come from another tab, another session or another site. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaleFormsIT {
    private static final String SIGN_IN = "/oauth2/authorization/hearth";
    private static final String WORDS = "Words from the other tab";

    @Autowired
    ApplicationContext hub;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    ReactiveSessionRepository<?> repository;

    @Autowired
    PersonActs acts;

    @Autowired
    Accounts accounts;

    private Sessions<?> sessions;
    private WebTestClient client;
    private Account amina;
    private Group group;
    private String title;
    private String session;
    private Visit.Answer form;

    @BeforeAll
    void aGroup() {
        sessions = new Sessions<>(repository);
        client = WebTestClient.bindToApplicationContext(hub)
                .configureClient()
                .responseTimeout(Duration.ofSeconds(30))
                .build();
        amina = people.carer("Amina Tabs");
        group = making.aHiddenGroup("Tabs").withMembers(amina).there();
    }

    @BeforeEach
    void aFormThatIsOpen(TestInfo test) {
        title = test.getTestMethod().orElseThrow().getName();
        session = sessions.of(amina);
        form = in(session).get("/threads/new?group=" + group.id());
    }

    private Visit in(String cookie) {
        return new Visit(client, cookie);
    }

    private Visit.Answer sent(Visit visit, Visit.Answer page) {
        return visit.post("/threads", page, fields());
    }

    private String[] fields() {
        return new String[] {"group", group.id(), "title", title, "text", WORDS, "writer", amina.id()};
    }

    /** Signing out in the other tab takes the session, its cookie and the token's. */
    private static Visit.Answer withoutCookies(Visit.Answer page) {
        return new Visit.Answer(
                page.status(), page.location(), page.body(), page.headers(), new LinkedMultiValueMap<>());
    }

    @Test
    void whoSignedOutInAnotherTabSignsInAndFindsTheWordsThere() {
        sessions.end(session);
        Visit.Answer led = sent(in(""), withoutCookies(form));
        assertThat(led.status()).isEqualTo(302);
        assertThat(led.location()).isEqualTo(SIGN_IN);

        String next =
                Objects.requireNonNull(led.cookies().getFirst(Sessions.COOKIE)).getValue();
        sessions.signIn(next, amina);
        Visit.Answer kept = in(next).get("/sign-in/kept");
        assertThat(kept.body()).contains(WORDS, "action=\"/threads\"");
        assertThat(sent(in(next), kept).status()).isEqualTo(303);
    }

    @Test
    void whoSignedOutInAnotherTabIsToldSoWhenSigningOutAgain() {
        Visit.Answer me = in(session).get("/me");
        sessions.end(session);
        for (Visit.Answer page : List.of(me, withoutCookies(me))) {
            Visit.Answer out = in("").post("/sign-out", page);
            assertThat(out.status()).isEqualTo(302);
            assertThat(out.location()).isEqualTo("/sign-in/out");
        }
        assertThat(in("").get("/sign-in/out").body()).contains("You are signed out");
    }

    @Test
    void whoSignedInAgainInAnotherTabFindsTheWordsThere() {
        String again = sessions.of(amina);
        Visit.Answer led = sent(in(again), form);
        assertThat(led.location()).isEqualTo("/sign-in/kept");
        assertThat(in(again).get("/sign-in/kept").body()).contains(WORDS);
    }

    @Test
    void whoeverWasWarnedReadsTheWarningFirstAndFindsTheWordsThere() {
        Account moderator = people.with("Mo Tabs", Role.MODERATOR);
        acts.act(
                        amina.id(),
                        PersonAct.Kind.WARNING,
                        "It names a place",
                        null,
                        "warned",
                        accounts.viewer(moderator.id()).block())
                .block();
        Visit.Answer led = sent(in(session), form);
        assertThat(led.location()).startsWith("/moderation/acts/").endsWith("?back=%2Fsign-in%2Fkept");
        Visit.Answer warning = in(session).get(led.location());
        assertThat(warning.body()).contains("It names a place");
        String read = led.location().replaceAll("\\?.*", "/read");
        assertThat(in(session).post(read, warning, "back", "/sign-in/kept").location())
                .isEqualTo("/sign-in/kept");
        Visit.Answer kept = in(session).get("/sign-in/kept");
        assertThat(kept.body()).contains(WORDS, "action=\"/threads\"");
        assertThat(sent(in(session), kept).location()).startsWith("/threads/");
    }

    @Test
    void theFormOfAnotherSessionIsNotTaken() {
        Account joe = people.carer("Joe Tabs");
        Visit.Answer others = sent(in(sessions.of(joe)), form);
        assertThat(others.status()).isEqualTo(403);
        assertThat(others.body()).contains("This page was open for a long time", WORDS);
        assertThat(in(session).get(group.path()).body()).doesNotContain(title);
        assertThat(sent(in(session), form).status()).as("its own takes it").isEqualTo(303);
    }

    @Test
    void aFormOfAnotherSiteIsRefusedAlsoWithARightToken() {
        for (String foreign : List.of("https://elsewhere.example.com", "null", "http://localhost:1", "http://[")) {
            Visit.Answer refused = in(session).postFrom(foreign, "/threads", form, fields());
            assertThat(refused.status()).as(foreign).isEqualTo(403);
            assertThat(refused.body()).doesNotContain(WORDS);
            assertThat(in("").postFrom(foreign, "/threads", form, fields()).status())
                    .as("nor is it kept")
                    .isEqualTo(403);
        }
        assertThat(in(session)
                        .postFrom("http://localhost", "/threads", form, fields())
                        .status())
                .isEqualTo(303);
    }

    @Test
    void nothingIsTakenForAnotherTypeThanItSays() {
        for (String path : List.of("/assets/none.css", "/threads/..;/x", "/help", "/no-such-place")) {
            assertThat(in("").get(path).headers().getFirst("X-Content-Type-Options"))
                    .as(path)
                    .isEqualTo("nosniff");
        }
    }
}
