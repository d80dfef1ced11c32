package hub.resources.training.web;

import hub.resources.publishing.Publication;
import hub.resources.publishing.TrainingFacts;
import hub.resources.standards.TsdStandard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training notice to read.
 *
 * @param date "Wednesday 2 December"; empty in a draft without one
 * @param times "10am to 12.30pm"
 * @param twice that the start comes twice that night and the first is meant; empty for nothing
 * @param holiday that it is on a bank holiday, for editors alone; empty for nothing
 * @param hours that count, such as "2.5"; null if none do
 * @param book how to book, with numbers to tap
 * @param over whether it has taken place
 * @param calendar where the date is for the reader's own calendar; null unless it is published
 * @param updated "Updated 3 May"; empty if it was never corrected
 * @param readBy by when the viewer is asked to have read it, and to say so; empty if they are not asked
 * @param read whether they have
 * @param done the message key of what an editor has just done
 */
record NoticePage(
        Publication item,
        TrainingFacts facts,
        String date,
        String times,
        String twice,
        String holiday,
        @Nullable String hours,
        List<Phones.Part> book,
        List<TsdStandard> standards,
        boolean over,
        @Nullable String calendar,
        String updated,
        String readBy,
        boolean read,
        @Nullable String done) {}
