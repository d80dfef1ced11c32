package hub.resources.policies.suggestions;

import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import hub.platform.tellings.TellingKind;
import hub.platform.tellings.Tellings;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whom suggestions tell what: those who look after policies, that there is one; whoever made it, how far it has come. */
@Component
class SuggestionTellings {
    private static final int MOST_EDITORS = 100;

    private final Tellings tellings;
    private final Accounts accounts;

    SuggestionTellings(Tellings tellings, Accounts accounts) {
        this.tellings = tellings;
        this.accounts = accounts;
    }

    Mono<Void> submitted(Suggestion suggestion, String policy) {
        return accounts.withRole(Role.STAFF_EDITOR, MOST_EDITORS)
                .map(PersonName::id)
                .collectList()
                .filter(editors -> !editors.isEmpty())
                .flatMap(editors ->
                        tellings.tell(said("staff-" + suggestion.id(), suggestion, editors, "submitted", policy)));
    }

    Mono<Void> moved(Suggestion suggestion, String policy) {
        return tellings.withdraw("staff-" + suggestion.id())
                .then(tellings.tell(said(
                        suggestion.id(),
                        suggestion,
                        List.of(suggestion.author()),
                        suggestion.state().slug(),
                        policy)));
    }

    private static Tellings.Said said(
            String subject, Suggestion suggestion, List<String> accounts, String what, String policy) {
        Integer version = suggestion.version();
        return new Tellings.Said(
                TellingKind.POLICIES,
                subject,
                suggestion.policy(),
                accounts,
                "tellings.policies." + what,
                version == null ? List.of(policy) : List.of(policy, version.toString()),
                suggestion.path());
    }
}
