package hub.platform.text;

import hub.platform.refusals.Rejected;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
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
    public static final int VERSION = 3;

    /** HTML may be so many times as long as its text, and {@link #MORE} characters longer. */
    private static final int TIMES = 10;

    private static final int MORE = 2_000;

    private static final int DEEPEST = 16;

    private static final Parser POSTS = Parser.builder()
            .enabledBlockTypes(inOrder(List.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class)))
            .maxOpenBlockParsers(DEEPEST)
            .customInlineContentParserFactory(new AsTyped())
            .postProcessor(new TypedLinks())
            .extensions(webAddresses())
            .postProcessor(new TabTables())
            .build();

    /** Staff's numbers are there to be tapped; a number in a carer's post may be one that should not be there. */
    private static final Parser ARTICLES = Parser.builder()
            .enabledBlockTypes(inOrder(List.of(
                    BlockQuote.class,
                    Heading.class,
                    FencedCodeBlock.class,
                    HtmlBlock.class,
                    ThematicBreak.class,
                    ListBlock.class)))
            .maxOpenBlockParsers(DEEPEST)
            .postProcessor(new PhoneLinks())
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .softbreak("<br />\n")
            .nodeRendererFactory(TabTables.Html::new)
            .build();

    private static final PolicyFactory POST =
            base().allowElements("table", "tbody", "tr", "td").toFactory();
    private static final PolicyFactory ARTICLE =
            base().allowElements("h2", "h3", "h4", "hr").toFactory();

    private static HtmlPolicyBuilder base() {
        return new HtmlPolicyBuilder()
                .allowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "a")
                .allowAttributes("start")
                .matching(Pattern.compile("[0-9]{1,5}"))
                .onElements("ol")
                .allowUrlProtocols("https", "http", "mailto", "tel")
                .allowAttributes("href")
                .onElements("a")
                .requireRelsOnLinks("nofollow", "noopener");
    }

    /** The parser asks the kinds in the order of the set: a rule before a list, a heading's line before a rule. */
    private static Set<Class<? extends Block>> inOrder(List<Class<? extends Block>> kinds) {
        return new LinkedHashSet<>(kinds);
    }

    private static List<Extension> webAddresses() {
        return List.of(AutolinkExtension.builder()
                .linkTypes(AutolinkType.URL, AutolinkType.WWW)
                .build());
    }

    /**
     * A post: paragraphs, emphasis, lists, quotes, links, tables of tabs; all else is shown as it was typed.
     *
     * @throws Rejected {@link TextRefusal#TOO_MUCH_TO_SHOW} (as a signal)
     */
    public Mono<String> post(String text) {
        return rendered(text, typed -> POST.sanitize(bounded(html(POSTS, TypedText.marked(typed)), typed)));
    }

    /**
     * What staff publish: headings and rules too. No link references, and an indented line is a paragraph.
     *
     * @throws Rejected {@link TextRefusal#TOO_MUCH_TO_SHOW} (as a signal)
     */
    public Mono<String> article(String text) {
        return rendered(
                text, typed -> ARTICLE.sanitize(bounded(html(ARTICLES, TypedText.withoutReferences(typed)), typed)));
    }

    private static String html(Parser parser, String marked) {
        return TypedText.unmarked(RENDERER.render(parser.parse(marked)));
    }

    private static String bounded(String html, String text) {
        if (html.length() > text.length() * TIMES + MORE) {
            throw new Rejected(TextRefusal.TOO_MUCH_TO_SHOW);
        }
        return html;
    }

    /**
     * Parsing 20,000 characters takes milliseconds, and hostile ones take longer: not on the threads that serve. Reactor lets an Error of the
     * virtual machine end its thread and nobody is told, so it becomes a failure here.
     */
    static Mono<String> rendered(String text, UnaryOperator<String> renderer) {
        return Mono.fromCallable(() -> {
                    try {
                        return bounded(renderer.apply(text), text);
                    } catch (Error error) {
                        throw new IllegalStateException(
                                "Markdown of " + text.length() + " characters was not rendered", error);
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
