package hub.resources.readings;

import hub.platform.due.DueWork;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.tellings.TellingKind;
import hub.platform.tellings.Tellings;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who has read what they were asked to read. A feature asks with {@link #ask} in the transaction that publishes, has a {@code DueHandler} that calls
 * {@link #remind}, and shows who has to whom it allows.
 */
@Service
public class Readings {
    /** Of people that are asked and listed; a service has some hundreds. */
    private static final int MOST_PEOPLE = 5_000;

    private final ReadingStore store;
    private final Accounts accounts;
    private final Tellings tellings;
    private final DueWork due;
    private final Clock clock;

    Readings(ReadingStore store, Accounts accounts, Tellings tellings, DueWork due, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.tellings = tellings;
        this.due = due;
        this.clock = clock;
    }

    /** How people are told of it. @param words the beginning of the two messages {@code .read} and {@code .readAgain}, which get title, version and day */
    public record Way(TellingKind kind, String words, String due) {}

    /** @param has those who said that they have read it, by name; {@code not} those who have not */
    public record Readers(List<PersonName> has, List<PersonName> not) {}

    /** Whether this viewer has said that they read it; false for whoever is not asked. */
    public Mono<Boolean> has(ToRead what, Viewer viewer) {
        return what.asks(viewer) ? store.has(what, viewer.id()) : Mono.just(false);
    }

    /** The ids of those that this viewer has said they read. */
    public Mono<Set<String>> readBy(Viewer viewer, Collection<ToRead> all) {
        return Flux.fromIterable(all)
                .filterWhen(what -> has(what, viewer))
                .map(ToRead::id)
                .collect(Collectors.toSet());
    }

    /** @throws NotAllowed (as a signal) unless the viewer is asked to read it */
    public Mono<Void> note(ToRead what, Viewer by) {
        return what.asks(by) ? store.note(Reading.of(what, by.id(), clock.instant())) : Mono.error(NotAllowed::new);
    }

    /** Notes it as it is: for content that is brought in. */
    public Mono<Void> bringIn(ToRead what, String account, Instant at) {
        return store.note(Reading.of(what, account, at));
    }

    /** Who has read it, of those who are asked. Whether the viewer may know is for the feature to say. */
    public Mono<Readers> readers(ToRead what) {
        return Mono.zip(asked(what), readersOf(what)).map(both -> {
            List<PersonName> asked = both.getT1().stream()
                    .sorted(Comparator.comparing(PersonName::name))
                    .toList();
            Predicate<PersonName> has = person -> both.getT2().contains(person.id());
            return new Readers(
                    asked.stream().filter(has).toList(),
                    asked.stream().filter(has.negate()).toList());
        });
    }

    private Mono<List<PersonName>> asked(ToRead what) {
        return Flux.fromIterable(what.roles())
                .concatMap(role -> accounts.withRole(role, MOST_PEOPLE))
                .distinct(PersonName::id)
                .collectList();
    }

    private Mono<Set<String>> readersOf(ToRead what) {
        return store.of(what, MOST_PEOPLE).map(Reading::account).collect(Collectors.toSet());
    }

    /** Asks people to read it, and plans the reminder; a step of the transaction that publishes it. */
    public Mono<Void> ask(ToRead what, Way way) {
        return asked(what)
                .flatMap(asked -> tell(what, way, ids(asked), ".read"))
                .then(due.at(way.due(), what.id(), what.end()));
    }

    /** It is not asked any more; a step of the transaction that takes it away. */
    public Mono<Void> stop(String id, Way way) {
        return tellings.withdraw(subject(id)).then(due.cancel(way.due(), id)).then();
    }

    /** Tells those once more who have not said that they read it. */
    public Mono<Void> remind(ToRead what, Way way) {
        return readers(what).flatMap(readers -> tell(what, way, ids(readers.not()), ".readAgain"));
    }

    private Mono<Void> tell(ToRead what, Way way, List<String> whom, String words) {
        return whom.isEmpty()
                ? Mono.empty()
                : tellings.tell(new Tellings.Said(
                        way.kind(),
                        subject(what.id()),
                        what.id(),
                        whom,
                        way.words() + words,
                        List.of(what.title(), Integer.toString(what.version()), Times.inFull(what.by())),
                        what.path()));
    }

    private static String subject(String id) {
        return "read-" + id;
    }

    private static List<String> ids(List<PersonName> people) {
        return people.stream().map(PersonName::id).toList();
    }
}
