package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a phone with an empty cache fetches to show a page for the first time, as it comes over the wire. */
@Timeout(180)
@SuppressWarnings("try")
class FirstViewBrowserIT {
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_REQUESTS = 10;

    @TempDir
    Path data;

    @Test
    void theFirstViewIsSmall() throws Exception {
        int port = Ports.freePair();
        String origin = "http://localhost:" + port;
        DemoData.copyTo(data);
        Map<String, View> views = new LinkedHashMap<>();
        try (Chromium chromium = Chromium.start();
                HubProcess hub = HubProcess.start("--port", Integer.toString(port), "--data", data.toString())) {
            Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(390, 844);
            Visitor anybody = Visitor.with(chromium, origin, phone);
            for (String path : List.of("/", "/help", "/about/how", "/news", "/library", "/groups")) {
                views.put("signed out " + path, view(anybody.page(), origin + path));
            }
            Visitor tasneem = Visitor.with(chromium, origin, phone).signedInAs("Tasneem Akhtar");
            List<String> paths = new ArrayList<>(List.of(
                    "/",
                    "/groups",
                    "/groups/larkhill-constellation",
                    "/groups/larkhill-constellation/people",
                    "/groups/larkhill-constellation/about",
                    "/threads/new?group=larkhill-constellation",
                    "/library",
                    "/news",
                    "/training",
                    "/me"));
            tasneem.open("/groups/larkhill-constellation");
            paths.add(path(tasneem, "#main h3 a[href^='/threads/']"));
            tasneem.open("/library");
            paths.add(path(tasneem, "#main li a"));
            tasneem.open("/training");
            paths.add(path(tasneem, "#main h2 a"));
            for (String path : paths) {
                views.put("a carer " + path, view(tasneem.page(), origin + path));
            }
            Visitor helen = Visitor.with(chromium, origin, phone).signedInAs("Helen Marsh");
            views.put("an editor /news/new", view(helen.page(), origin + "/news/new?kind=training-notice"));
            assertThat(hub.output()).noneMatch(line -> line.contains("Exception"));
        }
        System.out.println("First view, cold cache: requests, bytes on the wire");
        views.forEach((page, view) -> System.out.printf("%4d %,8d  %s%n", view.requests, view.bytes, page));
        assertThat(views).allSatisfy((page, view) -> {
            assertThat(view.requests).as(page).isBetween(2, MOST_REQUESTS);
            assertThat(view.bytes).as(page).isBetween(5_000L, (long) MOST_BYTES);
        });
    }

    private static String path(Visitor visitor, String link) {
        return visitor.page().locator(link).first().getAttribute("href");
    }

    private static View view(Page page, String address) {
        View view = new View();
        CDPSession wire = page.context().newCDPSession(page);
        wire.send("Network.enable");
        JsonObject cold = new JsonObject();
        cold.addProperty("cacheDisabled", true);
        wire.send("Network.setCacheDisabled", cold);
        wire.on("Network.loadingFinished", finished -> {
            view.requests++;
            view.bytes += finished.get("encodedDataLength").getAsLong();
        });
        page.navigate(address);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        wire.detach();
        return view;
    }

    /** Bytes with headers, each file as compressed as it came. */
    private static final class View {
        private int requests;
        private long bytes;
    }
}
