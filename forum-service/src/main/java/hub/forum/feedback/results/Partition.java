package hub.forum.feedback.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The answers to a question in parts that do not overlap, each about five people or more. So nothing has to be withheld, and nothing can be worked out: each number that
 * can be made by adding and subtracting parts of which one holds the other is a sum of parts. What is smaller is put together, and told apart for nobody.
 *
 * @param parts in the order of the answers, what was put together last; none if they cannot be told apart at all
 */
public record Partition(List<Part> parts) {
    public static final int LEAST = hub.platform.figures.Suppression.LEAST;

    /** The name of what was put together. */
    public static final String OTHERS = "others";

    /** The most that one of those that were too small can be. */
    private static final int MOST_SMALL = LEAST - 1;

    public Partition {
        parts = List.copyOf(parts);
    }

    /** @param name of the answer */
    public record Part(String name, long kinship, long foster) {
        public long all() {
            return kinship + foster;
        }

        Part with(Part other) {
            return new Part(OTHERS, kinship + other.kinship, foster + other.foster);
        }
    }

    public static Partition of(List<Part> answers) {
        List<Part> together = new ArrayList<>(
                answers.stream().filter(part -> part.all() < LEAST).toList());
        int small = together.size();
        List<Part> rest = new ArrayList<>(answers.stream()
                .filter(part -> part.all() >= LEAST)
                .sorted(Comparator.comparingLong(Part::all))
                .toList());
        while (!together.isEmpty() && !hides(together, small) && !rest.isEmpty()) {
            together.add(rest.removeFirst());
        }
        List<Part> shown = new ArrayList<>(
                answers.stream().filter(part -> !together.contains(part)).toList());
        if (!together.isEmpty()) {
            shown.add(together.stream().skip(1).reduce(asOthers(together.getFirst()), Part::with));
        }
        return new Partition(shown.size() < 2 ? List.of() : shown);
    }

    private static Part asOthers(Part part) {
        return new Part(OTHERS, part.kinship(), part.foster());
    }

    /**
     * Whether their sum is about enough people and leaves open which of them is how many, also to somebody who knows how they were chosen: those that were too small are
     * at most four, those that were added five or more.
     */
    private static boolean hides(List<Part> together, int small) {
        long sum = together.stream().mapToLong(Part::all).sum();
        int added = together.size() - small;
        return together.size() > 1
                && sum >= LEAST
                && (added == 0 ? sum < (long) small * MOST_SMALL : sum > (long) added * LEAST);
    }

    /** Whether the two cuts can be shown beside the whole: no part of a part is about fewer than five. */
    public boolean canBeCut() {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.kinship() >= LEAST && part.foster() >= LEAST);
    }
}
