package hub.resources.training.courses;

import hub.platform.refusals.Rejected;
import hub.resources.training.TrainingRefusal;

/**
 * Something that is taught, on as many dates as it takes.
 *
 * @param retired it is held no more; its dates and what people learned there stay
 * @param author who added it
 * @param formKey of the form it was added with: one course for each author and key
 * @param version 0 at first, raised by each change; whoever changes it says which one they saw
 */
public record Course(
        String id, Outline outline, boolean retired, String author, String formKey, Change changed, long version) {

    public static Course fresh(String id, Outline outline, Change first) {
        return new Course(id, outline, false, first.by(), first.key(), first, 0);
    }

    /** @throws Rejected if it is retired */
    public Course describe(Outline next, Change change) {
        if (retired) {
            throw new Rejected(TrainingRefusal.COURSE_RETIRED);
        }
        return new Course(id, next, false, author, formKey, change, version + 1);
    }

    /** Done already is done. */
    public Course retire(Change change) {
        return retired ? this : new Course(id, outline, true, author, formKey, change, version + 1);
    }

    public String title() {
        return outline.title();
    }

    public String path() {
        return "/training/courses/" + id;
    }

    boolean cameWith(String by, String key) {
        return changed.by().equals(by) && changed.key().equals(key);
    }
}
