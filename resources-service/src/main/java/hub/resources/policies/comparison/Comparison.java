package hub.resources.policies.comparison;

import hub.platform.text.Slug;
import hub.platform.text.WordChanges;
import hub.resources.policies.Clause;
import hub.resources.policies.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two versions of a policy laid beside each other, clause by clause in the order of the later one; what was taken out comes last. */
public record Comparison(List<ClauseChange> clauses) {
    public Comparison {
        clauses = List.copyOf(clauses);
    }

    /** What became of a clause. */
    public enum Kind implements Slug {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * @param title as in the later version; as in the earlier one for what was taken out
     * @param oldTitle empty unless the title changed
     * @param words the text, in pieces
     */
    public record ClauseChange(String anchor, String title, String oldTitle, Kind kind, List<WordChanges.Piece> words) {
        public ClauseChange {
            words = List.copyOf(words);
        }
    }

    public static Comparison between(PolicyVersion before, PolicyVersion after) {
        return between(before.clauses(), after.clauses());
    }

    public static Comparison between(List<Clause> before, List<Clause> after) {
        List<ClauseChange> changes = new ArrayList<>();
        for (Clause clause : after) {
            changes.add(find(before, clause.anchor())
                    .map(old -> kept(old, clause))
                    .findFirst()
                    .orElseGet(() -> alone(clause, Kind.ADDED, WordChanges.Sort.ADDED)));
        }
        before.stream()
                .filter(clause -> find(after, clause.anchor()).findAny().isEmpty())
                .map(clause -> alone(clause, Kind.REMOVED, WordChanges.Sort.REMOVED))
                .forEach(changes::add);
        return new Comparison(changes);
    }

    private static Stream<Clause> find(List<Clause> clauses, String anchor) {
        return clauses.stream().filter(clause -> clause.anchor().equals(anchor));
    }

    private static ClauseChange kept(Clause old, Clause now) {
        boolean titled = !old.title().equals(now.title());
        boolean same = !titled && old.text().equals(now.text());
        return new ClauseChange(
                now.anchor(),
                now.title(),
                titled ? old.title() : "",
                same ? Kind.SAME : Kind.CHANGED,
                WordChanges.between(old.text(), now.text()));
    }

    private static ClauseChange alone(Clause clause, Kind kind, WordChanges.Sort sort) {
        return new ClauseChange(
                clause.anchor(), clause.title(), "", kind, List.of(new WordChanges.Piece(sort, clause.text())));
    }

    /** Without what stayed as it was. */
    public List<ClauseChange> different() {
        return clauses.stream().filter(change -> change.kind() != Kind.SAME).toList();
    }
}
