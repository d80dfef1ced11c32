package hub.platform.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Finds in a text what could tell who a child is. Immutable. How long it takes: {@code ./hub bench guard}. */
public final class Guard {
    private final List<Rule> rules;

    /** What one kind of thing looks like. */
    interface Rule {
        /** @param already what other rules found */
        List<Finding> in(Passage passage, List<Finding> already);
    }

    /** @param known who may be named, in small letters: people of staff, as they are listed */
    public Guard(Predicate<String> known) {
        // The first that finds something in a place wins.
        this.rules = List.of(
                new NumberRule(),
                new CourtRule(),
                new PlaceRule(),
                new OnlyOneRule(),
                new NameRule(known),
                new AgeRule());
    }

    /** In the order of the text, none inside another. */
    public List<Finding> look(String text) {
        Passage passage = new Passage(text);
        List<Finding> all = new ArrayList<>();
        for (Rule rule : rules) {
            for (Finding finding : rule.in(passage, List.copyOf(all))) {
                if (all.stream().noneMatch(finding::overlaps)) {
                    all.add(finding);
                }
            }
        }
        all.sort(Comparator.comparingInt(Finding::start));
        return List.copyOf(all);
    }
}
