package hub.platform.tellings;

import java.util.Arrays;
import java.util.Optional;

/**
 * What people are told of in this way; they choose for each how they want to hear of it. Its words are {@code tellings.<slug>.notice.kind} and {@code .mail}. Named here and not
 * by whoever tells, as the service that shows them does not know the other.
 */
public enum TellingKind {
    /** A place in training: got, offered, moved, called off. */
    PLACES("tellings.places"),
    /** What is soon: training that begins, a date that comes near. */
    REMINDERS("tellings.reminders"),
    /** A policy: a version to read, what becomes of a suggestion, a review that is due. */
    POLICIES("tellings.policies"),
    /** The library and the news: a guide to review, something to read, a reading list. */
    LIBRARY("tellings.library");

    private final String kind;

    TellingKind(String kind) {
        this.kind = kind;
    }

    /** As notifications name it. */
    public String kind() {
        return kind;
    }

    public static Optional<TellingKind> of(String kind) {
        return Arrays.stream(values()).filter(one -> one.kind.equals(kind)).findFirst();
    }
}
