package hub.platform.calendar.web;

import hub.platform.calendar.FeedSecret;
import hub.platform.text.InputText;

/** What is sent about a calendar. */
final class CalendarForms {
    private CalendarForms() {}

    /**
     * An address to be made. Its secret is made with the form and not when that comes in, so that two taps make one address, and a reload shows it again.
     *
     * @param secret a fresh one if it is missing or none of ours
     */
    record Address(String secret) {
        Address {
            secret = FeedSecret.isOne(InputText.orEmpty(secret)) ? secret : FeedSecret.fresh();
        }
    }
}
