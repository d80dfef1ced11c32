package hub.forum.moderation.web;

import hub.forum.groups.Visibility;
import hub.forum.moderation.CommunityRules;
import hub.forum.moderation.SavedReplies;
import hub.platform.forms.Choice;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What can be put into a reason: texts that are kept, and the rule that it is about. */
@Component
class ReasonHelp {
    private final SavedReplies replies;
    private final CommunityRules rules;

    ReasonHelp(SavedReplies replies, CommunityRules rules) {
        this.replies = replies;
        this.rules = rules;
    }

    /** For {@code moderation/parts :: help}. */
    record Help(List<Choice> replies, List<Choice> rules) {}

    Mono<Help> of(Visibility visibility) {
        return replies.all(visibility)
                .map(all -> new Help(
                        all.stream()
                                .map(reply -> new Choice(reply.id(), reply.title(), null))
                                .toList(),
                        rules.all().stream()
                                .map(rule -> new Choice(
                                        Integer.toString(rule.number()), rule.number() + ". " + rule.title(), null))
                                .toList()));
    }

    /** What was written so far, with the chosen text behind it. */
    Mono<String> fill(String written, String chosen, Visibility visibility) {
        return replies.fill(written, chosen, visibility);
    }

    /** The reason with the rule that was chosen for it. */
    String naming(String reason, String rule) {
        return rules.naming(reason, rule);
    }
}
