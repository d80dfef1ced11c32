package hub.platform.text;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells lists from lines that only look like items. A list has two items that belong together, or begins with 1. */
final class ListRun {
    private static final int DEEPEST = 3;
    /** Columns: more than the widest marker, so that every level stands within the one before. */
    private static final int STEP = 5;

    private final TreeMap<Integer, ListItem> open = new TreeMap<>();

    /** Whether an item belongs to this list or begins it; the last of each level is remembered. */
    boolean takes(ListItem item, @Nullable ListItem next) {
        open.tailMap(item.indent(), false).clear();
        ListItem before = open.get(item.indent());
        boolean real;
        if (before == null) {
            real = open.isEmpty() ? begins(item, next) : open.size() < DEEPEST;
        } else {
            real = item.follows(before) || (item.isNumbered() != before.isNumbered() && begins(item, next));
        }
        if (real) {
            open.put(item.indent(), item);
        }
        return real;
    }

    private static boolean begins(ListItem item, @Nullable ListItem next) {
        return item.number() == 1
                || (next != null
                        && (next.indent() > item.indent() || (next.indent() == item.indent() && next.follows(item))));
    }

    /** Of the item taken last. */
    String indent() {
        return " ".repeat(STEP * (open.size() - 1));
    }

    void end() {
        open.clear();
    }
}
