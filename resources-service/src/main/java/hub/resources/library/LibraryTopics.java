package hub.resources.library;

import hub.resources.publishing.GuideTopics;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The names and the order of topics, from the settings {@code hearth.library.topics}. */
@Component
class LibraryTopics {
    private final List<Topic> named;

    LibraryTopics(GuideTopics topics) {
        this.named = topics.all().stream()
                .map(topic -> new Topic(topic.slug(), topic.name()))
                .toList();
    }

    Topic of(String slug) {
        return named.stream()
                .filter(topic -> topic.slug().equals(slug))
                .findFirst()
                .orElseGet(() -> Topic.unnamed(slug));
    }

    /** Those of the slugs, in the order of the settings; the unnamed after them, by name. */
    List<Topic> ordered(Collection<String> slugs) {
        Stream<Topic> first = named.stream().filter(topic -> slugs.contains(topic.slug()));
        Stream<Topic> then = slugs.stream()
                .map(this::of)
                .filter(topic -> !named.contains(topic))
                .sorted(Comparator.comparing(Topic::name));
        return Stream.concat(first, then).toList();
    }
}
