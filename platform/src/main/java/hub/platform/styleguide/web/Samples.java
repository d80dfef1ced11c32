package hub.platform.styleguide.web;

import hub.platform.time.Moment;
import hub.platform.web.once.Part;
import hub.platform.web.parts.PostNode;
import hub.platform.web.parts.ThreadLine;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invented people and what they say, to show the parts with. */
final class Samples {
    static final Moment SATURDAY =
            new Moment("2026-11-21T22:20:00Z", "Saturday at 10.20pm", "Saturday 21 November 2026 at 10.20pm");

    private static final Part NOTHING = PostNode.all(List.of());

    static final Form FORM =
            new Form("Ruth", "Ten minutes I can do.", "carer", Set.of("carer"), true, "carer", "", "", "");

    static final List<Option> OPTIONS = List.of(
            new Option("carer", "I am a foster carer", "You have been to panel."),
            new Option("kinship", "I am a kinship carer", null));

    static final List<Section> SECTIONS =
            List.of(new Section("/styleguide", "Conversations", true), new Section("/styleguide", "People", false));

    static final List<ThreadLine> THREADS = List.of(
            new ThreadLine(
                    "/styleguide",
                    "Bedtimes since the clocks changed",
                    true,
                    "New replies",
                    false,
                    false,
                    "Leroy",
                    "12 replies",
                    SATURDAY,
                    "Larkhill constellation"),
            new ThreadLine(
                    "/styleguide",
                    "How we look after each other here",
                    false,
                    null,
                    true,
                    true,
                    "Leroy",
                    "12 replies",
                    SATURDAY,
                    "Larkhill constellation"),
            new ThreadLine(
                    "/styleguide",
                    "وقت النوم بعد تغيير الساعة",
                    true,
                    null,
                    false,
                    false,
                    "Leroy",
                    "12 replies",
                    SATURDAY,
                    "Larkhill constellation"));

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

    static List<PostNode> posts() {
        PostNode deepest = said(
                "6",
                "Dawn Pickering",
                "DP",
                "plum",
                "<p>Mine is the one from the Christmas tree.</p>",
                "Tasneem",
                false,
                NOTHING);
        PostNode fresh = new PostNode(
                "5",
                "/styleguide",
                "Dawn Pickering",
                "DP",
                "plum",
                "Kinship carer",
                SATURDAY,
                false,
                Part.html("<p>A lamp on a timer helped.</p>"),
                PostNode.State.PUBLISHED,
                null,
                null,
                null,
                true,
                false,
                true,
                false,
                true,
                PostNode.all(List.of(deepest)),
                NOTHING);
        String text =
                "<p>It is gone ten and I have only just sat down.</p><ul><li>A later tea</li><li>No screens after six</li></ul><blockquote><p>The reading is lovely.</p></blockquote>";
        Part replies = PostNode.all(List.of(
                fresh,
                gone("3", PostNode.State.DELETED, "Deleted by its author on Sunday."),
                gone("4", PostNode.State.HIDDEN, "It may say too much about a child.")));
        PostNode first = said("1", "Tasneem Akhtar", "TA", "moss", text, null, true, replies);
        PostNode arabic = said(
                "2",
                "ليلى حداد",
                "لح",
                "teal",
                "<p>عشر دقائق تكفيني. هل نقلتم الصباح أيضاً؟</p>",
                null,
                false,
                NOTHING);
        return List.of(first, arabic);
    }

    private static PostNode said(
            String id,
            String name,
            String initials,
            String hue,
            String html,
            @Nullable String to,
            boolean own,
            Part replies) {
        return new PostNode(
                id,
                "/styleguide",
                name,
                initials,
                hue,
                "Kinship carer",
                SATURDAY,
                own,
                Part.html(html),
                PostNode.State.PUBLISHED,
                null,
                to,
                "1",
                false,
                own,
                true,
                own,
                !own,
                replies,
                NOTHING);
    }

    private static PostNode gone(String id, PostNode.State state, String why) {
        return new PostNode(
                id,
                "/styleguide",
                "",
                "",
                "clay",
                null,
                SATURDAY,
                false,
                Part.html(""),
                state,
                why,
                null,
                null,
                false,
                false,
                false,
                false,
                true,
                NOTHING,
                NOTHING);
    }
}
