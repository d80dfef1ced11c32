package hub.forum.feedback.answers;

/**
 * That somebody was asked, and whether they have answered. Made for all who are asked at once, before anybody answers, and changed in its place: neither when somebody
 * answered nor in which order people did can be seen.
 *
 * @param id random
 * @param of the round, or the prompt
 */
public record Ticket(String id, String of, String account, boolean answered) {}
