package hub.platform.pages;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A page engine that remembers nothing yet, on the templates of these tests. */
final class TestTemplates {
    private final PageRenderer engine;

    TestTemplates() {
        engine = new PageRenderer();
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        engine.setTemplateResolver(templates);
        engine.addDialect(new CachedFragmentDialect(new FragmentCache()));
    }

    /** What stands inside an element of the page; empty if it is not there. */
    String inside(String element, String template, Map<String, Object> model) {
        String html = engine.process(template, new Context(Locale.UK, model));
        Matcher inside = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(html);
        return inside.find() ? inside.group(1).strip() : "";
    }
}
