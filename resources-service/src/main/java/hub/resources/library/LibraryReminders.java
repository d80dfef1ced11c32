package hub.resources.library;

import hub.platform.due.DueHandler;
import hub.platform.due.DueWork;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import hub.platform.tellings.TellingKind;
import hub.platform.tellings.Tellings;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Staff editors are reminded 30 and 7 days before a guide is to be reviewed, and on the day. */
@Component
class LibraryReminders implements DueHandler {
    private static final String KIND = "library.review";
    private static final List<Integer> DAYS_BEFORE = List.of(30, 7, 0);
    private static final int HOUR = 9;
    private static final int MOST_EDITORS = 100;

    private final LibraryStore store;
    private final DueWork due;
    private final Tellings tellings;
    private final Accounts accounts;
    private final Clock clock;

    LibraryReminders(LibraryStore store, DueWork due, Tellings tellings, Accounts accounts, Clock clock) {
        this.store = store;
        this.due = due;
        this.tellings = tellings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Asks for the next reminder, in the place of the one before. Belongs into the transaction that stores the guide. */
    Mono<Void> plan(Piece piece) {
        return Mono.justOrEmpty(moments(piece)
                        .filter(moment -> piece.ending() == null && isAfter(moment, clock.instant()))
                        .findFirst())
                .flatMap(next ->
                        due.atWallTime(KIND, piece.slug(), next, Times.LONDON).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> due.cancel(KIND, piece.slug())))
                .then();
    }

    private static Stream<LocalDateTime> moments(Piece piece) {
        return DAYS_BEFORE.stream().map(days -> piece.reviewBy().minusDays(days).atTime(HOUR, 0));
    }

    private static boolean isAfter(LocalDateTime moment, Instant now) {
        return moment.atZone(Times.LONDON).toInstant().isAfter(now);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> handle(String slug, Instant at) {
        return store.published(slug)
                .flatMap(piece -> accounts.withRole(Role.STAFF_EDITOR, MOST_EDITORS)
                        .map(PersonName::id)
                        .collectList()
                        .flatMap(editors -> tell(piece, editors))
                        .then(plan(piece)));
    }

    private Mono<Void> tell(Piece piece, List<String> editors) {
        return editors.isEmpty()
                ? Mono.empty()
                : tellings.tell(new Tellings.Said(
                        TellingKind.LIBRARY,
                        "review-" + piece.slug(),
                        piece.slug(),
                        editors,
                        "tellings.library.review",
                        List.of(piece.title(), Times.inFull(piece.reviewBy())),
                        piece.path()));
    }
}
