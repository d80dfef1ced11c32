package hub.resources.library;

import hub.platform.refusals.Rejected;
import hub.platform.text.Markdown;
import hub.platform.time.Times;
import hub.resources.publishing.GuideFacts;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationFollower;
import hub.resources.publishing.PublicationRefusal;
import hub.resources.publishing.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Guides that are written in the hub: what is published of them stands in the library beside the files of {@code content/library}. */
@Component
class HubGuides implements PublicationFollower {
    private final LibraryStore store;
    private final LibraryReminders reminders;
    private final PieceReadings readings;
    private final Clock clock;

    HubGuides(LibraryStore store, LibraryReminders reminders, PieceReadings readings, Clock clock) {
        this.store = store;
        this.reminders = reminders;
        this.readings = readings;
        this.clock = clock;
    }

    @Override
    public Mono<Void> follow(@Nullable Publication before, Publication after) {
        GuideFacts guide = after.particulars().guide();
        String slug = after.address();
        if (after.kind() != Kind.GUIDE || guide == null || slug == null) {
            return Mono.empty();
        }
        return switch (after.state()) {
            case SCHEDULED -> isFree(slug, after);
            case PUBLISHED -> isFree(slug, after).then(publish(slug, guide, before, after));
            case ARCHIVED ->
                before == null || before.state() != State.PUBLISHED ? Mono.empty() : end(slug, guide, after);
            case DRAFT, IN_REVIEW -> Mono.empty();
        };
    }

    /** @throws Rejected (as a signal) if another guide, or another page of the library, has that address */
    private Mono<Void> isFree(String slug, Publication guide) {
        if (PieceFile.TAKEN.contains(slug) || slug.isEmpty()) {
            return Mono.error(new Rejected(PublicationRefusal.TITLE_TAKEN));
        }
        return store.writtenAs(slug)
                .filter(other -> !other.equals(guide.id()))
                .flatMap(taken -> Mono.error(new Rejected(PublicationRefusal.TITLE_TAKEN)));
    }

    private Mono<Void> publish(String slug, GuideFacts guide, @Nullable Publication before, Publication after) {
        return store.toChange(slug)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(stored -> put(stored.orElse(null), piece(slug, guide, stored.orElse(null), before, after)));
    }

    private Mono<Void> put(@Nullable Piece stored, Piece piece) {
        return store.put(piece.after(stored, clock.instant()))
                .delayUntil(reminders::plan)
                .delayUntil(after -> readings.follow(stored, after))
                .then();
    }

    /** Its version counts what readers were told of; each time that somebody saves it, it was checked. */
    private Piece piece(
            String slug, GuideFacts guide, @Nullable Piece stored, @Nullable Publication before, Publication after) {
        boolean another =
                before != null && before.state() == State.PUBLISHED && before.readsOtherwise(after.manuscript());
        int version = stored == null ? 1 : stored.version() + (another ? 1 : 0);
        Publication.Correction correction = after.correction();
        return new Piece(
                slug,
                after.title(),
                after.words().summary(),
                guide.topics(),
                after.audience(),
                guide.standards(),
                guide.owner(),
                version,
                correction == null ? "" : correction.what(),
                day(after.changed().at()),
                LocalDate.parse(guide.reviewBy()),
                null,
                after.words().html(),
                Markdown.VERSION,
                PieceFile.minutes(after.words().text()),
                after.mustRead(),
                null,
                after.id(),
                ending(guide, after.state()));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Times.LONDON);
    }

    private static @Nullable Ending ending(GuideFacts guide, State state) {
        if (state != State.ARCHIVED) {
            return null;
        }
        String instead = guide.instead().isEmpty() ? null : guide.instead();
        if (!guide.why().isEmpty()) {
            return Ending.withdrawn(guide.why(), instead);
        }
        return instead == null ? null : Ending.superseded(instead);
    }

    /** With a word to its readers its old address says so, and leads on; without, it is as if it had never been. */
    private Mono<Void> end(String slug, GuideFacts guide, Publication after) {
        boolean itself = guide.instead().equals(slug);
        Mono<Boolean> found = guide.instead().isEmpty()
                ? Mono.just(true)
                : store.published(guide.instead()).hasElement().map(there -> there && !itself);
        return found.flatMap(there -> {
            if (!there) {
                return Mono.error(new Rejected(PublicationRefusal.NO_SUCH_GUIDE));
            }
            return ending(guide, after.state()) == null
                    ? readings.stop(slug).then(store.gone(slug))
                    : publish(slug, guide, null, after);
        });
    }
}
