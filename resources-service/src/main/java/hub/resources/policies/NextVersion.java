package hub.resources.policies;

import java.util.List;
import java.util.Optional;

/** The version that is being written. Only those who look after policies see it. */
public record NextVersion(List<Clause> clauses) {
    public NextVersion {
        clauses = List.copyOf(clauses);
    }

    public Optional<Clause> clause(String anchor) {
        return clauses.stream().filter(clause -> clause.anchor().equals(anchor)).findFirst();
    }
}
