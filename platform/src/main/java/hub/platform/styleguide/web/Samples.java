package hub.platform.styleguide.web;

import hub.platform.time.Moment;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invented people and what they say, to show the parts with. */
final class Samples {
    static final Moment SATURDAY =
            new Moment("2026-11-21T22:20:00Z", "Saturday at 10.20pm", "Saturday 21 November 2026 at 10.20pm");

    static final Form FORM =
            new Form("Ruth", "Ten minutes I can do.", "carer", Set.of("carer"), true, "carer", "", "", "");

    static final List<Option> OPTIONS = List.of(
            new Option("carer", "I am a foster carer", "You have been to panel."),
            new Option("kinship", "I am a kinship carer", null));

    static final List<Section> SECTIONS =
            List.of(new Section("/styleguide", "Conversations", true), new Section("/styleguide", "People", false));

    static final List<ThreadLine> THREADS = List.of(
            new ThreadLine("Bedtimes since the clocks changed", true, "New replies", false, false),
            new ThreadLine("How we look after each other here", false, null, true, true),
            new ThreadLine("وقت النوم بعد تغيير الساعة", true, null, false, false));

    private Samples() {}

    /** Fields that are right and fields that are wrong. */
    record Form(
            String name,
            String text,
            String role,
            Set<String> help,
            Boolean agreed,
            String group,
            String wrongName,
            String wrongText,
            String wrongRole) {}

    record Option(String value, String label, @Nullable String hint) {}

    record Section(String href, String text, boolean here) {}

    /** As {@code parts/threads :: list} wants it. */
    record ThreadLine(String title, boolean isNew, @Nullable String newText, boolean pinned, boolean locked) {
        public String href() {
            return "/styleguide";
        }

        public String by() {
            return "Leroy";
        }

        public String repliesText() {
            return "12 replies";
        }

        public Moment time() {
            return SATURDAY;
        }

        public String groupName() {
            return "Larkhill constellation";
        }
    }

    /** As {@code parts/post :: posts} wants it. */
    record Node(
            String id,
            String authorName,
            String initials,
            String hue,
            String html,
            String state,
            @Nullable String goneText,
            @Nullable String inReplyTo,
            boolean fresh,
            boolean edited,
            boolean own,
            List<Node> replies) {
        public String line() {
            return "Kinship carer";
        }

        public Moment time() {
            return SATURDAY;
        }

        public String permalink() {
            return "/styleguide";
        }

        public String inReplyToHref() {
            return "#post-1";
        }

        public boolean canReply() {
            return true;
        }

        public boolean canEdit() {
            return own;
        }

        public boolean canModerate() {
            return !own;
        }

        public String replyHref() {
            return "/styleguide";
        }

        public String editHref() {
            return "/styleguide";
        }

        public String reportHref() {
            return "/styleguide";
        }

        public String moderateHref() {
            return "/styleguide";
        }
    }

    static List<Node> posts() {
        Node deepest =
                said("6", "Dawn Pickering", "DP", "plum", "<p>Mine is the one from the Christmas tree.</p>", "Tasneem");
        Node fresh = new Node(
                "5",
                "Dawn Pickering",
                "DP",
                "plum",
                "<p>A lamp on a timer helped.</p>",
                "PUBLISHED",
                null,
                null,
                true,
                false,
                false,
                List.of(deepest));
        Node hidden = new Node(
                "4",
                "",
                "",
                "clay",
                "",
                "HIDDEN",
                "It may say too much about a child.",
                null,
                false,
                false,
                false,
                List.of());
        Node deleted = new Node(
                "3",
                "",
                "",
                "clay",
                "",
                "DELETED",
                "Deleted by its author on Sunday.",
                null,
                false,
                false,
                false,
                List.of());
        Node arabic = said("2", "ليلى حداد", "لح", "teal", "<p>عشر دقائق تكفيني. هل نقلتم الصباح أيضاً؟</p>", null);
        return List.of(
                new Node(
                        "1",
                        "Tasneem Akhtar",
                        "TA",
                        "moss",
                        "<p>It is gone ten and I have only just sat down.</p><ul><li>A later tea</li><li>No screens after six</li></ul><blockquote><p>The reading is lovely.</p></blockquote>",
                        "PUBLISHED",
                        null,
                        null,
                        false,
                        true,
                        true,
                        List.of(fresh, deleted, hidden)),
                arabic);
    }

    private static Node said(String id, String name, String initials, String hue, String html, @Nullable String to) {
        return new Node(id, name, initials, hue, html, "PUBLISHED", null, to, false, false, false, List.of());
    }
}
