package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of page, seen by the person it is for, on the narrowest phone and on a wide screen, by day and by night, with all that opens
 * opened: axe finds nothing against WCAG 2.2 AA, and nothing makes the page scroll sideways.
 */
@Timeout(180)
@SuppressWarnings("try")
class AccessibilityBrowserIT {
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int NARROW = 320;
    private static final int WIDE = 1280;

    private final List<String> found = new ArrayList<>();
    private int looks;

    @TempDir
    Path data;

    @Test
    void noKindOfPageShutsAnybodyOut() throws Exception {
        int port = HubProcess.freePort();
        String origin = "http://localhost:" + port;
        try (Chromium chromium = Chromium.start();
                HubProcess hub = HubProcess.start("--port", Integer.toString(port), "--data", data.toString())) {
            strangers(visitor(chromium, origin));
            carers(visitor(chromium, origin).signedInAs("Tasneem Akhtar"));
            outsiders(visitor(chromium, origin).signedInAs("Amina Farah"));
            facilitators(visitor(chromium, origin).signedInAs("Gwen Hughes"));
            editors(visitor(chromium, origin).signedInAs("Helen Marsh"));
            moderators(visitor(chromium, origin).signedInAs("Alison Reid"));
            administrators(visitor(chromium, origin).signedInAs("Nadia Rowe"));
            assertThat(hub.output()).noneMatch(line -> line.contains("Exception"));
        }
        assertThat(looks).as("pages looked at").isGreaterThan(30);
        assertThat(found).isEmpty();
    }

    private void strangers(Visitor anybody) {
        see(anybody, "/", "/news", "/help", "/about/how", "/no-such-page");
        anybody.open("/groups");
        look(anybody, "sign-in");
        anybody.button("Sign in").click();
        look(anybody, "sign-in with errors");
    }

    private void carers(Visitor tasneem) {
        see(tasneem, "/", "/groups", "/me", "/library", "/training");
        tasneem.page().locator("main h2 a").first().click();
        look(tasneem, "training notice");
        tasneem.open("/news");
        tasneem.page().locator("main h2 a").first().click();
        look(tasneem, "news item");
        tasneem.open("/library");
        tasneem.page().locator("main li a").first().click();
        look(tasneem, "guide");
        String group = "/groups/larkhill-constellation";
        see(tasneem, group, group + "/people", group + "/about", group + "/leave");
        see(tasneem, "/threads/new?group=larkhill-constellation");
        thread(tasneem);
        look(tasneem, "thread");
        tasneem.button("Post reply").click();
        look(tasneem, "reply with an error");
        tasneem.type("Your reply", "Ours too.\n\n- one\n- two");
        tasneem.button("Preview").click();
        look(tasneem, "reply, previewed");
        thread(tasneem);
        tasneem.page().locator("summary").first().click();
        tasneem.page().locator("a[href$='/edit']").first().click();
        look(tasneem, "edit");
        tasneem.link("Delete this post").click();
        look(tasneem, "delete");
        report(tasneem);
    }

    private void report(Visitor tasneem) {
        thread(tasneem);
        tasneem.page()
                .locator("summary", new Page.LocatorOptions().setHasText("More for Dawn"))
                .first()
                .click();
        tasneem.page().locator("a[href*='/moderation/report']").first().click();
        look(tasneem, "report");
        tasneem.page().getByLabel("Something else").check();
        tasneem.button("Send the report").click();
        look(tasneem, "reported");
    }

    private void outsiders(Visitor amina) {
        see(amina, "/groups/northgate-cluster", "/groups/northgate-cluster/ask");
    }

    private void facilitators(Visitor gwen) {
        see(gwen, "/groups/larkhill-constellation/people");
        thread(gwen);
        gwen.link("Moderate").click();
        look(gwen, "moderate a thread");
    }

    private void editors(Visitor helen) {
        see(helen, "/news/desk?state=published", "/news/new?kind=training-notice");
        helen.button("Publish").click();
        look(helen, "training notice with errors");
    }

    private void moderators(Visitor alison) {
        see(alison, "/moderation");
        alison.page().locator("main h2 a").first().click();
        alison.button("Look at it").click();
        look(alison, "report, taken");
        see(alison, "/groups/living-with-teenagers/enter");
    }

    private void administrators(Visitor nadia) {
        see(nadia, "/accounts", "/accounts/amina-farah", "/accounts/invite", "/groups/register", "/groups/new");
        see(nadia, "/groups/larkhill-constellation/manage", "/audit");
    }

    private static void thread(Visitor visitor) {
        visitor.open("/groups/larkhill-constellation");
        visitor.link("Bedtimes since the clocks changed").click();
    }

    private void see(Visitor visitor, String... paths) {
        for (String path : paths) {
            visitor.open(path);
            look(visitor, path);
        }
    }

    private void look(Visitor visitor, String what) {
        looks++;
        Page page = visitor.page();
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        for (int width : new int[] {NARROW, WIDE}) {
            page.setViewportSize(width, 800);
            int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (wide > width) {
                found.add("%s at %d scrolls sideways: %d wide".formatted(what, width, wide));
            }
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                List<Rule> violations =
                        new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
                violations.forEach(rule -> rule.getNodes()
                        .forEach(node -> found.add("%s at %d, %s: %s, %s"
                                .formatted(what, width, scheme, rule.getHelp(), node.getHtml()))));
            }
        }
    }

    private static Visitor visitor(Chromium chromium, String origin) {
        return Visitor.with(chromium, origin, new Browser.NewContextOptions().setViewportSize(NARROW, 800));
    }
}
