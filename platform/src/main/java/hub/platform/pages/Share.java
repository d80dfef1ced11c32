package hub.platform.pages;

/**
 * What other sites show of a link to a page that anybody may read (Open Graph).
 *
 * @param description in a sentence
 * @param address in full
 */
public record Share(String title, String description, String address) {}
