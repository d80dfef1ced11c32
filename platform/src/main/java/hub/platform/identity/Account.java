package hub.platform.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of the hub.
 *
 * @param identity who says who they are: the provider's realm, a bar, the subject; null until an invited person's first sign-in
 * @param name the name that others see, 1 to 60 characters
 * @param household people of one household share it; a household is in one constellation at most
 * @param line what stands beside the name, such as "Carer since 2011"; may be empty
 * @param sessionsFrom sessions that began before it count as signed out; null if all count
 * @param newLink the newest link made for a person who was here before, until they say that they know of it
 */
public record Account(
        String id,
        @Nullable String identity,
        String name,
        String household,
        String line,
        @Nullable String email,
        Approval approval,
        Set<Role> roles,
        Instant createdAt,
        @Nullable Instant approvedAt,
        @Nullable Instant lastSeenAt,
        @Nullable Instant sessionsFrom,
        @Nullable NewLink newLink) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** One who can act as an administrator now. There is always at least one. */
    public boolean isActiveAdministrator() {
        return approval == Approval.APPROVED && roles.contains(Role.ADMINISTRATOR);
    }

    /**
     * A link with which a password can be chosen anew.
     *
     * @param by the name of the administrator who made it, at that time
     */
    public record NewLink(String by, Instant at) {}

    /** One who has never been sent a second link. */
    public static Account of(
            String id,
            @Nullable String identity,
            String name,
            String household,
            String line,
            @Nullable String email,
            Approval approval,
            Set<Role> roles,
            Instant createdAt,
            @Nullable Instant approvedAt) {
        return new Account(
                id, identity, name, household, line, email, approval, roles, createdAt, approvedAt, null, null, null);
    }

    /** Whether a session that began then still stands for this person. */
    public boolean honoursSession(Instant began) {
        return sessionsFrom == null || !began.isBefore(sessionsFrom);
    }

    /** Whoever holds an older session may not be the one who gets the link: all of them end. */
    public Account withNewLink(String by, Instant at) {
        Instant then = at.truncatedTo(ChronoUnit.MILLIS);
        return new Account(
                id,
                identity,
                name,
                household,
                line,
                email,
                approval,
                roles,
                createdAt,
                approvedAt,
                lastSeenAt,
                then,
                new NewLink(by, then));
    }

    /** Never earlier than what ended already. */
    Account withSessionsFrom(Instant moment) {
        Instant then = moment.truncatedTo(ChronoUnit.MILLIS);
        return new Account(
                id,
                identity,
                name,
                household,
                line,
                email,
                approval,
                roles,
                createdAt,
                approvedAt,
                lastSeenAt,
                sessionsFrom == null || sessionsFrom.isBefore(then) ? then : sessionsFrom,
                newLink);
    }

    public Account withApproval(Approval next, Instant at) {
        Instant since = next == Approval.APPROVED && approvedAt == null ? at : approvedAt;
        return new Account(
                id,
                identity,
                name,
                household,
                line,
                email,
                next,
                roles,
                createdAt,
                since,
                lastSeenAt,
                sessionsFrom,
                newLink);
    }

    /**
     * Of somebody who has left for good: nothing tells who it was, and no session counts. The id stays, so that conversations hold together.
     *
     * @param nobody what stands in the place of the name
     */
    Account closed(String nobody, Instant at) {
        return new Account(
                id,
                null,
                nobody,
                id,
                "",
                null,
                Approval.ENDED,
                Set.of(),
                createdAt,
                approvedAt,
                null,
                at.plus(1, ChronoUnit.SECONDS).truncatedTo(ChronoUnit.MILLIS),
                null);
    }

    public Account withRoles(Set<Role> next) {
        return new Account(
                id,
                identity,
                name,
                household,
                line,
                email,
                approval,
                next,
                createdAt,
                approvedAt,
                lastSeenAt,
                sessionsFrom,
                newLink);
    }

    public Account withDetails(String newName, String newHousehold, String newLine) {
        return new Account(
                id,
                identity,
                newName,
                newHousehold,
                newLine,
                email,
                approval,
                roles,
                createdAt,
                approvedAt,
                lastSeenAt,
                sessionsFrom,
                newLink);
    }
}
