package hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.testkit.TestMongo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DemoIT {
    static final String PASSWORD = "lantern-demo-2026";
    static final DemoPerson DENISE =
            new DemoPerson("demo-denise", "Denise Holt", "denise@example.org", "hub carer, Alder constellation");

    @Test
    void aVisitorChoosesWhoToBeWithoutTyping() {
        try (EmbeddedProvider provider = start("demo-choose", true, PASSWORD)) {
            provider.addDemoPerson("demo-joe", "Joe O'Neill", "Joe@example.org", "staff editor");
            Browser browser = new Browser(provider.issuer());
            Hub hub = new Hub(provider.issuer(), browser);
            hub.authorize();

            Browser.Page page = browser.get("/sign-in");
            assertThat(page.body())
                    .contains("This is a demo. Choose who to be:", PASSWORD)
                    .contains("Denise Holt", "hub carer, Alder constellation", "/sign-in?as=denise@example.org")
                    .contains("Joe O&#39;Neill", "staff editor");
            Browser.Page filledIn = browser.get("/sign-in?as=denise@example.org");
            assertThat(filledIn.body())
                    .contains("value=\"denise@example.org\"", "value=\"" + PASSWORD + "\"")
                    .contains("You chose Denise Holt");
            Browser.Page signedIn = browser.post(
                    "/sign-in",
                    Browser.token(filledIn),
                    Map.of("username", "denise@example.org", "password", PASSWORD));
            assertThat(Hub.code(browser.get(signedIn.location()))).isNotBlank();
        }
    }

    @Test
    void onlyDemoPeopleAreFilledIn() {
        try (EmbeddedProvider provider = start("demo-only", true, PASSWORD)) {
            provider.invite("Joan Archer", "joan@example.org");
            for (String as : List.of("joan@example.org", "nobody@example.org", "<b>", "")) {
                Browser.Page page = new Browser(provider.issuer()).get("/sign-in?" + Browser.form(Map.of("as", as)));
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.body()).doesNotContain("value=\"" + PASSWORD + "\"", "joan@example.org", "<b>");
            }
        }
    }

    @Test
    void outsideADemoThereIsNoTraceOfOne() {
        try (EmbeddedProvider provider = start("demo-none", false, PASSWORD)) {
            Browser browser = new Browser(provider.issuer());
            for (String address : List.of("/sign-in", "/sign-in?as=denise@example.org")) {
                assertThat(browser.get(address).body().toLowerCase())
                        .doesNotContain("demo", "denise", PASSWORD, "choose who");
            }
            assertThat(Stored.people("demo-none").countDocuments()).isZero();
            assertThatThrownBy(() -> provider.addDemoPerson("x", "X", "x@example.org", "x"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void demoPeopleLeftFromAnEarlierStartCannotSignInLater() {
        start("demo-left", true, PASSWORD).close();
        try (EmbeddedProvider provider = start("demo-left", false, PASSWORD)) {
            assertThat(Stored.people("demo-left").countDocuments()).isOne();
            assertThat(new Browser(provider.issuer())
                            .fillIn("/sign-in", Map.of("username", DENISE.username(), "password", PASSWORD))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void theNextStartKeepsThePeopleAndTakesItsOwnPassword() {
        start("demo-next", true, PASSWORD).close();
        try (EmbeddedProvider provider = start("demo-next", true, "another-lantern")) {
            assertThat(new Hub(provider.issuer(), new Browser(provider.issuer()))
                            .signIn(DENISE.username(), "another-lantern"))
                    .isNotBlank();
            assertThat(Stored.people("demo-next").countDocuments()).isOne();
        }
    }

    private static EmbeddedProvider start(String database, boolean demo, String password) {
        return EmbeddedProvider.start(new Settings(
                0, TestMongo.uri(database), "", Hub.ORIGIN, Hub.SECRET, "Hearth", demo, List.of(DENISE), password));
    }
}
