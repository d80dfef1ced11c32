package hub.platform.personaldata;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import hub.platform.words.WordsKept;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The declarations, in the collection {@code words_kept}, and the documents of any collection that are somebody's. Collections are walked by their ids, a page after the other: a person
 * asks for all that is theirs once in years, which is worth no index on each writer of each collection.
 */
@Component
class KeptStore {
    static final String KEPT = "words_kept";

    private static final int MOST = 500;
    private static final int PAGE = 200;

    /** By which stores see that a document has changed since it was read. */
    private static final List<String> COUNTS = List.of("revision", "version");

    private final Collections collections;
    private final Documents<Declared> declared;

    KeptStore(Collections collections) {
        this.collections = collections;
        this.declared = collections.of(KEPT, Declared.class);
    }

    /**
     * @param id the collection
     * @param service that declares it
     */
    record Declared(String id, String service, WordsKept kept) {}

    /** All, of all services, by the names of their collections. */
    Flux<WordsKept> all() {
        return declared.list(new Query().with(Sort.by("_id")).limit(MOST)).map(Declared::kept);
    }

    Mono<Void> put(String service, WordsKept kept) {
        return declared.put(new Declared(kept.collection(), service, kept)).then();
    }

    /** Takes away those that a service had and has no longer. */
    Mono<Void> keepOnly(String service, Set<String> names) {
        return declared.removeAll(
                Query.query(where("service").is(service).and("_id").nin(names)));
    }

    /** All documents in which something is this person's, by id; a page at a time, as far as they are asked for. */
    Flux<Document> of(WordsKept kept, String account) {
        return at(kept.accounts(), kept, account);
    }

    private Flux<Document> at(List<String> paths, WordsKept kept, String account) {
        return paths.isEmpty()
                ? Flux.empty()
                : page(paths, kept, account, "")
                        .expand(page -> page.size() < PAGE
                                ? Mono.empty()
                                : page(paths, kept, account, page.getLast().getString("_id")))
                        .concatMapIterable(page -> page, 1);
    }

    /**
     * Takes away the documents that are this person's in whole; where one belongs to several people it stays for the others. What they wrote in a document of
     * somebody else, such as why they declined a request, stays with that.
     */
    Mono<Void> erase(WordsKept kept, String account) {
        Documents<Document> all = collections.of(kept.collection(), Document.class);
        return at(kept.owners(), kept, account)
                .concatMap(document -> erase(kept, account, document, all), 1)
                .then();
    }

    private static Mono<Void> erase(WordsKept kept, String account, Document document, Documents<Document> all) {
        for (String path : kept.owners()) {
            if (document.get(path) instanceof Collection<?> several
                    && several.contains(account)
                    && several.size() > 1) {
                return all.change(Documents.byId(document.getString("_id")), new Update().pull(path, account))
                        .then();
            }
        }
        return all.remove(Documents.byId(document.getString("_id"))).then();
    }

    /** In how many documents of a collection words stand that would be taken out. */
    Mono<Integer> count(WordsKept kept, SoughtWords words) {
        return copies(kept)
                .filter(document -> !words.changes(document, kept.copies()).isEmpty())
                .count()
                .map(Math::toIntExact);
    }

    private Flux<Document> copies(WordsKept kept) {
        Documents<Document> all = collections.of(kept.collection(), Document.class);
        return kept.copies().isEmpty()
                ? Flux.empty()
                : everything(all, "")
                        .expand(page -> page.size() < PAGE
                                ? Mono.empty()
                                : everything(all, page.getLast().getString("_id")))
                        .concatMapIterable(page -> page, 1);
    }

    /**
     * Takes words out of a collection, document by document.
     *
     * @return of how many documents
     */
    Mono<Integer> takeOut(WordsKept kept, SoughtWords words) {
        Documents<Document> all = collections.of(kept.collection(), Document.class);
        return copies(kept)
                .concatMap(document -> takeOut(kept, words, document, all), 1)
                .reduce(0, Integer::sum);
    }

    private static Mono<List<Document>> everything(Documents<Document> all, String afterId) {
        return all.list(Query.query(where("_id").gt(afterId))
                        .with(Sort.by("_id"))
                        .limit(PAGE))
                .collectList();
    }

    /** Only if it is still as it was read; else it is read anew. Whoever is just editing it is told that it has changed. */
    private static Mono<Integer> takeOut(
            WordsKept kept, SoughtWords words, Document document, Documents<Document> all) {
        Map<String, Object> changes = words.changes(document, kept.copies());
        if (changes.isEmpty()) {
            return Mono.just(0);
        }
        String id = document.getString("_id");
        Criteria unchanged = where("_id").is(id);
        Update update = new Update();
        changes.forEach((field, after) -> {
            unchanged.and(field).is(document.get(field));
            update.set(field, after);
        });
        COUNTS.stream().filter(document::containsKey).forEach(count -> update.inc(count, 1));
        return all.change(Query.query(unchanged), update)
                .thenReturn(1)
                .switchIfEmpty(Mono.defer(() -> all.find(id).flatMap(anew -> takeOut(kept, words, anew, all))))
                .defaultIfEmpty(0);
    }

    /**
     * Puts another name wherever exactly this one stands in the documents that stay of somebody.
     */
    Mono<Void> rename(WordsKept kept, String account, String before, String after) {
        Documents<Document> all = collections.of(kept.collection(), Document.class);
        SoughtWords name = new SoughtWords(before, after);
        List<String> named = kept.parts().stream()
                .flatMap(part -> part.paths().stream())
                .filter(path -> path.equals("name"))
                .toList();
        return named.isEmpty()
                ? Mono.empty()
                : of(kept, account)
                        .concatMap(
                                document -> Mono.justOrEmpty(Optional.of(name.changes(document, named))
                                                .filter(changes -> !changes.isEmpty()))
                                        .flatMap(changes -> {
                                            Update update = new Update();
                                            changes.forEach(update::set);
                                            return all.change(Documents.byId(document.getString("_id")), update);
                                        }),
                                1)
                        .then();
    }

    private Mono<List<Document>> page(List<String> paths, WordsKept kept, String account, String afterId) {
        List<Criteria> theirs = paths.stream().map(path -> is(path, account)).toList();
        Criteria criteria = new Criteria().andOperator(where("_id").gt(afterId), new Criteria().orOperator(theirs));
        Query query = Query.query(criteria).with(Sort.by("_id")).limit(PAGE).withHint("_id_");
        return collections.of(kept.collection(), Document.class).list(query).collectList();
    }

    private static Criteria is(String path, String account) {
        return path.equals(OwnParts.ID_BEGINS)
                ? where("_id").regex("^" + Pattern.quote(account + ":"))
                : where(path).is(account);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration keptIndexes() {
            return new Migration(
                    "personaldata-0001-indexes",
                    mongo -> mongo.indexOps(KEPT)
                            .createIndex(new Index("service", Direction.ASC).on("_id", Direction.ASC))
                            .then());
        }
    }
}
