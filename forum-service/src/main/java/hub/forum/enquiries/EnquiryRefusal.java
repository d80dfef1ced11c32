package hub.forum.enquiries;

import hub.platform.refusals.Refusal;

/** Why something about an enquiry is refused. */
public enum EnquiryRefusal implements Refusal {
    NOT_NOW("enquiries.refused.notNow", "", false),
    CHANGED_MEANWHILE("enquiries.refused.meanwhile", "", false),
    IN_THE_PAST("enquiries.visit.past", "date", true),
    IN_THE_FUTURE("enquiries.contact.day.future", "day", true),
    CONTACTS_FULL("enquiries.refused.contacts", "", false),
    TOO_FAST("enquiries.refused.tooFast", "", true),
    TRAPPED("enquiries.refused.trapped", "", true),
    INCOMPLETE("enquiries.refused.incomplete", "", true);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    EnquiryRefusal(String messageKey, String field, boolean mendable) {
        this.messageKey = messageKey;
        this.field = field;
        this.mendable = mendable;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public boolean canBeMended() {
        return mendable;
    }
}
