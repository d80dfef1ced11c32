package hub.resources.library;

/** What guides are about. */
public record Topic(String slug, String name) {

    /** One that the settings do not name: "leaving-care" is "Leaving care". */
    static Topic unnamed(String slug) {
        String words = slug.replace('-', ' ');
        return new Topic(slug, words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
}
