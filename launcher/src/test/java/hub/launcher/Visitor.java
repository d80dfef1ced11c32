package hub.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody with a browser of their own, who finds things by the words on the page. */
record Visitor(BrowserContext browser, Page page, String origin) {

    /** On a phone's width, with JavaScript off. */
    static Visitor on(Chromium chromium, String origin) {
        return with(
                chromium,
                origin,
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
    }

    static Visitor with(Chromium chromium, String origin, Browser.NewContextOptions options) {
        BrowserContext browser = chromium.browser().newContext(options);
        return new Visitor(browser, browser.newPage(), origin);
    }

    /** As one of the people of the demo, whose name and password fill themselves in. */
    Visitor signedInAs(String who) {
        open("/oauth2/authorization/hearth");
        link("Be " + who).click();
        button("Sign in").click();
        assertThat(page).hasTitle("Home – Hearth");
        return this;
    }

    void open(String path) {
        page.navigate(path.startsWith("/") ? origin + path : path);
    }

    void type(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    /** The first link whose words hold these. */
    Locator link(String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .first();
    }

    Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    Locator title() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }
}
