package hub.forum.threads;

import hub.forum.groups.Visibility;

/** Who may do what with threads and posts. */
public final class ThreadPolicy {
    private ThreadPolicy() {}

    /** To lock, pin and hide: moderators where they may read; the facilitator or liaison worker in that group. */
    public static boolean mayModerate(Visibility viewer, String group) {
        return viewer.mayRead(group) && (viewer.viewer().moderator() || viewer.leads(group));
    }

    /** To open it again: what a moderator has locked, only a moderator opens. */
    public static boolean mayUnlock(Visibility viewer, DiscussionThread thread) {
        DiscussionThread.Lock lock = thread.lock();
        return mayModerate(viewer, thread.group())
                && (lock == null || !lock.byModerator() || viewer.viewer().moderator());
    }

    /** To show a hidden post again: not its author; what a moderator has hidden, only a moderator. */
    public static boolean mayShow(Visibility viewer, Post post) {
        Post.Hiding hiding = post.hiding();
        return mayModerate(viewer, post.group())
                && !post.author().equals(viewer.viewer().account())
                && (hiding == null || !hiding.byModerator() || viewer.viewer().moderator());
    }

    /** To thank, hug and the like: whoever may write there, for what others said. */
    public static boolean mayReact(Visibility viewer, Post post) {
        return viewer.mayPost(post.group())
                && !post.author().equals(viewer.viewer().account());
    }

    /** To see what it said before: its author, and whoever moderates there. */
    public static boolean maySeeHistory(Visibility viewer, Post post) {
        return viewer.mayRead(post.group())
                && (post.author().equals(viewer.viewer().account()) || mayModerate(viewer, post.group()));
    }
}
