package hub.platform.mail;

import reactor.core.publisher.Mono;

/** One kind of letter: a bean of the feature that sends it. */
public interface MailKind {
    /** Never changed once landed: letters wait under it, and links in letters that went out name it. */
    String kind();

    /**
     * Writes the letter, when it goes out.
     *
     * @param account of whoever gets it, approved at this moment
     * @param about what it is about, as it was asked for
     * @return empty if there is nothing to say any more
     */
    Mono<Letter> write(String account, String about);

    /** The person wants no more of this kind. Done twice it is done once. */
    Mono<Void> stop(String account);
}
