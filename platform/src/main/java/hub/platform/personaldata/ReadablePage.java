package hub.platform.personaldata;

import hub.platform.words.WordsKept;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/** The page of a download, in pieces: it goes out as it is read, which no template does. */
final class ReadablePage {
    private final MessageSource messages;

    ReadablePage(MessageSource messages) {
        this.messages = messages;
    }

    String head(String name) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>body{font:1.125rem/1.5 sans-serif;max-width:45rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-wrap}dl{border-top:1px solid #888;padding-top:.5rem}</style>
                </head><body><main><h1>%1$s</h1><p>%2$s</p><p>%3$s</p>
                """.formatted(escaped(say("words.page.title", name)), say("words.page.lead"), say("words.page.not"));
    }

    String heading(WordsKept kept) {
        return "<h2>" + say("words.in." + kept.collection()) + "</h2>\n<p>"
                + say("words.closing." + kept.closing().slug()) + "</p>\n";
    }

    String one(Map<String, Object> own) {
        StringBuilder list = new StringBuilder("<dl>\n");
        own.forEach((path, value) -> list.append("<dt>")
                .append(escaped(called(path)))
                .append("</dt><dd>")
                .append(escaped(said(value)))
                .append("</dd>\n"));
        return list.append("</dl>\n").toString();
    }

    String foot() {
        return "</main></body></html>\n";
    }

    private static String said(Object value) {
        return switch (value) {
            case Collection<?> several ->
                String.join("\n", several.stream().map(ReadablePage::said).toList());
            case Map<?, ?> map ->
                String.join(
                        "\n",
                        map.entrySet().stream()
                                .map(entry -> humanised(String.valueOf(entry.getKey())) + ": " + said(entry.getValue()))
                                .toList());
            default -> value.toString();
        };
    }

    private String called(String path) {
        return String.valueOf(messages.getMessage("words.at." + path, null, humanised(path), Locale.UK));
    }

    /** {@code profile.createdAt} is "Profile created at". */
    private static String humanised(String path) {
        String apart =
                path.replace('.', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.UK);
        return apart.substring(0, 1).toUpperCase(Locale.UK) + apart.substring(1);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
