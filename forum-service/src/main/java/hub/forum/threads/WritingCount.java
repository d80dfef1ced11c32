package hub.forum.threads;

import java.time.LocalDate;

/**
 * How much one person wrote in a group in a week. For counting alone: it is shown to nobody.
 *
 * @param week the Monday it begins with, in London
 * @param posts that are not deleted, at least one
 */
public record WritingCount(String group, LocalDate week, String author, long posts) {}
