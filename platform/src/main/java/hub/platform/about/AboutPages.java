package hub.platform.about;

import hub.platform.content.Content;
import hub.platform.text.Markdown;
import hub.platform.time.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Flux;

/** The pages about the hub from {@code content/pages}: what it is, privacy, accessibility, the community code. Read at start. */
@Service
public class AboutPages implements SmartInitializingSingleton {
    private static final Pattern NUMBERED = Pattern.compile("<h2>([1-9][0-9]?)\\. ([^<]*)</h2>");
    private static final Pattern ANCHORED = Pattern.compile("<h2 id=\"part-([0-9]+)\">[0-9]+\\. ([^<]*)</h2>");

    private final Content content;
    private final Markdown markdown;
    private final Times times;
    private volatile Map<String, AboutPage> pages = Map.of();

    AboutPages(Content content, Markdown markdown, Times times) {
        this.content = content;
        this.markdown = markdown;
        this.times = times;
    }

    @Override
    public void afterSingletonsInstantiated() {
        pages = Flux.fromIterable(content.files("pages", ".md"))
                .map(content::page)
                .flatMap(page -> markdown.article(page.body())
                        .map(html -> new AboutPage(
                                page.slug(),
                                page.required("title"),
                                page.optional("summary", ""),
                                anchored(html),
                                page.date("updated").map(times::day).orElse(""))))
                .collectMap(AboutPage::slug, page -> page, TreeMap::new)
                .blockOptional()
                .orElseThrow();
    }

    /** A numbered heading can be linked to: "2. No child can be known" is {@code #part-2}. */
    private static String anchored(String html) {
        return NUMBERED.matcher(html).replaceAll("<h2 id=\"part-$1\">$1. $2</h2>");
    }

    /**
     * The numbered parts of a page, in their order; none of a page that there is not.
     *
     * @param slug such as {@code code}
     */
    public List<Part> parts(String slug) {
        return find(slug)
                .map(page -> ANCHORED.matcher(page.html())
                        .results()
                        .map(part -> new Part(
                                Integer.parseInt(part.group(1)),
                                HtmlUtils.htmlUnescape(part.group(2)),
                                "/about/" + slug + "#part-" + part.group(1)))
                        .toList())
                .orElse(List.of());
    }

    /** @param href where it stands */
    public record Part(int number, String title, String href) {}

    public Optional<AboutPage> find(String slug) {
        return Optional.ofNullable(pages.get(slug));
    }

    /** @param updated the day as a person says it; empty if the file does not say */
    public record AboutPage(String slug, String title, String summary, String html, String updated) {}
}
