package hub.platform.files;

import hub.platform.files.Intake.Examined;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.refusals.Rejected;
import hub.platform.requests.Upload;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files that hang on things: guides today, meetings and posts to come. */
@Service
public class Files {
    /** How many hang on one thing at most. */
    public static final int MOST_AT_ONE_PLACE = 20;

    private final FileStore store;
    private final FileBytesStore bytes;
    private final FileTextStore texts;
    private final Intake intake;
    private final StoredFileScan scan;
    private final Map<String, FileRights> rights;
    private final Clock clock;

    Files(
            FileStore store,
            FileBytesStore bytes,
            FileTextStore texts,
            Intake intake,
            StoredFileScan scan,
            ObjectProvider<FileRights> rights,
            Clock clock) {
        this.store = store;
        this.bytes = bytes;
        this.texts = texts;
        this.intake = intake;
        this.scan = scan;
        this.rights = rights.stream().collect(Collectors.toMap(FileRights::kind, Function.identity()));
        this.clock = clock;
    }

    /**
     * Cleans, checks and keeps a file. It hangs on nothing yet, and is cleared away after a day if that stays so. The same file sent twice with one form is
     * kept once.
     *
     * @param upload null if no file was chosen
     * @param formKey of the form that it came with
     * @throws Rejected (as a signal) with a {@link FileRefusal} if it is not taken
     * @throws NotAllowed if the viewer is not approved
     */
    public Mono<StoredFile> take(@Nullable Upload upload, String formKey, Viewer viewer) {
        String by = viewer.id();
        if (upload == null) {
            return Mono.error(() -> new Rejected(FileRefusal.MISSING));
        }
        return Mono.usingWhen(
                intake.examine(upload),
                examined -> keep(examined, by, by + "/" + formKey + "/" + examined.sha256()),
                intake::discard);
    }

    /**
     * Hangs a file on a thing; may be a step of a transaction.
     *
     * @param title what it is, in words for readers
     * @throws Rejected (as a signal) with {@link FileRefusal#TOO_MANY} or {@link FileRefusal#GONE}
     * @throws NotAllowed (as a signal) unless the viewer may change the thing
     */
    public Mono<StoredFile> attach(StoredFile file, Place place, String title, Viewer viewer) {
        return asEditor(place, viewer)
                .then(store.at(place))
                .filter(there -> there.size() < MOST_AT_ONE_PLACE
                        || there.stream().anyMatch(one -> one.id().equals(file.id())))
                .switchIfEmpty(Mono.error(() -> new Rejected(FileRefusal.TOO_MANY)))
                .flatMap(there -> store.attach(file.id(), place, title))
                .switchIfEmpty(Mono.error(() -> new Rejected(FileRefusal.GONE)));
    }

    /** A file of our own, such as the demo's: hung where it belongs as it is, once. */
    public Mono<StoredFile> bring(Path file, FileKind kind, Place place, String title) {
        return Mono.usingWhen(
                        intake.ours(file, kind),
                        examined -> keep(examined, "", "ours/" + place + "/" + examined.sha256()),
                        intake::discard)
                .flatMap(kept -> store.attach(kept.id(), place, title));
    }

    /** The entry is there before the bytes: what is cut off half-way is found by it. */
    private Mono<StoredFile> keep(Examined examined, String by, String key) {
        StoredFile fresh = new StoredFile(
                Ids.next(),
                FileState.INCOMPLETE,
                examined.name(),
                examined.kind(),
                examined.size(),
                examined.sha256(),
                by,
                clock.instant(),
                Place.NOWHERE,
                "",
                null);
        return store.withKey(key)
                .switchIfEmpty(Mono.defer(() -> store.insert(fresh)
                        .then(bytes.put(fresh.id(), fresh.name(), examined.path(), examined.size()))
                        .then(texts.put(fresh.id(), examined.words()))
                        .then(Mono.defer(() -> store.complete(fresh, examined.state(), key)))
                        .onErrorResume(
                                DuplicateKeyException.class,
                                twice -> clear(fresh).then(store.withKey(key)))));
    }

    /** What hangs on a thing: for its readers what has passed, for who may change it all. Nothing for others. */
    public Mono<List<StoredFile>> at(Place place, Viewer viewer) {
        return rightsOf(place)
                .mayChange(place.id(), viewer)
                .flatMap(mayChange -> mayChange
                        ? store.at(place)
                        : rightsOf(place)
                                .mayRead(place.id(), viewer)
                                .filter(mayRead -> mayRead)
                                .flatMap(mayRead -> store.at(place))
                                .map(there -> there.stream()
                                        .filter(StoredFile::isPassed)
                                        .toList()))
                .defaultIfEmpty(List.of());
    }

    /** One to be read; empty if there is none, it has not passed, or the viewer may not know of it. */
    public Mono<StoredFile> forReader(String id, Place place, Viewer viewer) {
        return rightsOf(place)
                .mayRead(place.id(), viewer)
                .filter(mayRead -> mayRead)
                .flatMap(mayRead -> store.find(id))
                .filter(file -> file.isAt(place) && file.isPassed());
    }

    /**
     * One to be changed; empty if there is none.
     *
     * @throws NotAllowed (as a signal) unless the viewer may change the thing that it hangs on
     */
    public Mono<StoredFile> forEditor(String id, Place place, Viewer viewer) {
        return asEditor(place, viewer)
                .then(store.find(id))
                .filter(file -> file.isAt(place) && file.state() != FileState.INCOMPLETE);
    }

    /** Has one scanned that waits, or in which something was found; empty and {@link NotAllowed} as with {@link #forEditor}. */
    public Mono<StoredFile> checkAgain(String id, Place place, Viewer viewer) {
        return forEditor(id, place, viewer).flatMap(file -> file.isPassed() ? Mono.just(file) : scan.of(file));
    }

    /** Takes one away; empty and {@link NotAllowed} as with {@link #forEditor}. */
    public Mono<StoredFile> remove(String id, Place place, Viewer viewer) {
        return forEditor(id, place, viewer)
                .flatMap(file -> store.hide(file.id()).then(clear(file)).thenReturn(file));
    }

    /** The words in a file, for an index; empty if none were found in it. */
    public Mono<String> words(StoredFile file) {
        return texts.find(file.id());
    }

    /**
     * Bytes of a file that the viewer may have, by {@link #forReader}.
     *
     * @param from the first of them, counted from 0
     * @param length how many; there must be as many
     */
    public Flux<ByteBuffer> bytes(StoredFile file, long from, long length) {
        return bytes.read(file.id(), from, length);
    }

    /** The bytes first: while the entry is there, the rest is found again. */
    Mono<Void> clear(StoredFile file) {
        return bytes.remove(file.id()).then(texts.remove(file.id())).then(store.remove(file.id()));
    }

    private Mono<Void> asEditor(Place place, Viewer viewer) {
        return rightsOf(place)
                .mayChange(place.id(), viewer)
                .filter(mayChange -> mayChange)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .then();
    }

    private FileRights rightsOf(Place place) {
        FileRights found = rights.get(place.kind());
        if (found == null) {
            throw new IllegalArgumentException("No FileRights are there for " + place.kind());
        }
        return found;
    }
}
