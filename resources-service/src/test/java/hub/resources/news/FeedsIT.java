package hub.resources.news;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Role;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The manager's blog, feeds of what is public, and what other sites show of a link. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedsIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    Session helen;
    String post;
    String forCarers;

    @BeforeAll
    void aPostAndNews() {
        helen = browsing.as(people.with("Helen", Role.STAFF_EDITOR));
        Desk desk = new Desk(helen);
        post = desk.publishes("blog", "public", "Tea & <b>talk</b>");
        forCarers = desk.publishes("blog", "carers", "For carers alone");
        desk.publishes("news", "public", "News for all");
        desk.publishes("training-notice", "public", "A course");
        desk.drafts("news", "public", "Not out yet");
    }

    @Test
    void theBlogIsAColumnOfItsOwn() {
        String column = browsing.signedOut().get("/news/blog").body();
        assertThat(column)
                .contains("<h1>" + Words.of("news.blog.title") + "</h1>", "Tea &amp; &lt;b&gt;talk&lt;/b&gt;", post)
                .doesNotContain("News for all", "For carers alone");
        assertThat(browsing.as(people.carer("Amina")).get("/news/blog").body()).contains("For carers alone");
        assertThat(browsing.signedOut().get("/news").body()).contains(post, "href=\"/news/blog\"");
        assertThat(helen.get("/news/desk").body()).contains(Words.of("news.desk.new.blog"));
    }

    @Test
    void feedsHoldWhatIsPublicWhoeverAsks() throws Exception {
        for (Session reader : new Session[] {browsing.signedOut(), helen}) {
            String all = reader.get("/news/feed.atom").body();
            assertThat(all)
                    .contains(
                            "<title>Tea &amp; &lt;b&gt;talk&lt;/b&gt;</title>",
                            "<title>News for all</title>",
                            post + "</id>")
                    .doesNotContain("For carers alone", "Not out yet", "A course");
            assertThat(reader.get("/news/blog/feed.atom").body())
                    .contains("Tea &amp;")
                    .doesNotContain("News for all");
            assertThat(DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8)))
                            .getElementsByTagName("entry")
                            .getLength())
                    .isEqualTo(2);
        }
    }

    @Test
    void aCorrectionIsSaidOnThePageAndInTheFeed() {
        String path = new Desk(helen).publishes("blog", "public", "With a slip");
        String edit = "/news/" + Desk.id(path) + "/edit";
        var form = helen.get(edit);
        assertThat(helen.post(
                                edit,
                                Desk.and(
                                        Desk.fields("blog", "public", "With a slip"),
                                        "what",
                                        "It is Tuesday, not Monday.",
                                        "version",
                                        Desk.version(form),
                                        "formKey",
                                        form.formKey(),
                                        "act",
                                        "correct"))
                        .status())
                .isEqualTo(303);
        assertThat(browsing.signedOut().get(path).body()).contains("It is Tuesday, not Monday.");
        helen.post("/news/" + Desk.id(path) + "/archive");
    }

    @Test
    void whatOthersShowOfALinkIsSaidOnPublicPagesAlone() {
        assertThat(browsing.signedOut().get(post).body())
                .contains("<meta property=\"og:title\" content=\"Tea &amp; &lt;b&gt;talk&lt;/b&gt;\">")
                .containsPattern("<meta property=\"og:url\" content=\"http[^\"]*" + post + "\">");
        assertThat(helen.get(forCarers).body()).doesNotContain("og:title");
        assertThat(helen.get("/news").body()).doesNotContain("og:title");
    }
}
