package hub.platform.words;

import java.util.Locale;

/** What becomes of a document when the person closes their account, and why. Its words are {@code words.closing.<slug>}. */
public enum Closing {
    /** It is about nobody, or about nobody with an account. */
    NOBODYS,
    /** It goes. Where it belongs to several people it stays for the others. */
    GOES,
    /** It stays without a name: others have answered it. */
    CONVERSATION,
    /** It stays as long as the service must be able to show what was decided, done and learned. */
    RECORD,
    /** It was written for the service, and is the service's. */
    SERVICE,
    /** It goes by itself, soon. */
    PASSES;

    /** As in the keys of messages. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
