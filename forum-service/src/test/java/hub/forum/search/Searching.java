package hub.forum.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Searches through the page: {@code Searching.found(session, "bedtimes")} are the addresses of what is found, in order. */
final class Searching {
    /** What is taken back is gone so soon, everywhere. */
    static final Duration SOON = Duration.ofSeconds(2);

    /** What is said is found as soon; a machine that tests much else at once may take longer. */
    private static final Duration IN_THE_END = Duration.ofSeconds(20);

    private static final Pattern HIT = Pattern.compile("<h3 class=\"news__title\"><a href=\"([^\"]*)\">");

    private Searching() {}

    static Page page(Session session, String question) {
        Page page = session.get("/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }

    static List<String> found(Session session, String question) {
        return in(page(session, question));
    }

    static List<String> in(Page page) {
        return HIT.matcher(page.body())
                .results()
                .map(hit -> hit.group(1).replace("&amp;", "&"))
                .toList();
    }

    static boolean finds(Session session, String question, String address) {
        return found(session, question).stream().anyMatch(hit -> hit.contains(address));
    }

    static void soonFinds(Session session, String question, String address) {
        await(question + " at " + address)
                .atMost(IN_THE_END)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> finds(session, question, address));
    }
}
