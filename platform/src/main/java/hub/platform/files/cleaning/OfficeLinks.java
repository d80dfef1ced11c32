package hub.platform.files.cleaning;

import hub.platform.files.FileRefusal;
import hub.platform.refusals.Rejected;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a part of an office document refers to. A link that a reader follows is theirs to follow; what an office program would fetch by itself is not. */
final class OfficeLinks {
    private static final Pattern LINK = Pattern.compile("<[^<>]{0,20}Relationship\\s[^<>]*>");
    private static final Pattern OUTSIDE = Pattern.compile("TargetMode\\s*=\\s*[\"']External[\"']");
    private static final Pattern FOLLOWED = Pattern.compile("Type\\s*=\\s*[\"'][^\"']*/hyperlink[\"']");
    private static final Pattern TEMPLATE = Pattern.compile("Type\\s*=\\s*[\"'][^\"']*/attachedTemplate[\"']");
    private static final Pattern TARGET = Pattern.compile("Target\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    private OfficeLinks() {}

    /**
     * The same, with the template that every copy of the program has in the place of one on somebody's computer, whose path often has their name in it.
     *
     * @throws Rejected if there is anything else that would be fetched
     */
    static String harmless(String links) {
        if (links.contains("<!DOCTYPE")) {
            throw new Rejected(FileRefusal.DAMAGED);
        }
        return LINK.matcher(links).replaceAll(link -> Matcher.quoteReplacement(harmlessLink(link.group())));
    }

    private static String harmlessLink(String link) {
        if (!OUTSIDE.matcher(link).find() || FOLLOWED.matcher(link).find()) {
            return link;
        }
        if (!TEMPLATE.matcher(link).find()) {
            throw new Rejected(FileRefusal.HAS_PROGRAMS);
        }
        return TARGET.matcher(link).replaceAll("Target=\"Normal.dotm\"");
    }
}
