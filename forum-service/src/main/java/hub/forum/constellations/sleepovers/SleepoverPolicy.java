package hub.forum.constellations.sleepovers;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Visibility;

/** Who may see and answer a sleepover. */
public final class SleepoverPolicy {
    private SleepoverPolicy() {}

    /** Whoever asked, those who keep the hub home, and those whom it has reached; each only while they are in the constellation. */
    public static boolean maySee(Visibility viewer, Sleepover sleepover) {
        return viewer.mayPost(sleepover.group())
                && (sleepover.isOf(viewer.viewer().account()) || mayAnswer(viewer, sleepover));
    }

    /** Those who keep the hub home, and those whom it has reached. */
    public static boolean mayAnswer(Visibility viewer, Sleepover sleepover) {
        return viewer.mayPost(sleepover.group())
                && (ConstellationPolicy.mayKeep(viewer, sleepover.group())
                        || sleepover.reached().stream()
                                .anyMatch(account ->
                                        account.equals(viewer.viewer().account())));
    }
}
