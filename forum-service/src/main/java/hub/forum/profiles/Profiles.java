package hub.forum.profiles;

import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.text.Markdown;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people say of themselves, as somebody sees it. */
@Service
public class Profiles {
    private final ProfileStore store;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Markdown markdown;
    private final Transactions transactions;

    Profiles(
            ProfileStore store,
            Accounts accounts,
            Memberships memberships,
            Markdown markdown,
            Transactions transactions) {
        this.store = store;
        this.accounts = accounts;
        this.memberships = memberships;
        this.markdown = markdown;
        this.transactions = transactions;
    }

    /** The address of somebody's profile. */
    public static String path(String account) {
        return "/profiles/" + account;
    }

    /**
     * A profile as the viewer sees it.
     *
     * @param shared the ids of the groups that they are both in
     * @param own whether it is the viewer's own, of which they see all
     */
    public record Seen(PersonName name, Profile profile, Set<String> shared, boolean own) {}

    /** Empty for whoever shows the viewer nothing and shares no group with them: as for somebody who never was. Who is not approved shows nothing. */
    public Mono<Seen> of(String account, Visibility visibility) {
        return accounts.approved(account)
                .flatMap(person -> memberships
                        .shared(account, visibility)
                        .flatMap(shared -> seen(person, shared, visibility.viewer())))
                .switchIfEmpty(Mono.defer(() -> silent(account, visibility)));
    }

    /** That somebody of one's groups is suspended is for administrators to know: for others they have said nothing of themselves. */
    private Mono<Seen> silent(String account, Visibility visibility) {
        return memberships
                .shared(account, visibility)
                .filter(shared -> !shared.isEmpty())
                .zipWith(accounts.names(Set.of(account)))
                .map(found -> new Seen(found.getT2().of(account), Profile.nothing(account), found.getT1(), false));
    }

    private Mono<Seen> seen(Account person, Set<String> shared, Viewer viewer) {
        boolean own = person.id().equals(viewer.id());
        boolean together = !shared.isEmpty();
        return store.of(person.id())
                .filter(profile -> own || together || profile.widest() == Audience.EVERYBODY)
                .zipWith(accounts.names(Set.of(person.id())))
                .map(found -> new Seen(
                        found.getT2().of(person.id()),
                        own ? found.getT1() : found.getT1().seenBy(together),
                        shared,
                        own));
    }

    /** Those of some people whose profiles say something that the viewer may see. No query is made for each: who shows something is kept together. */
    public Mono<Set<String>> toLink(Collection<PersonName> people, Visibility visibility) {
        return store.shown()
                .flatMap(shown -> Flux.fromIterable(people)
                        .filter(PersonName::approved)
                        .map(PersonName::id)
                        .filterWhen(account -> isShown(account, shown, visibility))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Mono<Boolean> isShown(String account, Map<Audience, Set<String>> shown, Visibility visibility) {
        boolean own = account.equals(visibility.viewer().account());
        boolean inGroups = shown.getOrDefault(Audience.GROUPS, Set.of()).contains(account);
        if (shown.getOrDefault(Audience.EVERYBODY, Set.of()).contains(account) || own && inGroups) {
            return Mono.just(true);
        }
        return inGroups ? memberships.shared(account, visibility).map(shared -> !shared.isEmpty()) : Mono.just(false);
    }

    public Mono<Profile> own(Viewer viewer) {
        return store.of(viewer.id());
    }

    /**
     * Writes one's own. The same words again are no change.
     *
     * @param revision of the profile that was on the page
     * @throws Rejected {@code profiles.changedMeanwhile} (as a signal)
     */
    public Mono<Profile> write(Profile.Said said, int revision, Viewer viewer) {
        return store.of(viewer.id())
                .flatMap(before ->
                        before.says(said) && before.revision() > 0 ? Mono.just(before) : put(before, said, revision));
    }

    private Mono<Profile> put(Profile before, Profile.Said said, int revision) {
        if (before.revision() != revision) {
            return Mono.error(new Rejected(ProfileRefusal.CHANGED_MEANWHILE));
        }
        return markdown.post(said.about())
                .map(html -> before.saying(said, html, Markdown.VERSION))
                .flatMap(after -> transactions.run(store.save(before, after)))
                .switchIfEmpty(Mono.defer(() -> store.of(before.id()).filter(now -> now.says(said))))
                .switchIfEmpty(Mono.error(() -> new Rejected(ProfileRefusal.CHANGED_MEANWHILE)));
    }
}
