package hub.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.HtmlUtils;

/** What pages say, by its key in the bundles: {@code Words.of("threads.reply.to", "Amina")}. So a sentence may be put better without a test. */
public final class Words {
    private static final MessageSource BUNDLES = bundles();

    private Words() {}

    /**
     * @return the message with its arguments, escaped as pages do it
     * @throws org.springframework.context.NoSuchMessageException if no bundle has it
     */
    public static String of(String key, Object... arguments) {
        return escaped(BUNDLES.getMessage(key, arguments, Locale.UK));
    }

    /**
     * For a message whose arguments the test does not know, such as times.
     *
     * @return the longest part of the message without an argument, escaped as pages do it
     */
    public static String partOf(String key) {
        return Arrays.stream(BUNDLES.getMessage(key, null, Locale.UK).split("\\{[^{}]*}"))
                .max(Comparator.comparing(String::length))
                .map(part -> escaped(part.replace("''", "'")))
                .orElseThrow();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static MessageSource bundles() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        try {
            for (Resource bundle :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                messages.addBasenames(
                        "messages/" + String.valueOf(bundle.getFilename()).replace(".properties", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
