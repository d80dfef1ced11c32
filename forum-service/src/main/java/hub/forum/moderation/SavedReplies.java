package hub.forum.moderation;

import hub.forum.groups.Visibility;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Short texts for reasons: moderators keep them, and whoever answers reports may take them. */
@Service
public class SavedReplies {
    private static final int MOST = 60;

    private final SavedReplyStore store;
    private final Reports reports;
    private final Clock clock;

    SavedReplies(SavedReplyStore store, Reports reports, Clock clock) {
        this.store = store;
        this.reports = reports;
        this.clock = clock;
    }

    /** By title; none for whoever answers nothing. */
    public Mono<List<SavedReply>> all(Visibility visibility) {
        return reports.mayAnswer(visibility) ? store.all(MOST).collectList() : Mono.just(List.of());
    }

    /** @throws NotAllowed (as a signal) unless the viewer is a moderator */
    public Mono<SavedReply> find(String id, Viewer viewer) {
        return keeper(viewer).then(store.find(id));
    }

    /**
     * @param once of the form: sent again, it is there once
     * @throws NotAllowed (as a signal) unless the viewer is a moderator
     * @throws Rejected {@code moderation.replies.there}, {@code moderation.replies.tooMany} (as a signal)
     */
    public Mono<SavedReply> add(String title, String text, String once, Viewer viewer) {
        SavedReply fresh = new SavedReply(
                Ids.of("saved reply " + once), title, text, String.valueOf(viewer.account()), clock.instant());
        Mono<SavedReply> added = store.all(MOST)
                .count()
                .filter(there -> there < MOST)
                .switchIfEmpty(Mono.error(() -> new Rejected(ReportRefusal.TOO_MANY_REPLIES)))
                .flatMap(room -> store.insert(fresh));
        return keeper(viewer)
                .then(store.find(fresh.id()))
                .switchIfEmpty(added)
                .onErrorResume(
                        DuplicateKeyException.class,
                        there -> store.find(fresh.id())
                                .switchIfEmpty(Mono.error(() -> new Rejected(ReportRefusal.REPLY_THERE))));
    }

    /** As {@link #add}; empty if it is gone. */
    public Mono<SavedReply> change(String id, String title, String text, Viewer viewer) {
        return find(id, viewer)
                .map(before -> new SavedReply(id, title, text, String.valueOf(viewer.account()), clock.instant()))
                .flatMap(store::replace)
                .onErrorMap(DuplicateKeyException.class, there -> new Rejected(ReportRefusal.REPLY_THERE));
    }

    /** Done twice it is done once. */
    public Mono<Void> remove(String id, Viewer viewer) {
        return keeper(viewer).then(store.remove(id)).then();
    }

    /** What was written so far, with the chosen text behind it. */
    public Mono<String> fill(String written, String chosen, Visibility visibility) {
        return reports.mayAnswer(visibility)
                ? store.find(chosen)
                        .map(reply -> written.contains(reply.text()) ? written : (written + " " + reply.text()).strip())
                        .defaultIfEmpty(written)
                : Mono.error(new NotAllowed());
    }

    private static Mono<Void> keeper(Viewer viewer) {
        return viewer.moderator() ? Mono.empty() : Mono.error(new NotAllowed());
    }
}
