package hub.resources.news;

import hub.resources.PublishedFixture;
import hub.testkit.TestFixture;

/** A piece of news. */
@TestFixture
final class NewsFixture extends PublishedFixture {
    NewsFixture() {
        super("news", "/news", "item", "slug");
    }
}
