package hub.resources;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.MatrixFixture;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One thing of a kind that editors publish: for the audience of the place, as a draft, or taken away. */
public abstract class PublishedFixture implements MatrixFixture {
    private final String kind;
    private final String folder;
    private final String item;
    private final String slug;

    /**
     * @param kind as the form names it
     * @param folder where it is read
     * @param item the variable that stands for its id
     * @param slug the variable that stands for the rest of its address
     */
    protected PublishedFixture(String kind, String folder, String item, String slug) {
        this.kind = kind;
        this.folder = folder;
        this.item = item;
        this.slug = slug;
    }

    @Override
    public Set<String> variables() {
        return Set.of(item, slug);
    }

    @Override
    public Map<String, String> make(Place place) {
        Desk desk = new Desk(place.session("Helen"));
        String audience = Cast.AUDIENCES.contains(place.sort()) ? place.sort() : "public";
        String[] fields = Desk.fields(kind, audience, "Zephyrine" + place.sort() + " " + kind);
        fields[Arrays.asList(fields).indexOf("text") + 1] = "Wolfsbane" + place.sort() + " is what it says.";
        fields = Desk.and(fields, "mustRead", audience.equals("public") ? "" : "true");
        String path = desk.send(kind, place.sort().equals("draft") ? "save" : "publish", fields)
                .location()
                .replaceFirst("[?].*", "");
        if (place.sort().equals("away")) {
            Page archived = desk.editor().post("/news/" + Desk.id(path) + "/archive");
            assertThat(archived.status()).isEqualTo(303);
        }
        return Map.of(item, Desk.id(path), slug, path.endsWith("/edit") ? "anything" : path.replaceAll(".*/", ""));
    }

    @Override
    public List<Secret> secrets(String sort) {
        Set<String> readers = ResourcesPeople.readers(sort);
        // Who writes is said in news, but in no line of the log.
        Set<String> all = ResourcesPeople.readers("public");
        return List.of(
                new Secret("Zephyrine" + sort, readers),
                new Secret("Wolfsbane" + sort, readers),
                new Secret("Amina", all),
                new Secret("Helen", all));
    }

    @Override
    public void secretsAreShown(Place place) {
        String sort = place.sort();
        Session reads =
                place.session(sort.equals("staff") ? "moderator" : Cast.AUDIENCES.contains(sort) ? "Joe" : "Helen");
        Page page = reads.get(folder + "/" + place.get(item));
        String body =
                page.status() == 200 ? page.body() : reads.get(page.location()).body();
        assertThat(body).as(sort).contains("Zephyrine" + sort, "Wolfsbane" + sort);
    }

    @Override
    public Object stored(Place place) {
        return place.session("Helen")
                .get("/news/" + place.get(item) + "/edit")
                .body()
                .replaceAll("name=\"(_csrf|formKey)\" value=\"[^\"]*\"", "");
    }
}
