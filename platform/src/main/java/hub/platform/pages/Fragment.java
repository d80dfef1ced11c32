package hub.platform.pages;

/**
 * A piece of a page that a feature makes for a page that is not its own. The page puts it with {@code parts/fragment :: put}.
 *
 * @param template such as {@code threads/parts}
 * @param name of the fragment in it
 * @param it what it shows; the fragment sees it as {@code it}
 */
public record Fragment(String template, String name, Object it) {}
