package hub.signin;

import java.time.Instant;

/** What the hub does for the provider beside it: one-time links by mail, as the provider knows no mail server, and the end of sessions. */
public interface LinkLetters {
    /** Where there is no mail server: people ask the fostering service. */
    LinkLetters NONE = new LinkLetters() {
        @Override
        public boolean goOut() {
            return false;
        }

        @Override
        public void ask(String subject) {}

        @Override
        public void passwordChosen(String subject, Instant at) {}
    };

    /** Whether letters leave this house. */
    boolean goOut();

    /**
     * Asks for a letter to somebody, with a link that is made when it is written. Returns at once, so that nobody can tell by the time it takes whether there is somebody to
     * write to.
     */
    void ask(String subject);

    /** Somebody chose a password anew: whoever knew the old one is out, also of the hub. Returns at once. @param at sessions that begin from then on stand */
    void passwordChosen(String subject, Instant at);
}
