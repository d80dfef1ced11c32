package hub.forum.threads.web;

import hub.forum.threads.Post;
import hub.forum.threads.ThreadLine;
import hub.platform.pages.Fragment;
import hub.platform.styleguide.StyleguideSection;
import hub.platform.time.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Invented people and what they say, to show conversations and posts with in the style guide. */
@Component
@ConditionalOnProperty("hearth.styleguide")
class ThreadSamples implements StyleguideSection {
    private static final Moment SATURDAY =
            new Moment("2026-11-21T22:20:00Z", "Saturday at 10.20pm", "Saturday 21 November 2026 at 10.20pm");

    /** What {@code threads/styleguide :: samples} shows. */
    record Samples(List<ThreadLine> threads, List<PostNode> posts) {}

    @Override
    public Fragment fragment() {
        return new Fragment("threads/styleguide", "samples", new Samples(threads(), posts()));
    }

    private static List<ThreadLine> threads() {
        return List.of(
                thread("Bedtimes since the clocks changed", "New replies", false),
                thread("How we look after each other here", null, true),
                thread("وقت النوم بعد تغيير الساعة", null, false));
    }

    private static ThreadLine thread(String title, @Nullable String news, boolean pinnedAndLocked) {
        return new ThreadLine(
                "/styleguide",
                title,
                news != null,
                news,
                pinnedAndLocked,
                pinnedAndLocked,
                "Leroy",
                "12 replies",
                SATURDAY,
                "Larkhill constellation");
    }

    private static List<PostNode> posts() {
        PostNode deepest = new PostNode(
                said(
                        "6",
                        "Dawn Pickering",
                        "DP",
                        "plum",
                        "<p>Mine is the one from the Christmas tree.</p>",
                        "Tasneem",
                        true),
                List.of(),
                List.of());
        PostNode fresh = new PostNode(
                said("5", "Dawn Pickering", "DP", "plum", "<p>A lamp on a timer helped.</p>", null, true),
                List.of(deepest),
                List.of());
        String text =
                "<p>It is gone ten and I have only just sat down.</p><ul><li>A later tea</li><li>No screens after six</li></ul><blockquote><p>The reading is lovely.</p></blockquote>";
        PostNode first = new PostNode(
                said("1", "Tasneem Akhtar", "TA", "moss", text, null, false),
                List.of(
                        fresh,
                        gone("3", Post.State.DELETED, "Deleted by its author on Sunday."),
                        gone("4", Post.State.HIDDEN, "It may say too much about a child.")),
                List.of());
        PostNode arabic = new PostNode(
                said("2", "ليلى حداد", "لح", "teal", "<p>عشر دقائق تكفيني. هل نقلتم الصباح أيضاً؟</p>", null, false),
                List.of(),
                List.of());
        return List.of(first, arabic);
    }

    private static PostNode.Shown said(
            String id, String name, String initials, String hue, String html, @Nullable String to, boolean fresh) {
        return new PostNode.Shown(
                id,
                "/styleguide",
                name,
                initials,
                hue,
                "Kinship carer",
                null,
                SATURDAY,
                fresh,
                html,
                Post.State.PUBLISHED,
                null,
                to,
                "1",
                to,
                to == null ? 0 : 1,
                fresh,
                !fresh,
                true,
                !fresh,
                fresh,
                fresh,
                List.of(
                        new PostNode.Reacted("thanks", 3, fresh),
                        new PostNode.Reacted("hug", 1, false),
                        new PostNode.Reacted("same-here", 0, false),
                        new PostNode.Reacted("helpful", 0, false)));
    }

    private static PostNode gone(String id, Post.State state, String why) {
        PostNode.Shown post = new PostNode.Shown(
                id,
                "/styleguide",
                "",
                "",
                "clay",
                null,
                null,
                SATURDAY,
                false,
                "",
                state,
                why,
                null,
                null,
                null,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                List.of());
        return new PostNode(post, List.of(), List.of());
    }
}
