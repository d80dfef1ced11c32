package hub.resources.news;

import hub.resources.PublishedFixture;
import hub.testkit.TestFixture;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A piece of news, and its first version. */
@TestFixture
final class NewsFixture extends PublishedFixture {
    private static final String VERSION = "textVersion";

    NewsFixture() {
        super("news", "/news", "item", "slug");
    }

    @Override
    public Set<String> variables() {
        Set<String> all = new HashSet<>(super.variables());
        all.add(VERSION);
        return all;
    }

    @Override
    public Map<String, String> make(Place place) {
        Map<String, String> all = new HashMap<>(super.make(place));
        all.put(VERSION, "0");
        return all;
    }

    @Override
    public String unknown(String variable) {
        return variable.equals(VERSION) ? "999" : super.unknown(variable);
    }
}
