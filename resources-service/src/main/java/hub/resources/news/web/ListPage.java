package hub.resources.news.web;

import hub.resources.publishing.PublicationLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param column the beginning of the messages of its title and lead: news, or news.blog
 * @param feed where what is public of it can be followed
 * @param newer where the list begins, on any page but the first; else null
 * @param older where the next page is; null on the last
 */
record ListPage(
        String column,
        String feed,
        List<NewsSections.Section> sections,
        List<PublicationLine> lines,
        @Nullable String newer,
        @Nullable String older) {}
