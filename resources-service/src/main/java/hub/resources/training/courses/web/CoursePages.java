package hub.resources.training.courses.web;

import hub.platform.forms.Choice;
import hub.resources.publishing.PublicationWords;
import hub.resources.standards.TsdStandard;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.DateLine;
import hub.resources.training.courses.Mandatory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of courses show. */
final class CoursePages {
    private CoursePages() {}

    /** A course in a list. @param count the hours as a number */
    record Line(
            String href, String title, String purpose, String hours, double count, boolean mandatory, boolean retired) {
        static Line of(Course course) {
            return new Line(
                    course.path(),
                    course.title(),
                    course.outline().purpose(),
                    PublicationWords.hours(course.outline().hours()),
                    course.outline().hours(),
                    course.outline().mandatory() != Mandatory.NOBODY,
                    course.retired());
        }
    }

    record CourseList(List<Line> courses, boolean manages) {}

    /**
     * Dates that are to come.
     *
     * @param earlier where the list begins, on any page but the first
     * @param later where the next page is; null on the last
     */
    record DateList(
            List<DateLine> dates,
            @Nullable String earlier,
            @Nullable String later,
            boolean manages) {}

    /**
     * A course.
     *
     * @param hours "2.5"
     * @param past its dates that are over or not open, for those who run training
     */
    record CoursePage(
            Course course,
            String hours,
            List<TsdStandard> standards,
            List<DateLine> dates,
            List<DateLine> past,
            boolean manages,
            @Nullable String done) {}

    /** @param action where the form is sent; {@code course} is null for a new one */
    record CourseEdit(
            String action,
            @Nullable Course course,
            List<Choice> audiences,
            List<Choice> mandatory,
            List<Choice> standards) {
        public List<String> fields() {
            return CourseForm.FIELDS;
        }
    }

    /** @param back where the page leads back to */
    record SessionEdit(String action, Course course, String back, boolean fresh) {
        public List<String> fields() {
            return SessionForm.FIELDS;
        }
    }

    record Cancelling(String id, String title, String when, int booked) {}

    /** A month of the year's plan. */
    record Month(String name, List<DateLine> dates) {}

    record Planner(
            List<Month> months,
            @Nullable String earlier,
            @Nullable String later) {}
}
