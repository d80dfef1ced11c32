package hub.platform.events;

/**
 * Something that happened: a record of ids and facts, annotated with its {@link EventName}. It never holds words that a person wrote, nor anything
 * that may not be read any more when it is looked at: whoever takes it reads, with the rights of that moment.
 */
public interface Event {
    /** The id of what it happened to; events of one subject are taken in order. */
    String subject();
}
