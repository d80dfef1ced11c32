package hub.resources.campaigns;

import hub.platform.identity.Viewer;
import hub.platform.time.Times;
import hub.resources.library.Library;
import hub.resources.library.Piece;
import hub.resources.publishing.CampaignFacts;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Position;
import hub.resources.publishing.Publication;
import hub.resources.publishing.Publications;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a campaign gathers, each piece with the rights of whoever looks. */
@Service
public class Campaigns {
    private static final Pattern NEWS = Pattern.compile("/(?:news|training)/([0-9a-z]{12})(?:/.*)?");
    private static final Pattern GUIDE = Pattern.compile("/library/([a-z0-9-]+)");
    private static final List<Kind> OF_ITS_DAYS = List.of(Kind.NEWS, Kind.BEST_PRACTICE, Kind.BLOG);

    /** News of its days, besides what its editors chose. */
    private static final int MOST_NEWS = 10;

    private final Publications publications;
    private final Library library;

    Campaigns(Publications publications, Library library) {
        this.publications = publications;
        this.library = library;
    }

    /** @param news what its editors chose, in their order, then what was published in its days, the newest first */
    public record Gathered(List<Publication> news, List<Piece> guides) {}

    /** Empty if there is none, or this viewer may not know of it. */
    public Mono<Publication> find(String slug, Viewer viewer) {
        return publications.atAddress(Kind.CAMPAIGN, slug, viewer);
    }

    /** The newest first, from before a position. */
    public Flux<Publication> newest(Optional<Position> before, int limit, Viewer viewer) {
        return publications.newest(List.of(Kind.CAMPAIGN), before, limit, viewer);
    }

    /** What the viewer may read by now of what belongs to it. */
    public Mono<Gathered> gathered(CampaignFacts campaign, Viewer viewer) {
        Mono<List<Publication>> chosen = Flux.fromIterable(campaign.pages())
                .concatMap(page -> Mono.justOrEmpty(match(NEWS, page)).flatMap(id -> publications.read(id, viewer)))
                .collectList();
        Mono<List<Piece>> guides = Flux.fromIterable(campaign.pages())
                .concatMap(page -> Mono.justOrEmpty(match(GUIDE, page)).flatMap(slug -> library.find(slug, viewer)))
                .distinct(Piece::slug)
                .collectList();
        return Mono.zip(chosen, ofItsDays(campaign, viewer).collectList(), guides)
                .map(found -> new Gathered(
                        Stream.concat(found.getT1().stream(), found.getT2().stream())
                                .distinct()
                                .toList(),
                        found.getT3()));
    }

    private Flux<Publication> ofItsDays(CampaignFacts campaign, Viewer viewer) {
        Instant begins = startOf(campaign.firstDay());
        Instant ends = startOf(campaign.lastDay().plusDays(1));
        return publications
                .newest(OF_ITS_DAYS, Optional.of(Position.before(ends)), MOST_NEWS, viewer)
                .takeWhile(item -> !item.shownAt().isBefore(begins));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Times.LONDON).toInstant();
    }

    private static Optional<String> match(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
