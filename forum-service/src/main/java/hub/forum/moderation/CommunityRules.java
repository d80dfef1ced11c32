package hub.forum.moderation;

import hub.platform.about.AboutPages;
import hub.platform.about.AboutPages.Part;
import hub.platform.text.InputText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The numbered rules of the community code, to which reasons refer: "rule 2" in a reason is the second one, whatever it is called by then. */
@Component
public class CommunityRules {
    private static final String CODE = "code";
    private static final Pattern NAMED = Pattern.compile("\\b[Rr]ule ([1-9][0-9]?)\\b");

    private final AboutPages pages;

    CommunityRules(AboutPages pages) {
        this.pages = pages;
    }

    public List<Part> all() {
        return pages.parts(CODE);
    }

    /** The rules that a reason names, in the order of the code. */
    public List<Part> in(String reason) {
        var named = NAMED.matcher(reason)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? List.of()
                : all().stream().filter(rule -> named.contains(rule.number())).toList();
    }

    /** A reason with the rule that was chosen for it, named unless it is already; as it was if there is no such rule. */
    public String naming(String reason, String number) {
        return all().stream()
                .filter(rule -> Integer.toString(rule.number()).equals(InputText.clean(number)))
                .filter(rule -> !in(reason).contains(rule))
                .findFirst()
                .map(rule -> reason + " (Rule " + rule.number() + ": " + rule.title() + ")")
                .orElse(reason);
    }
}
