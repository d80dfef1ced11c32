package hub.resources.localoffer;

import hub.platform.identity.Viewer;
import hub.platform.text.Markdown;
import hub.resources.publishing.Kind;
import hub.resources.publishing.OfferFacts;
import hub.resources.publishing.OfferTopic;
import hub.resources.publishing.Publication;
import hub.resources.publishing.Publications;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The kinship local offer that is in force: the one that was published last. */
@Service
public class LocalOffers {
    private final Publications publications;
    private final Markdown markdown;

    LocalOffers(Publications publications, Markdown markdown) {
        this.publications = publications;
        this.markdown = markdown;
    }

    /** @param html sanitised */
    public record Section(OfferTopic topic, String html) {}

    /**
     * @param sections what it says, in the order of the fixed topics
     * @param missing topics that it says nothing about: for editors alone
     */
    public record Offer(Publication publication, OfferFacts facts, List<Section> sections, List<OfferTopic> missing) {}

    /** Empty while none is published. */
    public Mono<Offer> current(Viewer viewer) {
        return publications
                .newest(List.of(Kind.LOCAL_OFFER), Optional.empty(), 1, viewer)
                .next()
                .flatMap(publication -> offer(publication, viewer));
    }

    /** Whether there is one to read. */
    public Mono<Boolean> isThere(Viewer viewer) {
        return publications
                .newest(List.of(Kind.LOCAL_OFFER), Optional.empty(), 1, viewer)
                .hasElements();
    }

    private Mono<Offer> offer(Publication publication, Viewer viewer) {
        OfferFacts facts = Objects.requireNonNull(publication.particulars().offer(), "a local offer has its topics");
        return Flux.fromStream(Stream.of(OfferTopic.values()))
                .filter(topic -> !facts.says(topic).isEmpty())
                .concatMap(topic -> markdown.article(facts.says(topic)).map(html -> new Section(topic, html)))
                .collectList()
                .map(sections ->
                        new Offer(publication, facts, sections, viewer.staffEditor() ? facts.missing() : List.of()));
    }
}
