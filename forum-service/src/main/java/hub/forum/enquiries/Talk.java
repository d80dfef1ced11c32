package hub.forum.enquiries;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who talks to an enquirer as a carer.
 *
 * @param ambassador the account of whoever is proposed or has accepted, whose place is held as long as it stands here; null if nobody
 * @param askedAt when she was asked; null if nobody is
 * @param acceptedAt when she accepted; null before
 * @param before who was proposed before, and what came of it
 * @param contacts the earliest first, at most {@link #MOST_CONTACTS}: days and kinds, no words
 */
public record Talk(
        @Nullable String ambassador,
        @Nullable Instant askedAt,
        @Nullable Instant acceptedAt,
        List<Before> before,
        List<Contact> contacts) {
    public static final int MOST_CONTACTS = 100;
    static final Talk NONE = new Talk(null, null, null, List.of(), List.of());

    public Talk {
        before = List.copyOf(before);
        contacts = List.copyOf(contacts);
    }

    /** What came of somebody who was proposed before. */
    public enum Outcome implements Slug {
        SAID_NO,
        NO_ANSWER,
        /** The desk took it back. */
        TAKEN_BACK,
        /** She had accepted, and could not go on. */
        HANDED_BACK,
        /** She had accepted, and it came to an end with the enquiry. */
        TALKED;
    }

    /** @param ambassador the account; empty when it was erased */
    public record Before(String ambassador, Outcome outcome, Instant at) {}

    /** That she was in touch. */
    public record Contact(String id, LocalDate day, Kind kind) {
        /** How. */
        public enum Kind implements Slug {
            CALL,
            MESSAGE,
            VIDEO,
            MEETING;
        }
    }

    Talk ask(String account, Instant at) {
        return new Talk(account, at, null, before, contacts);
    }

    Talk accept(Instant at) {
        return new Talk(ambassador, askedAt, at, before, contacts);
    }

    /** Nobody is asked any more, or talks. */
    Talk end(Outcome outcome, Instant at) {
        if (ambassador == null) {
            return this;
        }
        List<Before> all = new ArrayList<>(before);
        all.add(new Before(ambassador, outcome, at));
        return new Talk(null, null, null, all, contacts);
    }

    /** Noted with the same id again it is there once. @throws Rejected if there are too many */
    Talk log(Contact contact) {
        if (contacts.stream().anyMatch(one -> one.id().equals(contact.id()))) {
            return this;
        }
        if (contacts.size() >= MOST_CONTACTS) {
            throw new Rejected(EnquiryRefusal.CONTACTS_FULL);
        }
        List<Contact> all = new ArrayList<>(contacts);
        all.add(contact);
        all.sort(Comparator.comparing(Contact::day));
        return new Talk(ambassador, askedAt, acceptedAt, before, all);
    }

    /** Outcomes and days, without who. */
    Talk erased() {
        return new Talk(
                null,
                null,
                null,
                before.stream()
                        .map(one -> new Before("", one.outcome(), one.at()))
                        .toList(),
                contacts);
    }

    public boolean accepted() {
        return acceptedAt != null;
    }

    /** Whether this account is proposed, or has accepted. */
    public boolean isWith(@Nullable String account) {
        return account != null && account.equals(ambassador);
    }
}
