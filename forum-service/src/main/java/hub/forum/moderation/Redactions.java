package hub.forum.moderation;

import hub.forum.groups.Visibility;
import hub.forum.threads.Post;
import hub.forum.threads.Threads;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.personaldata.PersonalData;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes words out of a post that should stand nowhere, such as a child's name: out of the post, what it was before, quotes in other posts, titles, drafts, reports and appeals, letters that have
 * not gone, and the search index. No copy is kept.
 */
@Service
public class Redactions {
    private final RedactionStore store;
    private final Threads threads;
    private final PersonalData data;
    private final AuditLog audit;
    private final Transactions transactions;
    private final MessageSource messages;
    private final Clock clock;

    Redactions(
            RedactionStore store,
            Threads threads,
            PersonalData data,
            AuditLog audit,
            Transactions transactions,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.threads = threads;
        this.data = data;
        this.audit = audit;
        this.transactions = transactions;
        this.messages = messages;
        this.clock = clock;
    }

    /** A post that the viewer may take words out of: a moderator, of what somebody else wrote and they read. Empty for everybody else. */
    public Mono<Post> post(String id, Visibility visibility) {
        return visibility.viewer().moderator()
                ? threads.post(id, visibility)
                        .filter(post -> post.live()
                                && !post.author().equals(visibility.viewer().account()))
                : Mono.empty();
    }

    /**
     * In how many texts of the whole hub the words stand, for whoever is about to take them out; where these are is not said before.
     *
     * @throws Rejected as {@link #takeOut}
     */
    public Mono<Integer> look(String post, String words, String reason, Visibility visibility) {
        return post(post, visibility)
                .flatMap(found -> require(words, reason, found, visibility).then(data.count(words)));
    }

    public Mono<Redaction> find(String id, Viewer viewer) {
        return store.find(id, viewer);
    }

    /**
     * Takes them out. Sent again after it was cut off it goes on.
     *
     * @param id of the form
     * @param words {@value Redaction#LEAST} to {@value Redaction#MOST} characters, of which the post has all
     * @param reason for the audit log
     * @return empty if the viewer may not
     * @throws Rejected {@code moderation.redact.notThere} (as a signal) if they do not stand in the post, {@code moderation.redact.reasonHasThem} if they stand in the reason
     */
    public Mono<Redaction> takeOut(String id, String post, String words, String reason, Visibility visibility) {
        String by = visibility.viewer().id();
        return post(post, visibility)
                .flatMap(found -> store.find(id, visibility.viewer())
                        .switchIfEmpty(Mono.defer(() -> require(words, reason, found, visibility)
                                .then(Mono.defer(() -> begin(
                                        new Redaction(
                                                id, post, found.thread(), by, reason, clock.instant(), Map.of(), false),
                                        found.group()))))))
                .flatMap(begun -> begun.done() ? Mono.just(begun) : finish(begun, words));
    }

    /** They stand in the post or in the title above it; or they stood there, and an earlier try was cut off behind it. */
    private Mono<Void> require(String words, String reason, Post post, Visibility visibility) {
        if (PersonalData.areIn(words, reason)) {
            return Mono.error(new Rejected(ReportRefusal.REASON_HAS_THEM));
        }
        boolean there = PersonalData.areIn(words, post.markdown())
                || post.earlier().stream().anyMatch(before -> PersonalData.areIn(words, before.markdown()));
        return there
                ? Mono.empty()
                : threads.find(post.thread(), visibility)
                        .map(thread -> PersonalData.areIn(words, thread.title()))
                        .filter(inTitle -> inTitle)
                        .switchIfEmpty(store.isCutOff(post.id()))
                        .filter(goesOn -> goesOn)
                        .switchIfEmpty(Mono.error(() -> new Rejected(ReportRefusal.NOT_IN_POST)))
                        .then();
    }

    private Mono<Redaction> begin(Redaction fresh, String group) {
        Map<String, String> details = Map.of("reason", fresh.reason());
        return transactions.run(store.put(fresh)
                .delayUntil(made -> audit.record("moderation.redact", fresh.by(), fresh.post(), group, details)));
    }

    private Mono<Redaction> finish(Redaction begun, String words) {
        String instead = messages.getMessage("moderation.redact.instead", null, Locale.UK);
        return data.takeOut(words, instead).flatMap(places -> store.put(begun.done(places)));
    }
}
