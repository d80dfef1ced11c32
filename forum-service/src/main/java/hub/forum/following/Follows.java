package hub.forum.following;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one person chose. A choice for a conversation counts before the one for its group.
 *
 * @param id the account's
 * @param threads by the conversation's id, at most {@value #MOST_THREADS}
 * @param groups by the group's id; what is missing is {@link Volume#MENTIONS}
 */
public record Follows(String id, Map<String, Chosen> threads, Map<String, Volume> groups) {
    static final int MOST_THREADS = 300;

    /**
     * What was chosen for one conversation.
     *
     * @param group in which it stood at that time
     * @param muted whether it is muted; else it is followed
     */
    public record Chosen(String group, boolean muted, Instant at) {}

    public Follows {
        threads = Map.copyOf(Objects.requireNonNullElse(threads, Map.of()));
        groups = Map.copyOf(Objects.requireNonNullElse(groups, Map.of()));
    }

    static Follows nothing(String account) {
        return new Follows(account, Map.of(), Map.of());
    }

    public Volume volume(String group) {
        return groups.getOrDefault(group, Volume.MENTIONS);
    }

    /** Whether this conversation was chosen, whatever holds for its group. */
    public boolean follows(String thread) {
        Chosen chosen = threads.get(thread);
        return chosen != null && !chosen.muted();
    }

    /** Whether this conversation was muted by itself. */
    public boolean mutes(String thread) {
        Chosen chosen = threads.get(thread);
        return chosen != null && chosen.muted();
    }

    /** Whether nothing in it counts as unread: it is muted, or all of its group is. */
    public boolean mutes(String thread, String group) {
        Chosen chosen = threads.get(thread);
        return chosen == null ? volume(group) == Volume.NOTHING : chosen.muted();
    }

    /** Whether they are told that they are answered or mentioned there: unless they wish to hear nothing of the group. */
    public boolean hearsOfAnswers(String thread, String group) {
        return volume(group) != Volume.NOTHING || follows(thread);
    }

    /** The single conversations that are followed. */
    public Set<String> followed() {
        return chosen(false);
    }

    /** The single conversations that are muted. */
    public Set<String> muted() {
        return chosen(true);
    }

    private Set<String> chosen(boolean muted) {
        return threads.entrySet().stream()
                .filter(entry -> entry.getValue().muted() == muted)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Set<String> groupsWith(Volume volume) {
        return groups.entrySet().stream()
                .filter(entry -> entry.getValue() == volume)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was chosen in conversations of a group. */
    Set<String> threadsIn(String group) {
        return threads.entrySet().stream()
                .filter(entry -> entry.getValue().group().equals(group))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was chosen longest ago, if there is more than is kept. */
    Optional<String> tooMany() {
        return threads.size() <= MOST_THREADS
                ? Optional.empty()
                : threads.entrySet().stream()
                        .min(Comparator.comparing((Map.Entry<String, Chosen> entry) ->
                                entry.getValue().at()))
                        .map(Map.Entry::getKey);
    }
}
