package hub.forum.constellations.rota;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lists with one more, and without some. */
final class Lists {
    private Lists() {}

    static <T> List<T> plus(List<T> list, T one) {
        List<T> all = new ArrayList<>(list);
        all.add(one);
        return all;
    }

    static <T> List<T> without(List<T> list, Predicate<T> which) {
        return list.stream().filter(which.negate()).toList();
    }
}
