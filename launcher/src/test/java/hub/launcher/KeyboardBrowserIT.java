package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main errands without a mouse: Tab, the arrows, Space, Enter and what one types; and at each stop one sees where one is. */
@Timeout(180)
class KeyboardBrowserIT {
    /** The focus has an outline or a shadow, is on the screen, and nothing that floats lies over it. */
    private static final String SEEN = """
            () => {
              const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
              const own = style.outlineStyle !== 'none' && style.outlineWidth !== '0px' || style.boxShadow !== 'none';
              const label = e.labels && e.labels[0] ? [...e.parentElement.children].some(each =>
                  ['', '::before', '::after'].some(part => getComputedStyle(each, part || null).boxShadow !== 'none')) : false;
              return (own || label) && box.bottom > 0 && box.top < innerHeight;
            }
            """;

    @TempDir
    static Path data;

    @AutoClose
    private static HubAndBrowser running;

    @BeforeAll
    static void start() throws Exception {
        running = HubAndBrowser.start(data);
    }

    @Test
    void whoHasOnlyAKeyboardCanReadAndAnswer() {
        Visitor tasneem = at(1280).signedInAs("Tasneem Akhtar");
        Page page = tasneem.page();
        tasneem.open("/groups/larkhill-constellation");
        tasneem.link("Bedtimes since the clocks changed").click();
        tasneem.open(page.url());
        page.keyboard().press("Tab");
        assertThat(focused(page)).as("the first thing is the way past the menu").isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate("document.querySelector('main').contains(document.activeElement)"))
                .isTrue();
        fill(page, "text", "Typed without a mouse.");
        tabTo(page, "Post reply");
        page.keyboard().press("Enter");
        page.getByText("Typed without a mouse.").first().waitFor();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/groups/larkhill-constellation", "/library", "/threads/new?group=larkhill-constellation"})
    void theFocusVisitsEverythingInOrderAndIsSeen(String path) {
        Visitor tasneem = at(1280).signedInAs("Tasneem Akhtar");
        tasneem.open(path);
        Page page = tasneem.page();
        int places = (Integer)
                page.evaluate(
                        "[...document.querySelectorAll('a[href],button,input:not([type=hidden]),textarea,summary')].filter(e => e.checkVisibility()).map((e, i) => e.dataset.place = i).length");
        for (int place = 0; place < places; place++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.dataset.place"))
                    .as(path + ", after " + place + " steps: " + focused(page))
                    .isEqualTo(Integer.toString(place));
            assertThat((Boolean) page.evaluate(SEEN))
                    .as("seen: " + focused(page))
                    .isTrue();
        }
    }

    @Test
    void whoHasOnlyAKeyboardCanSignInAndReport() {
        Visitor tasneem = at(1280);
        tasneem.open("/groups");
        Page page = tasneem.page();
        enter(page, "Be Tasneem Akhtar");
        enter(page, "Sign in");
        page.waitForURL("**/groups");
        tasneem.open("/groups/larkhill-constellation");
        enter(page, "Bedtimes since the clocks changed");
        tabTo(
                page,
                "whose => document.activeElement.matches('summary') && document.activeElement.textContent.includes(whose)",
                "for Dawn Pickering’s post");
        page.keyboard().press("Enter");
        enter(page, "Report");
        choose(page, "reason", 2);
        enter(page, "Send the report");
        assertThat(tasneem.title().textContent()).isEqualTo("Thank you for telling us");
    }

    @Test
    void whoHasOnlyAKeyboardCanPublishANotice() {
        Visitor helen = at(1280).signedInAs("Helen Marsh");
        helen.open("/me");
        Page page = helen.page();
        enter(page, "Editors’ desk");
        enter(page, "Write news");
        fill(page, "title", "The office moves on Monday");
        fill(page, "summary", "One floor up, and there is a lift.");
        choose(page, "audience", 2);
        fill(page, "text", "The same numbers reach us.");
        enter(page, "Publish");
        assertThat(helen.title().textContent()).isEqualTo("The office moves on Monday");
        page.getByText("It is published").waitFor();
    }

    @Test
    void enterInAFieldOfANoticePublishesNothing() {
        Visitor helen = at(1280).signedInAs("Helen Marsh");
        helen.open("/news/new?kind=news");
        choose(helen.page(), "audience", 2);
        helen.page().locator("#title").focus();
        helen.page().keyboard().type("Half a thought");
        helen.page().keyboard().press("Enter");
        helen.page().getByText("Your draft is saved").waitFor();
    }

    @Test
    void whoHasOnlyAKeyboardCanTakeAReportAndDecide() {
        Visitor amina = at(1280).signedInAs("Amina Farah");
        amina.open("/groups/everyday-caring");
        amina.page().locator("main h3 a").first().click();
        amina.page().locator("summary").first().click();
        amina.link("Report").click();
        amina.page().getByLabel("It is unkind").check();
        amina.button("Send the report").click();

        Visitor alison = at(1280).signedInAs("Alison Reid");
        alison.open("/me");
        Page page = alison.page();
        enter(page, "Reports from members");
        enter(page, "It is unkind");
        enter(page, "Look at it");
        enter(page, "Decide");
        assertThat((Boolean) page.evaluate("document.activeElement.matches('.govuk-error-summary')"))
                .as("what is wrong has the focus")
                .isTrue();
        tabTo(page, "Choose what you will do");
        page.keyboard().press("Enter");
        assertThat((Boolean) page.evaluate("document.activeElement.name === 'outcome'"))
                .as("the line in the summary leads to its field")
                .isTrue();
        choose(page, "outcome", 3);
        fill(page, "note", "We talked about it.");
        enter(page, "Decide");
        page.getByText("Your answer is sent.").waitFor();
    }

    private static Visitor at(int width) {
        return running.visitor(new Browser.NewContextOptions().setViewportSize(width, 800));
    }

    /** To the link or button of these words, and Enter, which leads to another page. */
    private static void enter(Page page, String words) {
        tabTo(page, words);
        page.evaluate("document.documentElement.dataset.before = 'yes'");
        page.keyboard().press("Enter");
        page.locator("html:not([data-before])").waitFor();
        page.waitForLoadState();
    }

    private static void tabTo(Page page, String words) {
        tabTo(page, """
                words => document.activeElement !== document.body && [...document.activeElement.childNodes].some(part =>
                    !part.matches?.('.govuk-visually-hidden') && part.textContent.trim() === words)
                """, words);
    }

    private static void fill(Page page, String field, String text) {
        tabTo(page, "id => document.activeElement.id === id", field);
        page.keyboard().type(text);
    }

    /** The nth of some radio buttons, from the first: one stop for Tab, then Space and the arrow. */
    private static void choose(Page page, String field, int nth) {
        tabTo(page, "name => document.activeElement.name === name", field);
        page.keyboard().press("Space");
        for (int step = 1; step < nth; step++) {
            page.keyboard().press("ArrowDown");
        }
    }

    private static void tabTo(Page page, String there, String argument) {
        for (int step = 0; step < 200; step++) {
            if ((Boolean) page.evaluate(there, argument)) {
                assertThat((Boolean) page.evaluate(SEEN))
                        .as("seen: " + there + " " + argument)
                        .isTrue();
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Never came to " + there + " " + argument);
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.textContent.trim()");
    }
}
