package hub.resources.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import hub.resources.Cast;
import hub.resources.Desk;
import hub.resources.ResourcesPeople;
import hub.testkit.Browsing.Page;
import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A campaign for the audience of the place, as a draft, or put away. */
@TestFixture
final class CampaignsFixture implements MatrixFixture {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public Set<String> variables() {
        return Set.of("campaign");
    }

    @Override
    public Map<String, String> make(Place place) {
        String sort = place.sort();
        String audience = Cast.AUDIENCES.contains(sort) ? sort : "public";
        String title = "Campanula" + sort + " week " + NUMBER.incrementAndGet();
        Desk desk = new Desk(place.session("Helen"));
        Page sent = desk.send("campaign", sort.equals("draft") ? "save" : "publish", fields(audience, title));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        if (sort.equals("draft")) {
            return Map.of("campaign", "not-there-yet");
        }
        String path = sent.location().replaceFirst("[?].*", "");
        if (sort.equals("away")) {
            String edit =
                    desk.editor().get(path).body().replaceFirst("(?s).*href=\"(/news/[0-9a-z]{12})/edit\".*", "$1");
            assertThat(desk.editor().post(edit + "/archive").status()).isEqualTo(303);
        }
        return Map.of("campaign", path.replaceFirst(".*/", ""));
    }

    static String[] fields(String audience, String title) {
        return Desk.and(Desk.fields("campaign", audience, title), "from", "2096-10-08", "to", "2096-10-14");
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret("Campanula" + sort, ResourcesPeople.readers(sort)));
    }

    @Override
    public void secretsAreShown(Place place) {
        String sort = place.sort();
        if (Cast.AUDIENCES.contains(sort)) {
            assertThat(place.session("Helen")
                            .get("/campaigns/" + place.get("campaign"))
                            .body())
                    .contains("Campanula" + sort);
        }
    }

    @Override
    public Object stored(Place place) {
        return place.session("Helen").get("/campaigns/" + place.get("campaign")).body();
    }
}
