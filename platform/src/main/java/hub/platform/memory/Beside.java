package hub.platform.memory;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A place beside something remembered, for what is made of it again and again. It goes when that goes. Of all that is made, one thing is kept: what was
 * asked for twice in a row, as most readers see the same and what only one of them sees should not take its place.
 *
 * @param <F> what it is made from, immutable, with {@code equals} over all that matters
 * @param <M> what is made, immutable
 */
public final class Beside<F, M> {
    private volatile @Nullable F last;
    private volatile @Nullable Kept<F, M> kept;

    /**
     * What is made from something, or was made from its equal before.
     *
     * @param toKeep turns what was made into what is kept of it and given out from then on
     */
    public M of(F from, Function<F, M> make, UnaryOperator<M> toKeep) {
        Kept<F, M> known = kept;
        if (known != null && known.from.equals(from)) {
            return known.made;
        }
        M made = make.apply(from);
        if (!from.equals(last)) {
            last = from;
            return made;
        }
        M worthKeeping = toKeep.apply(made);
        kept = new Kept<>(from, worthKeeping);
        last = null;
        return worthKeeping;
    }

    private record Kept<F, M>(F from, M made) {}
}
