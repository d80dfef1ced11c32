package hub.resources.publishing;

import hub.platform.identity.Role;
import hub.platform.text.Markdown;
import hub.platform.web.Content;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ResourcesIT
class ScratchIT {
    @Autowired People people;
    @Autowired Browsing browsing;
    @Autowired Markdown markdown;
    @Autowired PublicationStore store;
    @Autowired DemoStore demo;
    @Autowired Clock clock;

    @Test
    void dump() throws Exception {
        Session helen = browsing.as(people.with("Helen Marsh", Role.STAFF_EDITOR));
        Session carol = browsing.as(people.with("Carol Fenwick", Role.CARER, Role.KINSHIP_CARER));
        new DemoPublications(new Content(Path.of("../content")), markdown, store, demo, clock).load().block();
        Files.createDirectories(Path.of("/tmp/pages"));
        String news = carol.get("/news").body();
        put("news", news);
        put("training", carol.get("/training").body());
        String t = carol.get("/training").body().replaceFirst("(?s).*href=\"(/training/[0-9a-z]{12}/paediatric[^\"]*)\".*", "$1");
        put("notice", carol.get(t).body());
        String n = news.replaceFirst("(?s).*href=\"(/news/[0-9a-z]{12}/who-to-ring[^\"]*)\".*", "$1");
        put("item", carol.get(n).body());
        put("library", carol.get("/library").body());
        put("piece", carol.get("/library/writing-a-daily-log").body());
        put("topic", carol.get("/library/topics/kinship").body());
        put("desk", helen.get("/news/desk?state=published").body());
        put("edit", helen.get("/news/" + Desk.id(t) + "/edit").body());
        put("wrong", new Desk(helen).send("training-notice", "publish", "title", "A", "text", "Hello").body());
        put("new", helen.get("/news/new?kind=news").body());
        put("archive", helen.get("/news/" + Desk.id(t) + "/archive").body());
        String draft = new Desk(helen).drafts("news", "carers", "Half an idea");
        put("draft", helen.get(helen.get(draft.replace("/edit", "")).location()).body());
        Browsing.Page seen = helen.get(draft);
        Session priya = browsing.as(people.with("Priya Nair", Role.STAFF_EDITOR));
        priya.post(draft, Desk.and(Desk.fields("news", "carers", "Another idea"), "version", Desk.version(seen), "act", "save"));
        put("conflict", helen.post(draft, Desk.and(Desk.fields("news", "carers", "My idea"), "version", Desk.version(seen), "act", "save")).body());
        put("public", browsing.signedOut().get("/news").body());
    }

    private static void put(String name, String body) throws Exception {
        Files.writeString(Path.of("/tmp/pages/" + name + ".html"), body);
    }
}
