package hub.resources.training.booking.web;

import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.refusals.Rejected;
import hub.resources.training.TrainingRefusal;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds whom a {@link PersonForm} means. */
@Component
class PersonSearch {
    private static final int MOST_FOUND = 10;

    private final Accounts accounts;

    PersonSearch(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The one that was chosen, else all whose names begin so; at most 10. */
    Mono<List<PersonName>> found(PersonForm sent, Viewer viewer) {
        return accounts.approvedNamed(sent.person(), MOST_FOUND, viewer)
                .collectList()
                .map(all -> {
                    List<PersonName> chosen = all.stream()
                            .filter(person -> person.id().equals(sent.chosen()))
                            .toList();
                    return chosen.isEmpty() ? all : chosen;
                });
    }

    /** To choose from, with what tells people of one name apart. */
    static List<Choice> choices(List<PersonName> found) {
        return found.stream()
                .map(person ->
                        new Choice(person.id(), person.name(), person.line().isEmpty() ? null : person.line()))
                .toList();
    }

    /** The form as it comes back where not one was found: says so if it was nobody. */
    static Form<PersonForm> again(Form<PersonForm> form, List<PersonName> found) {
        return found.isEmpty() ? form.refused(new Rejected(TrainingRefusal.NOBODY_SUCH)) : form;
    }
}
