package hub.forum.groups;

import hub.platform.identity.Rejected;
import hub.platform.text.InputText;

/** Short texts that people give with an act: why, or a word to whoever decides. */
final class Words {
    static final int MOST = 500;

    private Words() {}

    /** @throws Rejected with the key if it is too short or longer than 500 characters */
    static String required(String typed, int least, String messageKey) {
        String text = InputText.cleanText(typed).strip();
        int length = InputText.length(text);
        if (length < least || length > MOST) {
            throw new Rejected(messageKey);
        }
        return text;
    }

    /** @throws Rejected with the key if it is longer than 500 characters */
    static String optional(String typed, String messageKey) {
        return required(typed, 0, messageKey);
    }
}
