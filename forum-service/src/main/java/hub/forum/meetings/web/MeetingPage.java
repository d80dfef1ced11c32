package hub.forum.meetings.web;

import hub.forum.meetings.Meeting;
import hub.platform.forms.Choice;
import hub.platform.places.FamilyHub;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one meeting.
 *
 * @param back where the group's meetings are
 * @param kind what kind of group it is of
 * @param date "Wednesday 16 December 2026"
 * @param hub null for an online meeting
 * @param where the place that is no family hub; empty for every other
 * @param activity what it says as a social activity; null for every other meeting
 * @param link of the online meeting; null for whoever does not see it, or not yet
 * @param expect the lines of what to expect
 * @param tel the number to ask, digits only
 * @param changed what is different from what people were told; empty if nothing
 * @param notes that the hour comes twice, that it is a bank holiday; may be empty
 * @param answer what the viewer has answered, a sentence; empty if nothing
 * @param mayReply whether the form is shown
 * @param places how many places are free, a sentence; empty if there is no limit or the viewer may not know
 * @param people who comes; null for whoever may not know
 * @param answersForOthers whether the viewer, who does not lead the group, answers for people whom they supervise
 * @param takesRegister whether the viewer may write down who came
 * @param attended how many did, a sentence; empty if that is not written down, or the viewer does not lead the group
 * @param done what was just done; null if nothing was
 */
record MeetingPage(
        Meeting meeting,
        String back,
        String group,
        String kind,
        String date,
        String hours,
        @Nullable FamilyHub hub,
        String where,
        @Nullable Outing activity,
        @Nullable String link,
        List<String> expect,
        String tel,
        String changed,
        List<String> notes,
        String answer,
        boolean mayReply,
        String places,
        @Nullable WhoComes people,
        boolean arranges,
        boolean answersForOthers,
        boolean over,
        boolean takesRegister,
        String attended,
        List<Choice> reminders,
        @Nullable String done) {

    /**
     * What it says as a social activity.
     *
     * @param access what is there for those who need it, each in words
     * @param invited who is, for those who arrange it; empty for everybody else
     * @param lifts a sentence; null where none are arranged
     * @param edit where it is changed
     */
    record Outing(
            String cost,
            List<String> access,
            String photographs,
            String invited,
            @Nullable String lifts,
            String edit) {}

    /**
     * @param summary "12 people come: 9 adults and 3 children."
     * @param waiting in their order
     */
    record WhoComes(String summary, List<Person> going, List<Person> waiting, List<Person> notGoing) {}

    /**
     * @param initials null for a guest whose name is erased
     * @param line with how many; null if alone
     */
    record Person(
            String name,
            @Nullable String initials,
            String hue,
            @Nullable String line) {}
}
