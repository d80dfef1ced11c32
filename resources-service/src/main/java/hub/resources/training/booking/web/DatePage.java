package hub.resources.training.booking.web;

import hub.platform.forms.Choice;
import hub.resources.standards.TsdStandard;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.TrainingSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date of a course.
 *
 * @param when a line for each day
 * @param twice that the start comes twice that night; empty for nothing
 * @param phase the end of a message's key
 * @param hours "2.5"
 * @param closes until when it can be booked: "Wednesday 2 December at 5pm"
 * @param link where it is held online, for those who may see it now; empty for others
 * @param own the viewer's place; null if they have none
 * @param book what the viewer can book; null if nothing
 * @param clashes what else of the viewer's is at that time: a line each
 * @param staff what can be done with it by those who run training; null for others
 * @param done the message key of what has just been done; null for nothing
 */
record DatePage(
        TrainingSession session,
        Course course,
        List<String> when,
        String twice,
        String phase,
        String hours,
        String closes,
        String link,
        List<TsdStandard> standards,
        @Nullable Own own,
        @Nullable Book book,
        List<String> clashes,
        boolean keepsRegister,
        boolean registerOpen,
        @Nullable Staff staff,
        @Nullable String done) {

    /** For the summary of errors. */
    public List<String> fields() {
        return List.of("needs");
    }

    /**
     * @param state the end of a message's key
     * @param others names of who comes too; empty for nobody
     * @param until when an offer ends; empty if it is none
     * @param before how many wait before them
     */
    record Own(String state, String others, String until, int before, boolean canCancel) {}

    /** @param household others who can come too */
    record Book(boolean waitingList, List<Choice> household) {}

    record Staff(boolean canOpen, boolean canClose, boolean canEdit, boolean canCancel) {}
}
