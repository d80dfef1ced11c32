package hub.platform.status;

import hub.platform.text.Slug;
import java.util.List;

/**
 * How one part of the hub stands.
 *
 * @param of the part: {@code status.<of>} is its name in the bundle
 * @param words what there is to say: {@code status.<of>.<words>} in the bundle
 * @param arguments of the sentence
 */
public record Standing(String of, State state, String words, List<Object> arguments) {
    public enum State implements Slug {
        FINE,
        /** It goes on, and somebody should see to it. */
        LOOK,
        /** Something does not work. */
        BROKEN
    }

    public static Standing fine(String of, String words, Object... arguments) {
        return new Standing(of, State.FINE, words, List.of(arguments));
    }

    public static Standing look(String of, String words, Object... arguments) {
        return new Standing(of, State.LOOK, words, List.of(arguments));
    }

    public static Standing broken(String of, String words, Object... arguments) {
        return new Standing(of, State.BROKEN, words, List.of(arguments));
    }
}
