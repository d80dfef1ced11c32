package hub.resources.policies;

/**
 * A clause of a policy.
 *
 * @param anchor letters, digits and hyphens; the same through all versions, and never given to another clause, so that a link to it stays right
 * @param title to {@link #LONGEST_TITLE} characters
 * @param text Markdown, to {@link #LONGEST_TEXT} characters
 * @param html what is shown
 */
public record Clause(String anchor, String title, String text, String html) {
    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_TEXT = 6_000;

    Clause reworded(String newTitle, String newText, String newHtml) {
        return new Clause(anchor, newTitle, newText, newHtml);
    }
}
