package hub.platform.text;

import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Markdown to safe HTML. Rendered and sanitised once, when written, and stored with {@link #VERSION}, so that what was made by an older
 * renderer can be found and made again.
 */
@Component
public class Markdown {
    /** Raised with every change of what the same text renders to. */
    public static final int VERSION = 2;

    private static final int DEEPEST = 12;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(
                    Heading.class, BlockQuote.class, ListBlock.class, FencedCodeBlock.class, ThematicBreak.class))
            .maxOpenBlockParsers(DEEPEST)
            .build();

    /** Staff's numbers are there to be tapped; a number in a carer's post may be one that should not be there. */
    private static final Parser ARTICLES = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .postProcessor(new PhoneLinks())
            .build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).softbreak("<br />\n").build();

    private static final PolicyFactory POST = base().toFactory();
    private static final PolicyFactory ARTICLE =
            base().allowElements("h2", "h3", "h4", "hr").toFactory();

    private static HtmlPolicyBuilder base() {
        return new HtmlPolicyBuilder()
                .allowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "a")
                .allowAttributes("start")
                .matching(java.util.regex.Pattern.compile("[0-9]{1,5}"))
                .onElements("ol")
                .allowUrlProtocols("https", "http", "mailto", "tel")
                .allowAttributes("href")
                .onElements("a")
                .requireRelsOnLinks("nofollow", "noopener");
    }

    /** A post: paragraphs, emphasis, lists, quotes, links. Headings become paragraphs' text, HTML is shown as typed. */
    public Mono<String> post(String text) {
        return off(() -> NumericReferences.written(POST.sanitize(RENDERER.render(PARSER.parse(text)))));
    }

    /** What staff publish: headings too. */
    public Mono<String> article(String text) {
        return off(() -> NumericReferences.written(ARTICLE.sanitize(RENDERER.render(ARTICLES.parse(text)))));
    }

    /** Parsing 20,000 characters takes milliseconds, and hostile ones take longer: not on the threads that serve. */
    private static Mono<String> off(java.util.concurrent.Callable<String> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
