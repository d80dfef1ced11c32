package hub.platform.forms;

import org.jspecify.annotations.Nullable;

/** An answer that people type in words of their own, and what was made of it. Templates show it by {@link #toString}: in full if it was understood, else as typed. */
public sealed interface TypedAnswer permits TypedDate, TypedTime {

    /** Whether nothing was typed. */
    boolean isEmpty();

    /** Why it was not understood; null if it was, or is empty. */
    @Nullable
    Unclear unclear();

    /** What the sentence of {@link #unclear} is about, such as "June"; may be empty. */
    String about();
}
