package hub.platform.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the guard says of a form, for the page that shows the form again.
 *
 * @param seen names the texts that it was said of, so that any change is looked at again
 * @param notices by field, those with something found alone
 * @param why what was chosen, if anything was
 * @param kept whether it is kept that somebody posts it all the same
 */
public record Advice(String seen, Map<String, Notice> notices, String why, boolean kept) {

    /**
     * Of one field.
     *
     * @param words what was found, each once
     * @param general the text with general words in their places
     */
    public record Notice(List<Words> words, String general) {}

    /** Words of the text, and what they look like. */
    public record Words(String words, String kind) {}

    public boolean isAbout(String field) {
        return notices.containsKey(field);
    }

    /** What can be chosen: general words, or a reason to post as it is. */
    public List<String> reasons() {
        return Stream.concat(
                        Stream.of(GuardAnswer.GENERAL),
                        Arrays.stream(GuardAnswer.Why.values()).map(GuardAnswer.Why::slug))
                .toList();
    }

    static Notice notice(String text, List<Finding> found) {
        List<Words> words = new ArrayList<>();
        for (Finding finding : found) {
            Words these = new Words(finding.in(text), finding.kind().slug());
            if (!words.contains(these)) {
                words.add(these);
            }
        }
        return new Notice(List.copyOf(words), GeneralWords.of(text, found));
    }
}
