package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.mongo.Ids;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What no page of ours sends: the answer is a page of the house that says it did not work, never a fault of ours. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final List<String> STRANGE = List.of(
            "%00",
            "a%00b",
            "$where",
            "%7B%22$gt%22:%22%22%7D",
            "..%2F..",
            "%F0%9F%98%80",
            "%ED%A0%80",
            "%E2%80%AE",
            "a".repeat(3_000),
            "-1",
            "1:2",
            "99999999999999999999",
            "'%22%3E%3Cb%3E",
            "%25%7Bx%7D",
            "%23%7B1907*7%7D");

    @Autowired
    ApplicationContext hub;

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    ReactiveSessionRepository<?> repository;

    private Session session;
    private Account person;
    private Group group;
    private String thread;
    private String posts;
    private DisposableServer server;

    /** With all roles and in the group, so that what is sent comes as far as it can. */
    @BeforeAll
    void somebodyWhoMayEverything() {
        person = people.with("Everything", Role.values());
        group = making.aClosedGroup("Strange").facilitatedBy(person).there();
        session = browsing.as(person);
        thread = session.post("/threads", "group", group.id(), "title", "A conversation", "text", "Text")
                .location();
        posts = thread.replaceAll("/[^/]*$", "/posts");
        assertThat(thread).startsWith("/threads/");
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(
                        WebHttpHandlerBuilder.applicationContext(hub).build()))
                .bindNow();
    }

    @AfterAll
    void stop() {
        server.disposeNow();
    }

    Stream<String> addressesWithAnId() {
        return Stream.of(
                "/groups/{}",
                "/groups/{}/about",
                "/groups/{}/people",
                "/groups/{}/agreement",
                "/groups/{}/enter",
                "/groups/{}/manage",
                "/groups/{}/edit",
                "/groups/{}/nominate",
                "/groups/" + group.id() + "/people/{}/remove",
                "/groups/" + group.id() + "/people/{}/role",
                "/groups/" + group.id() + "/requests/{}/decline",
                "/threads/{}",
                "/threads/{}/slug",
                "/threads/{}/reply",
                "/threads/{}/moderate",
                thread.replaceAll("/[^/]*$", "") + "/posts/{}",
                thread.replaceAll("/[^/]*$", "") + "/posts/{}/edit",
                thread.replaceAll("/[^/]*$", "") + "/reply?to={}",
                thread + "?at={}",
                "/threads/new?group={}",
                "/moderation/report?post={}",
                "/moderation/reported?post={}",
                "/moderation/reports/{}",
                "/accounts/{}",
                "/accounts?state={}",
                "/about/{}",
                "/{}");
    }

    @ParameterizedTest
    @MethodSource("addressesWithAnId")
    void anIdThatIsNoneIsNotFound(String address) {
        for (String strange : STRANGE) {
            assertHousePage(session.get(address.replace("{}", strange)), address + " " + strange);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "suspend", "end", "link", ""})
    void anAccountThatIsNoneIsNotFoundByWhatIsSent(String act) {
        for (String strange : STRANGE) {
            String path = "/accounts/" + strange + (act.isEmpty() ? "" : "/" + act);
            assertHousePage(session.post(path, "name", "X", "roles", "carer"), path);
        }
    }

    Stream<String> cursors() {
        return Stream.of(
                thread + "?after={}",
                thread + "?before={}",
                group.path() + "?after={}",
                "/groups/register?after={}",
                "/accounts?afterName={}&afterId={}",
                "/audit?before={}",
                "/groups?done={}",
                "/groups/" + group.id() + "/manage?done={}",
                "/groups/" + group.id() + "/nominate?q={}",
                "/groups/" + group.id() + "/agreement?return={}");
    }

    @ParameterizedTest
    @MethodSource("cursors")
    void aForgedCursorIsNoFaultOfOurs(String address) {
        Stream.concat(
                        STRANGE.stream(),
                        Stream.of(
                                "../",
                                "",
                                "000001000002",
                                "%2B1000000000-12-31T23:59:59.999999999Z",
                                "-1000000000-01-01T00:00:00Z",
                                "2026-11-23T10:00:00.000000001Z",
                                "9999999999999:zzzzzzzzzzzz",
                                "//evil.example.org",
                                "%5C%5Cevil.example.org",
                                "(",
                                "%5B",
                                "%5CE%5CQ"))
                .forEach(forged -> {
                    Page answer = session.get(address.replace("{}", forged));
                    assertThat(answer.status()).as(address + " " + forged).isLessThan(500);
                    assertThat(answer.location()).doesNotContain("evil");
                    assertThat(answer.body()).doesNotContain("<b>", "13349");
                    if (answer.status() >= 400 && answer.status() != 422) {
                        assertHousePage(answer, address + " " + forged);
                    }
                });
    }

    @Test
    void namesAndTextsWithControlsAndSignsOfOtherLanguagesAreKeptAsText() {
        String hostile =
                "A $where {\"$gt\":\"\"} ${1907*7} #{1907*7} [[${1907*7}]] __${1907*7}__ <b>x</b> \u0000\u0007 \uD83D\uDE00";
        Page started = session.post("/threads", "group", group.id(), "title", hostile, "text", hostile);
        assertThat(started.status()).isEqualTo(303);
        assertThat(session.get(started.location()).body())
                .contains("$where", "${1907*7}", "#{1907*7}", "[[${1907*7}]]", "&lt;b&gt;")
                .doesNotContain("\u0000", "<b>x</b>", "13349");
        for (String half : List.of("\uD83D", "\uDE00\uD83D")) {
            assertThat(session.post(posts, "text", "Half a sign " + half).status())
                    .isLessThan(500);
        }
        Page report = session.post(
                "/moderation/report", "post", "$ne", "reason", "$regex", "words", hostile, "post[$ne]", "x");
        assertHousePage(report, "report");
        Page account = session.post("/accounts/" + person.id(), "name", hostile + "\u0000", "roles", "$all");
        assertThat(account.status()).isBetween(400, 499);
    }

    @Test
    void aFieldThatCameTwiceOrNotAtAllOrUnderAStrangeNameIsNoFaultOfOurs() {
        List<String> targets = List.of(
                "/threads",
                posts,
                thread.replaceAll("/[^/]*$", "") + "/lock",
                "/groups/new",
                "/groups/" + group.id() + "/edit",
                "/groups/" + group.id() + "/agreement",
                "/groups/" + group.id() + "/ask",
                "/groups/" + group.id() + "/nominate",
                "/groups/" + group.id() + "/people/" + person.id() + "/role",
                "/groups/" + group.id() + "/people/" + person.id() + "/remove",
                "/moderation/report",
                "/accounts/" + person.id(),
                "/accounts/invite");
        List<String> bodies = List.of(
                "",
                "&&==&",
                "text=a&text=b&title=abc&title=def&group=" + group.id() + "&version=1&version=2&reason=abc&reason=def",
                "version=abc&revision=abc&formKey=%00&name=x&kind=x&privacy=x",
                "version=99999999999999&formKey=$ne",
                "text[$ne]=1&class.module.classLoader=x&form=x&text.x.y[0]=1&[=1&]=&.=1&roles[9999999]=carer",
                "roles[0]=carer&roles[1]=$x&roles=administrator",
                "text=%00&title=%00&reason=%00&words=%00&q=%00&account=%00&role=%00");
        for (String target : targets) {
            for (String body : bodies) {
                Page answer = session.postRaw(target, body);
                assertThat(answer.status()).as(target + " " + body).isLessThan(500);
                assertThat(answer.body()).as(target + " " + body).doesNotContain("Exception", "hub.forum");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%zz", "text=%", "%=x", "text=%E0%A4%A", "text=%u0041"})
    void aFormThatIsNotWrittenAsFormsAreIsRefused(String body) {
        assertHousePage(session.postRaw(posts, body), body);
    }

    @Test
    void moreThanAPageCanHoldIsRefusedWithWords() {
        Page tooLarge = session.post(posts, "text", "x".repeat(300_000));
        assertThat(tooLarge.status()).isEqualTo(413);
        assertHousePage(tooLarge, "300 kB");
        assertThat(tooLarge.body()).contains(Words.of("error.tooLarge.title"));
        assertThat(session.post(posts, "text", "x".repeat(200_000)).status()).isEqualTo(422);
    }

    @Test
    void aFormKeyOfSomebodyElseIsNoFaultOfOursAndLeadsToNothingOfTheirs() {
        Account other = people.carer("Other Asker");
        String key = Ids.next();
        Group asked = making.aClosedGroup("Asked twice").facilitatedBy(person).there();
        assertThat(browsing.as(other)
                        .post("/groups/" + asked.id() + "/ask", "text", "Mine", "formKey", key)
                        .status())
                .isEqualTo(303);
        Account third = people.carer("Third Asker");
        assertThat(browsing.as(third)
                        .post("/groups/" + asked.id() + "/ask", "text", "Also mine", "formKey", key)
                        .status())
                .isEqualTo(303);
        assertThat(session.get("/groups/" + asked.id() + "/people").body()).contains("Mine", "Also mine");

        Session second = browsing.as(people.with("Second Moderator", Role.MODERATOR, Role.ADMINISTRATOR));
        Group entered = making.aHiddenGroup("Entered").there();
        for (Session moderator : List.of(session, second)) {
            assertThat(moderator
                            .post("/groups/" + entered.id() + "/enter", "reason", "To answer a call", "formKey", key)
                            .status())
                    .isEqualTo(303);
            assertThat(moderator
                            .post(
                                    "/groups/new",
                                    "name",
                                    "Made twice",
                                    "kind",
                                    "board",
                                    "privacy",
                                    "open",
                                    "area",
                                    "Here",
                                    "purpose",
                                    "For all",
                                    "version",
                                    "0",
                                    "formKey",
                                    key)
                            .status())
                    .isEqualTo(303);
            assertThat(moderator.get(entered.path()).status()).isEqualTo(200);
        }
    }

    /** What a browser's address bar would not send, on a real connection. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/threads/%",
                "/threads/%zz",
                "/threads/%0",
                "/threads/%00",
                "/groups/../accounts",
                "/groups/..%2faccounts",
                "/groups/%2e%2e/accounts",
                "//evil.example.org/",
                "/threads//x",
                "/threads/a;b=c/x",
                "/threads/a\\b",
                "/threads/{x}",
                "/threads/x?after=%zz",
                "/threads/x?after={y}|",
                "/threads/x?at",
                "/threads/x?&&=&at=1&at=2",
                "/moderation/report?post=%E0%A4%A",
                "*",
                "http://evil.example.org/threads/x",
                "/\u0001"
            })
    void anAddressThatIsNoneIsNoFaultOfOurs(String target) throws IOException {
        String cookie = new Sessions<>(repository).of(person);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: hub.example.org\r\nAccept: text/html\r\nCookie: "
                                    + Sessions.COOKIE + "=" + cookie + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).as(target).startsWith("HTTP/1.1 4").doesNotContain("Exception", "at hub.");
        }
    }

    private static void assertHousePage(Page answer, String what) {
        assertThat(answer.status()).as(what).isBetween(400, 499);
        assertThat(Objects.requireNonNull(answer.body()))
                .as(what)
                .contains("<!DOCTYPE html>", Words.of("error.help"), Words.of("error.home"))
                .doesNotContain("Exception", "hub.forum");
    }
}
