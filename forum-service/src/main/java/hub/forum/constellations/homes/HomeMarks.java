package hub.forum.constellations.homes;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The marks of the homes of one constellation.
 *
 * @param id of the group
 * @param homes the ids of the households that have each mark
 */
public record HomeMarks(String id, Map<HomeMark, Set<String>> homes) {
    public HomeMarks {
        Map<HomeMark, Set<String>> copy = new EnumMap<>(HomeMark.class);
        homes.forEach((mark, households) -> copy.put(mark, Set.copyOf(households)));
        homes = Map.copyOf(copy);
    }

    static HomeMarks none(String group) {
        return new HomeMarks(group, Map.of());
    }

    public Set<String> of(HomeMark mark) {
        return homes.getOrDefault(mark, Set.of());
    }
}
