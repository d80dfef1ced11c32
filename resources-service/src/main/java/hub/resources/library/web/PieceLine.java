package hub.resources.library.web;

/**
 * A guide in a list.
 *
 * @param checked "October 2026"
 * @param due whether it is being checked now
 */
record PieceLine(String href, String title, String summary, int minutes, String checked, boolean due) {}
