package hub.platform.web.once;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a form where something will be put. Each has a sign in it that is escaped where texts are, so that a form knows whether to escape. */
final class Marks {
    /** Nobody's words are searched for these: they stand only in what is rendered without any. */
    private static final Pattern MARK = Pattern.compile("hearth(<|&lt;)put([0-9]+)(>|&gt;)");

    private int given;

    String next() {
        return "hearth<put" + given++ + ">";
    }

    static Matcher in(String html) {
        return MARK.matcher(html);
    }
}
