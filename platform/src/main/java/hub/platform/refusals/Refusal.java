package hub.platform.refusals;

/** Why something is refused. Each feature has an enum of its own reasons, so that whoever must tell them apart compares constants. */
public interface Refusal {
    /** Of the sentence that says why and what to do. */
    String messageKey();

    /** The field of the form that it is about; empty for the form as a whole. */
    default String field() {
        return "";
    }

    /** Whether another answer to the same form may be taken at once; else things have changed meanwhile. */
    default boolean canBeMended() {
        return false;
    }
}
