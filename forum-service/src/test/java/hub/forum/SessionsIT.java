package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Real sessions, tokens and headers: nothing of the security is stood in for but the provider. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsIT {
    private static final Pattern INLINE = Pattern.compile(
            "<script(?! src=\"/assets/)|<style|\\sstyle=|\\son[a-z]+=\"|javascript:", Pattern.CASE_INSENSITIVE);

    @Autowired
    ApplicationContext hub;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    Accounts accounts;

    @Autowired
    ReactiveSessionRepository<?> repository;

    private Sessions<?> sessions;
    private WebTestClient client;
    private Account amina;
    private Account joe;
    private Group group;
    private String thread;

    @BeforeAll
    void aConversation() {
        sessions = new Sessions<>(repository);
        client = WebTestClient.bindToApplicationContext(hub).build();
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        group = making.aHiddenGroup("Plover").withMembers(amina, joe).there();
        Visit visit = visit(sessions.of(amina));
        Visit.Answer form = visit.get("/threads/new?group=" + group.id());
        thread = visit.post("/threads", form, "group", group.id(), "title", "Bedtimes", "text", "Nobody sleeps")
                .location();
        assertThat(thread).startsWith("/threads/");
    }

    @Test
    void whatWasTypedSurvivesAnEndedSessionAndComesBackToItsWriterAlone() {
        String session = sessions.of(joe);
        Visit.Answer form = visit(session).get(thread);
        sessions.end(session);
        String posts = thread.replaceAll("/[^/]*$", "/posts");
        Visit.Answer led = visit(session).post(posts, form, "text", "Words that are kept", "writer", joe.id());
        assertThat(led.status()).isEqualTo(302);
        assertThat(led.location()).isEqualTo("/oauth2/authorization/hearth");
        String next =
                Objects.requireNonNull(led.cookies().getFirst(Sessions.COOKIE)).getValue();
        assertThat(next).isNotEqualTo(session);

        sessions.signIn(next, amina);
        Visit.Answer others = visit(next).get("/sign-in/kept");
        assertThat(others.status()).isEqualTo(303);
        assertThat(others.location()).isEqualTo("/");
        assertThat(others.body()).doesNotContain("Words that are kept");

        sessions.signIn(next, joe);
        Visit.Answer kept = visit(next).get("/sign-in/kept");
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body()).contains("Words that are kept", "action=\"" + posts + "\"");
        assertThat(visit(next)
                        .post(posts, kept, "text", "Words that are kept", "writer", joe.id())
                        .status())
                .isEqualTo(303);
        assertThat(visit(sessions.of(amina)).get(thread).body()).contains("Words that are kept");
    }

    /** A session that a new link has ended, and one that was older than the limit: nobody can have known. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasTypedSurvivesASessionThatTheHubItselfEnds(boolean byNewLink) {
        Account kim = people.carer("Kim " + byNewLink);
        Group board = making.aBoard("Board " + byNewLink).there();
        String session = sessions.of(kim);
        Visit.Answer form = visit(session).get("/threads/new?group=" + board.id());
        assertThat(form.status()).isEqualTo(200);
        if (byNewLink) {
            accounts.newLinkMade(
                            kim.id(), new Viewer("desk", "Desk", "", Approval.APPROVED, Set.of(Role.ADMINISTRATOR)))
                    .block();
        } else {
            sessions.began(session, Instant.now().minus(Duration.ofDays(61)));
        }

        Visit.Answer led = visit(session)
                .post(
                        "/threads",
                        form,
                        "group",
                        board.id(),
                        "title",
                        "Long night",
                        "text",
                        "Words that took an hour",
                        "writer",
                        kim.id());

        assertThat(led.status()).isIn(302, 303);
        assertThat(led.location()).isEqualTo("/oauth2/authorization/hearth");
        String next =
                Objects.requireNonNull(led.cookies().getFirst(Sessions.COOKIE)).getValue();
        assertThat(next).isNotEmpty().isNotEqualTo(session);
        assertThat(visit(session).get("/me").location())
                .as("the old one is worth nothing")
                .isEqualTo("/oauth2/authorization/hearth");
        assertThat(visit(next).get("/sign-in/kept").body())
                .as("who has not signed in")
                .doesNotContain("Words that took");
        sessions.signIn(next, kim, Instant.now().plusSeconds(1));
        assertThat(visit(next).get("/sign-in/kept").body()).contains("Long night", "Words that took an hour");
    }

    @Test
    void aKeptFormThatWasMeantForAnotherSiteIsNotSentThere() {
        Visit.Answer form = visit(sessions.of(joe)).get(thread);
        Visit.Answer led = visit("").post("//evil.example.org/take", form, "text", "x", "writer", joe.id());
        assertThat(led.status()).isEqualTo(400);
    }

    @Test
    void whoIsNotSignedInComesBackToWhereTheyWantedToGo() {
        Visit.Answer led = visit("").get(thread + "?at=1");
        assertThat(led.status()).isEqualTo(302);
        assertThat(led.location()).isEqualTo("/oauth2/authorization/hearth");
        ResponseCookie cookie = Objects.requireNonNull(led.cookies().getFirst("HEARTH_RETURN"));
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8))
                .as("without the title: the next person on this phone learns nothing from it")
                .isEqualTo(thread.substring(0, thread.lastIndexOf('/')) + "?at=1");
        assertThat(led.cookies()).as("a stranger's visit costs no session").doesNotContainKey(Sessions.COOKIE);
    }

    @Test
    void theCookiesCannotBeReadByScriptsNorSentFromOtherSites() {
        Visit.Answer form = visit(sessions.of(joe)).get(thread);
        Visit.Answer led = visit("").post("/threads", form, "text", "x");
        for (String name : List.of(Sessions.COOKIE, "HEARTH_CSRF")) {
            ResponseCookie cookie = Objects.requireNonNull(
                    name.equals(Sessions.COOKIE)
                            ? led.cookies().getFirst(name)
                            : form.cookies().getFirst(name));
            assertThat(cookie.isHttpOnly()).as(name).isTrue();
            assertThat(cookie.getSameSite()).as(name).isEqualTo("Lax");
            assertThat(cookie.getPath()).as(name).isEqualTo("/");
        }
        EntityExchangeResult<byte[]> underTls = client.get()
                .uri(URI.create("https://hub.example.org/threads/new"))
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody()
                .returnResult();
        assertThat(underTls.getResponseCookies().values().stream().flatMap(List::stream))
                .isNotEmpty()
                .allMatch(ResponseCookie::isSecure);
    }

    @Test
    void everyPageForbidsWhatStandsInItAsScriptOrStyleAndHasNone() {
        String signedIn = sessions.of(amina);
        String awaiting = sessions.of(people.person("Waiting", Approval.AWAITING));
        Visit.Answer page = visit(signedIn).get(thread);
        List<Visit.Answer> answers = List.of(
                page,
                visit(signedIn).get("/"),
                visit(signedIn).get("/groups"),
                visit(signedIn).get(group.path()),
                visit(signedIn).get("/groups/" + group.id() + "/people"),
                visit(signedIn).get("/threads/new?group=" + group.id()),
                visit(signedIn).get("/me"),
                visit(signedIn).get("/no-such-place"),
                visit(signedIn).get("/threads/..;/x"),
                visit(signedIn).post("/threads", page, "group", group.id(), "title", "x", "text", ""),
                visit(signedIn).post("/threads", null, "text", "x"),
                visit(awaiting).get("/groups"),
                visit("").get("/"),
                visit("").get("/help"),
                visit("").get("/about/privacy"),
                visit("").get("/sign-in/failed"),
                visit("").get("/groups"));
        for (Visit.Answer answer : answers) {
            String policy = answer.headers().getFirst("Content-Security-Policy");
            assertThat(policy)
                    .as(answer.status() + " " + answer.body())
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline", "unsafe-eval", "*");
            assertThat(INLINE.matcher(answer.body()).find()).as(answer.body()).isFalse();
        }
    }

    @Test
    void aFormWithoutItsTokenIsNotSentAndGivesBackWhatWasTyped() {
        String session = sessions.of(joe);
        Visit.Answer refused = visit(session)
                .post("/threads", null, "group", group.id(), "title", "My title", "text", "A <long> text");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains(Words.of("error.stale.title"), "My title", "A &lt;long&gt; text");
        Visit.Answer noText = visit(session).post("/groups/" + group.id() + "/leave", null);
        assertThat(noText.status()).isEqualTo(403);
        assertThat(noText.body()).doesNotContain("<textarea");
        Visit.Answer wrong = visit(session)
                .postAs(
                        "/threads",
                        visit(session).get(thread),
                        MediaType.APPLICATION_FORM_URLENCODED,
                        "text=%zz&_csrf=wrong");
        assertThat(wrong.status()).isBetween(400, 499);
        assertThat(visit(session).get(group.path()).status())
                .as("nothing was done")
                .isEqualTo(200);
    }

    @Test
    void everyFormInWhichPeopleWriteSaysWhomItWasShownTo() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(templates.filter(file -> file.toString().endsWith(".html")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        String html = Files.readString(file);
                        for (String form : html.split("(?=<form )|(?<=</form>)")) {
                            boolean writes = form.startsWith("<form ")
                                    && form.contains("method=\"post\"")
                                    && (form.contains(":: area(")
                                            || form.contains(":: text(")
                                            || form.contains("<textarea"));
                            if (writes) {
                                assertThat(form.contains("name=\"writer\"") || form.contains(":: hidden("))
                                        .as("without it, what was typed is lost with the session: " + form)
                                        .isTrue();
                            }
                        }
                    });
        }
    }

    private Visit visit(String session) {
        return new Visit(client, session);
    }
}
