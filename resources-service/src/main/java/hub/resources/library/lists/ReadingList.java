package hub.resources.library.lists;

import hub.platform.refusals.Rejected;
import java.util.ArrayList;
import java.util.List;

/**
 * Guides in an order, such as "Start here: new kinship carer".
 *
 * @param guides their slugs, the first to read first
 * @param retired whether it is not sent any more; whoever has it keeps it
 * @param author the account of the editor who made it
 * @param formKey of the form that it was made with
 * @param revision raised by each change
 */
public record ReadingList(
        String id,
        String title,
        String intro,
        List<String> guides,
        boolean retired,
        String author,
        String formKey,
        long revision) {
    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_INTRO = 300;

    /** Nobody reads a longer one to its end. */
    public static final int MOST_GUIDES = 20;

    public ReadingList {
        guides = List.copyOf(guides);
    }

    static ReadingList fresh(String id, String title, String intro, String author, String formKey) {
        return new ReadingList(id, title, intro, List.of(), false, author, formKey, 0);
    }

    /** As its carers see it. */
    public String path() {
        return "/library/lists/" + id;
    }

    /** As staff see it. */
    public String staffPath() {
        return "/library/staff/lists/" + id;
    }

    ReadingList describe(String newTitle, String newIntro) {
        return with(newTitle, newIntro, guides, retired);
    }

    /** At the end; one that is there stays where it is. */
    ReadingList add(String guide) {
        if (guides.contains(guide)) {
            return this;
        }
        if (guides.size() >= MOST_GUIDES) {
            throw new Rejected(ListRefusal.FULL);
        }
        List<String> more = new ArrayList<>(guides);
        more.add(guide);
        return with(title, intro, more, retired);
    }

    ReadingList remove(String guide) {
        return with(
                title, intro, guides.stream().filter(one -> !one.equals(guide)).toList(), retired);
    }

    /** Before the one that it stands behind. The first stays the first. */
    ReadingList moveUp(String guide) {
        int at = guides.indexOf(guide);
        if (at < 1) {
            return this;
        }
        List<String> moved = new ArrayList<>(guides);
        moved.set(at, moved.get(at - 1));
        moved.set(at - 1, guide);
        return with(title, intro, moved, retired);
    }

    ReadingList retire() {
        return with(title, intro, guides, true);
    }

    private ReadingList with(String newTitle, String newIntro, List<String> newGuides, boolean isRetired) {
        ReadingList next = new ReadingList(id, newTitle, newIntro, newGuides, isRetired, author, formKey, revision + 1);
        return next.says(this) ? this : next;
    }

    private boolean says(ReadingList other) {
        return title.equals(other.title)
                && intro.equals(other.intro)
                && guides.equals(other.guides)
                && retired == other.retired;
    }
}
