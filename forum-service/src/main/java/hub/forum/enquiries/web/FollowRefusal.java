package hub.forum.enquiries.web;

import hub.platform.refusals.Refusal;

/** Why an enquiry is not found by what somebody typed. Which of the two was wrong is not said. */
enum FollowRefusal implements Refusal {
    UNKNOWN;

    @Override
    public String messageKey() {
        return "enquiries.follow.unknown";
    }

    @Override
    public String field() {
        return "reference";
    }

    @Override
    public boolean canBeMended() {
        return true;
    }
}
