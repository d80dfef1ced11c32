package hub.resources.library;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import hub.resources.audiences.Audiences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What in the library wants somebody's attention: for staff editors. */
@Service
public class LibraryHealth {
    /** How many guides are looked through. */
    private static final int MOST_PIECES = 20_000;

    /** What is to be reviewed within so many days is said beforehand. */
    private static final int SOON_DAYS = 90;

    private static final Pattern LINK = Pattern.compile("href=\"/library/([a-z0-9-]+)[\"#?]");
    private static final Set<String> NO_GUIDES = Set.of("search", "staff", "lists");

    private final LibraryStore store;
    private final LibraryFolder folder;
    private final ReadCounts reads;
    private final Clock clock;

    LibraryHealth(LibraryStore store, LibraryFolder folder, ReadCounts reads, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * @param overdue those whose review is late, the latest first
     * @param soon those to be reviewed within 90 days, the next first
     * @param broken links to guides that their readers do not find
     * @param unread those that nobody but editors ever opened
     * @param unreadable files that cannot be read, such as one that does not say for whom it is: what is wrong, and where
     */
    public record Report(
            List<Piece> overdue,
            List<Piece> soon,
            List<BrokenLink> broken,
            List<Piece> unread,
            List<String> unreadable) {}

    /** A link in a guide that leads nowhere for some who may read that guide. */
    public record BrokenLink(Piece piece, String to, Why why) {}

    public enum Why implements Slug {
        /** There is no such guide. */
        MISSING,
        /** It was superseded or withdrawn. */
        ENDED,
        /** It is for fewer people than the guide that links to it. */
        NOT_FOR_ALL
    }

    /** @throws NotAllowed (as a signal) unless the viewer is a staff editor */
    public Mono<Report> report(Viewer viewer) {
        return viewer.staffEditor()
                ? Mono.zip(
                                store.all(MOST_PIECES).collectList(),
                                reads.everOpened(),
                                folder.mistakes().collectList())
                        .map(found -> report(found.getT1(), found.getT2(), found.getT3()))
                : Mono.error(NotAllowed::new);
    }

    private Report report(List<Piece> all, Set<String> opened, List<String> unreadable) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.LONDON);
        Map<String, Piece> bySlug = all.stream().collect(Collectors.toMap(Piece::slug, Function.identity()));
        List<Piece> published = all.stream()
                .filter(piece -> piece.ending() == null)
                .sorted(Comparator.comparing(Piece::reviewBy).thenComparing(Piece::slug))
                .toList();
        return new Report(
                published.stream().filter(piece -> piece.dueOn(today)).toList(),
                published.stream()
                        .filter(piece ->
                                !piece.dueOn(today) && !piece.reviewBy().isAfter(today.plusDays(SOON_DAYS)))
                        .toList(),
                published.stream().flatMap(piece -> broken(piece, bySlug)).toList(),
                published.stream()
                        .filter(piece -> !opened.contains(piece.slug()))
                        .toList(),
                unreadable);
    }

    private static Stream<BrokenLink> broken(Piece piece, Map<String, Piece> bySlug) {
        return LINK.matcher(piece.html())
                .results()
                .map(link -> link.group(1))
                .filter(slug -> !NO_GUIDES.contains(slug))
                .distinct()
                .flatMap(slug -> {
                    Why why = why(piece, bySlug.get(slug));
                    return why == null ? Stream.empty() : Stream.of(new BrokenLink(piece, slug, why));
                });
    }

    private static @Nullable Why why(Piece from, @Nullable Piece to) {
        if (to == null) {
            return Why.MISSING;
        }
        if (to.ending() != null) {
            return Why.ENDED;
        }
        return isForAllOf(from, to) ? null : Why.NOT_FOR_ALL;
    }

    /** Whether everybody who may read one may read the other. */
    static boolean isForAllOf(Piece from, Piece to) {
        return !Audiences.reachesBeyond(from.audience(), to.audience());
    }
}
