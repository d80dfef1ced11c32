package hub.platform.personaldata;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.personaldata.ZipEntries.Entry;
import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.json.JsonWriterSettings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is somebody's, in all collections of all services. */
@Service
public class PersonalData {
    private static final JsonWriterSettings INDENTED =
            JsonWriterSettings.builder().indent(true).build();

    private final KeptStore store;
    private final MessageSource messages;

    PersonalData(KeptStore store, MessageSource messages) {
        this.store = store;
        this.messages = messages;
    }

    /** All declarations, by the names of the collections. */
    public Flux<WordsKept> declared() {
        return store.all();
    }

    /**
     * A zip file of all that is the viewer's: {@code index.html}, which can be read without anything else, and a JSON file for each collection in which something is theirs. Made as it
     * is sent. Never what another person wrote.
     *
     * @throws NotAllowed (as a signal) for somebody who is not signed in
     */
    public Flux<byte[]> zip(Viewer viewer) {
        String account = viewer.account();
        return account == null
                ? Flux.error(new NotAllowed())
                : store.all().collectList().flatMapMany(all -> ZipEntries.of(entries(all, account, viewer.name())));
    }

    /** Erases what goes when an account is closed: {@link Closing#GOES}. A step of the caller's transaction. */
    public Mono<Void> erase(String account) {
        return store.all()
                .filter(kept -> kept.closing() == Closing.GOES)
                .concatMap(kept -> store.erase(kept, account))
                .then();
    }

    /** Puts another name in the place of somebody's in what stays of them, where it stands as a name. A step of the caller's transaction. */
    public Mono<Void> rename(String account, String before, String after) {
        return store.all()
                .filter(kept -> kept.closing() != Closing.GOES)
                .concatMap(kept -> store.rename(kept, account, before, after))
                .then();
    }

    /**
     * Takes words out of all that may hold what was written in conversations ({@link WordsKept#copies()}), whatever service keeps it. Not one transaction: each document changes by itself, and
     * done again it goes on where it was cut off. The search index follows.
     *
     * @param words to be found as whole words, in capitals or not
     * @param instead what stands in their place
     * @return of how many documents of each collection, without those that had none
     */
    public Mono<Map<String, Integer>> takeOut(String words, String instead) {
        SoughtWords sought = new SoughtWords(words, instead);
        return store.all()
                .concatMap(kept -> store.takeOut(kept, sought).map(count -> Map.entry(kept.collection(), count)))
                .filter(counted -> counted.getValue() > 0)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new);
    }

    /** In how many documents {@link #takeOut} would find them. */
    public Mono<Integer> count(String words) {
        SoughtWords sought = new SoughtWords(words, "");
        return store.all().concatMap(kept -> store.count(kept, sought)).reduce(0, Integer::sum);
    }

    /** Whether words stand in a text, as {@link #takeOut} finds them. */
    public static boolean areIn(String words, String text) {
        return new SoughtWords(words, "").in(text);
    }

    private Flux<Entry> entries(List<WordsKept> all, String account, String name) {
        Flux<Entry> json =
                Flux.fromIterable(all).map(kept -> new Entry(kept.collection() + ".json", json(theirs(kept, account))));
        return Flux.concat(Mono.just(new Entry("index.html", page(all, account, name))), json);
    }

    private Flux<Map<String, Object>> theirs(WordsKept kept, String account) {
        OwnParts own = new OwnParts(kept, account, say("words.quote"));
        return store.of(kept, account).map(own::in).filter(found -> !found.isEmpty());
    }

    private static Flux<String> json(Flux<Map<String, Object>> theirs) {
        return Flux.defer(() -> {
            AtomicBoolean any = new AtomicBoolean();
            Flux<String> list =
                    theirs.map(one -> (any.getAndSet(true) ? ",\n" : "[\n") + new Document(one).toJson(INDENTED));
            return Flux.concat(list, Mono.defer(() -> any.get() ? Mono.just("\n]\n") : Mono.empty()));
        });
    }

    private Flux<String> page(List<WordsKept> all, String account, String name) {
        ReadablePage page = new ReadablePage(messages);
        return Flux.concat(
                Mono.fromSupplier(() -> page.head(name)),
                Flux.fromIterable(all)
                        .concatMap(
                                kept -> theirs(kept, account)
                                        .index((number, one) ->
                                                (number == 0 ? page.heading(kept) : "") + page.one(one)),
                                1),
                Mono.fromSupplier(page::foot));
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}
