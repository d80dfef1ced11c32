package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of page, seen by the person it is for, on the narrowest phone and on a wide screen, by day and by night, with all that opens
 * opened: axe finds nothing against WCAG 2.2 AA, and nothing makes the page scroll sideways.
 */
@Timeout(180)
class AccessibilityBrowserIT {
    private static final String EVERY_RULE =
            "{\"type\": \"tag\", \"values\": [\"wcag2a\", \"wcag2aa\", \"wcag21a\", \"wcag21aa\", \"wcag22aa\"]}";
    /** What night changes: nothing but the colours. */
    private static final String CONTRAST = "{\"type\": \"rule\", \"values\": [\"color-contrast\"]}";

    /**
     * What reaches out of the page, and what hides a part of its own words. A table of data may be wider than its box (WCAG 1.4.10) if that box can be scrolled,
     * by keyboard too.
     */
    private static final String CUT_OFF = """
            () => [
              ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
              ...[...document.querySelectorAll('body *')].filter(e => {
                const box = e.getBoundingClientRect(), style = getComputedStyle(e);
                return box.width > 1 && style.overflowX !== 'visible' && !['TEXTAREA', 'INPUT', 'SELECT'].includes(e.tagName)
                    && !(style.overflowX === 'auto' && e.tabIndex === 0 && e.querySelector(':scope > table'))
                    && e.scrollWidth > e.clientWidth + 1;
              }).map(e => e.outerHTML.slice(0, 200))]
            """;

    private static final String AXE = axeSource();
    private static final int NARROW = 320;
    private static final int WIDE = 1280;

    private final List<String> found = new ArrayList<>();
    private int looks;

    @TempDir
    static Path data;

    @AutoClose
    private static HubAndBrowser running;

    @BeforeAll
    static void start() throws Exception {
        running = HubAndBrowser.start(data);
    }

    @Test
    void noKindOfPageShutsAnybodyOut() {
        strangers(visitor());
        carers(visitor().signedInAs("Tasneem Akhtar"));
        outsiders(visitor().signedInAs("Amina Farah"));
        facilitators(visitor().signedInAs("Gwen Hughes"));
        editors(visitor().signedInAs("Helen Marsh"));
        moderators(visitor().signedInAs("Alison Reid"));
        recruiters(visitor().signedInAs("Joanne Tranter"));
        administrators(visitor().signedInAs("Nadia Rowe"));
        assertThat(looks).as("pages looked at").isGreaterThan(25);
        assertThat(found).isEmpty();
    }

    private void strangers(Visitor anybody) {
        see(anybody, "/styleguide", "/", "/help", "/about/how", "/ambassadors", "/no-such-page");
        see(anybody, "/clusters", "/clusters/riverside-cluster");
        anybody.page().locator("main h3 a").first().click();
        look(anybody, "public date of a cluster");
        anybody.open("/groups");
        anybody.button("Sign in").click();
        look(anybody, "sign-in with errors");
    }

    private void carers(Visitor tasneem) {
        see(tasneem, "/", "/groups", "/me", "/library", "/news", "/search", "/search?q=bedtmies");
        tasneem.open("/training");
        tasneem.page().locator("main h2 a").first().click();
        look(tasneem, "training notice");
        tasneem.open("/news");
        tasneem.page().locator("main h2 a").first().click();
        look(tasneem, "news item");
        tasneem.open("/library");
        tasneem.page().locator("main li a").first().click();
        look(tasneem, "guide");
        String group = "/groups/larkhill-constellation";
        see(tasneem, group, group + "/about", "/threads/new?group=larkhill-constellation");
        thread(tasneem);
        look(tasneem, "thread");
        tasneem.type("Your reply", "Ours too.\n\n- one\n- two");
        tasneem.button("Preview").click();
        look(tasneem, "reply, previewed");
        thread(tasneem);
        tasneem.page().locator("summary").first().click();
        tasneem.page().locator("a[href$='/edit']").first().click();
        tasneem.link("Delete this post").click();
        look(tasneem, "delete");
        report(tasneem);
        see(tasneem, "/meetings", "/guidance", "/guidance/new", "/places");
        tasneem.open("/meetings");
        tasneem.page().locator("main h3 a").first().click();
        look(tasneem, "meeting");
        see(tasneem, "/following", "/following/larkhill-constellation", "/profiles/own", "/notifications/choices");
    }

    private void report(Visitor tasneem) {
        thread(tasneem);
        tasneem.page()
                .locator("summary", new Page.LocatorOptions().setHasText("More for Dawn"))
                .first()
                .click();
        tasneem.page().locator("a[href*='/moderation/report']").first().click();
        tasneem.page().getByLabel("Something else").check();
        tasneem.button("Send the report").click();
        look(tasneem, "reported");
    }

    private void outsiders(Visitor amina) {
        see(amina, "/groups/northgate-cluster");
    }

    private void facilitators(Visitor gwen) {
        see(gwen, "/groups/larkhill-constellation/people");
        String meetings = "/meetings/in/larkhill-cluster";
        see(gwen, meetings, meetings + "/new", meetings + "/lead", meetings + "/topics");
        gwen.open(meetings);
        gwen.page().locator("main h3 a").first().click();
        String meeting = gwen.page().url();
        for (String page : List.of("/edit", "/repeat", "/cancel", "/for", "/sheet", "/poster")) {
            gwen.page().navigate(meeting + page);
            look(gwen, "meeting" + page);
        }
        thread(gwen);
        gwen.link("Moderate").click();
        look(gwen, "moderate a thread");
    }

    private void editors(Visitor helen) {
        see(helen, "/news/desk?state=published", "/news/new?kind=training-notice");
        helen.button("Publish").click();
        look(helen, "training notice with errors");
        see(helen, "/library/sleep-and-settling/files");
        helen.button("Attach it").click();
        look(helen, "files of a guide, with errors");
        helen.page().locator("a[href$='/remove']").first().click();
        look(helen, "taking a file away");
    }

    private void moderators(Visitor alison) {
        see(alison, "/moderation", "/moderation/decided");
        alison.open("/moderation");
        alison.page().locator("main h2 a[href*='/appeals/']").first().click();
        look(alison, "appeal");
        alison.open("/moderation");
        alison.link("Something else").click();
        alison.button("Look at it").click();
        look(alison, "report, taken");
        see(alison, "/moderation/people/patrick-nolan", "/moderation/replies", "/moderation/figures");
    }

    private void recruiters(Visitor joanne) {
        see(joanne, "/ambassadors/register", "/enquiries/figures", "/enquiries/desk");
        joanne.page().locator("main h2 a, main h3 a").first().click();
        look(joanne, "enquiry");
    }

    private void administrators(Visitor nadia) {
        see(nadia, "/accounts", "/accounts/amina-farah", "/accounts/import", "/status", "/groups/new", "/audit");
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
        page.evaluate(AXE);
        for (int width : new int[] {NARROW, WIDE}) {
            page.setViewportSize(width, 800);
            int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (wide > width) {
                found.add("%s at %d scrolls sideways: %d wide".formatted(what, width, wide));
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            axe(page, EVERY_RULE).forEach(fault -> found.add("%s at %d: %s".formatted(what, width, fault)));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            axe(page, CONTRAST).forEach(fault -> found.add("%s at %d, by night: %s".formatted(what, width, fault)));
        }
        large(page, what);
    }

    /** A wide screen at 400 %, which is low as well, and a phone whose text alone is twice as large. */
    private void large(Page page, String what) {
        page.setViewportSize(NARROW, 225);
        cutOff(page, what + " at 400 %");
        page.setViewportSize(390, 800);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        cutOff(page, what + " with text of 200 %");
        page.evaluate("document.documentElement.style.fontSize = ''");
    }

    private void cutOff(Page page, String what) {
        ((List<?>) page.evaluate(CUT_OFF)).forEach(part -> found.add("%s: cut off: %s".formatted(what, part)));
    }

    /** Runs in the page itself: the library's own way opens a second page for each run and takes five times as long. */
    private static List<?> axe(Page page, String rules) {
        return (List<?>) page.evaluate(
                "rules => axe.run(document, {runOnly: JSON.parse(rules), resultTypes: ['violations'], preload: false}).then(results =>"
                        + " results.violations.flatMap(rule => rule.nodes.map(node => rule.help + ', ' + node.html)))",
                rules);
    }

    private static String axeSource() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Visitor visitor() {
        return running.visitor(new Browser.NewContextOptions().setViewportSize(NARROW, 800));
    }
}
