package hub.platform.mail;

import java.util.List;

/**
 * What a letter says. Texts are messages of a bundle with their arguments; an argument is a number or a word of the house, never of a person.
 *
 * @param subject a line
 * @param lead what it is about
 * @param lines each a point of a list; may be empty
 * @param button what to do
 * @param path where that is done, from the root of the hub; or a full address
 */
public record Letter(Text subject, Text lead, List<Text> lines, Text button, String path) {

    /** A message and what stands in it. */
    public record Text(String key, List<Object> arguments) {
        public static Text of(String key, Object... arguments) {
            return new Text(key, List.of(arguments));
        }
    }
}
