package hub.platform.about;

import hub.platform.content.Content;
import hub.platform.text.Markdown;
import hub.platform.time.Times;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** The pages about the hub from {@code content/pages}: what it is, privacy, accessibility, the community code. Read at start. */
@Service
public class AboutPages implements SmartInitializingSingleton {
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
                                html,
                                page.date("updated").map(times::day).orElse(""))))
                .collectMap(AboutPage::slug, page -> page, TreeMap::new)
                .blockOptional()
                .orElseThrow();
    }

    public Optional<AboutPage> find(String slug) {
        return Optional.ofNullable(pages.get(slug));
    }

    /** @param updated the day as a person says it; empty if the file does not say */
    public record AboutPage(String slug, String title, String summary, String html, String updated) {}
}
