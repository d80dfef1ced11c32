package hub.resources.news.web;

import hub.platform.calendar.WallTime;
import hub.platform.forms.FormKey;
import hub.platform.forms.Typed;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.text.InputText;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Manuscript;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.Publications.Wish;
import hub.resources.publishing.Timing;
import hub.resources.publishing.TrainingFacts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an editor typed, as typed. {@link FormCheck} makes a manuscript of it.
 *
 * @param version of the publication that the form was shown with; empty for a new one
 * @param widen the audience that a published text is widened to, if its editor has said that they mean it
 * @param what what changed, in a correction
 * @param publishOn the day on which it is to appear; empty for at once
 * @param goesOn the day on which it is to go; empty for never
 * @param act the button that was pressed: save, preview, review, or whatever publishes
 */
record PublicationForm(
        @Typed(isLong = true) String title,

        @Typed(isLong = true) String summary,

        @Typed(isLong = true) String text,

        String audience,
        Set<String> widen,
        Boolean mustRead,
        @Typed(isLong = true) String what,

        TypedDate publishOn,
        TypedTime publishAt,
        TypedDate goesOn,
        TypedTime goesAt,

        TypedDate date,
        TypedTime starts,
        TypedTime ends,
        @Typed String venue,

        @Typed String stepFree,

        @Typed String children,

        @Typed String refreshments,

        @Typed String places,

        @Typed String hours,

        Set<String> standards,
        @Typed String whatToExpect,

        @Typed String book,

        String version,
        String formKey,
        String act) {

    /** In the order of the page, for the summary of errors. */
    static final List<String> FIELDS = List.of(
            "what",
            "title",
            "summary",
            "audience",
            "widen",
            "date",
            "starts",
            "ends",
            "venue",
            "stepFree",
            "children",
            "refreshments",
            "places",
            "hours",
            "standards",
            "whatToExpect",
            "book",
            "text",
            "mustRead",
            "publishOn",
            "publishAt",
            "goesOn",
            "goesAt");

    PublicationForm {
        title = orEmpty(title);
        summary = orEmpty(summary);
        text = orEmpty(text);
        audience = orEmpty(audience);
        widen = widen == null ? Set.of() : Set.copyOf(widen);
        mustRead = mustRead != null && mustRead;
        what = orEmpty(what);
        publishOn = TypedDate.orNone(publishOn);
        publishAt = TypedTime.orNone(publishAt);
        goesOn = TypedDate.orNone(goesOn);
        goesAt = TypedTime.orNone(goesAt);
        date = TypedDate.orNone(date);
        starts = TypedTime.orNone(starts);
        ends = TypedTime.orNone(ends);
        venue = orEmpty(venue);
        stepFree = orEmpty(stepFree);
        children = orEmpty(children);
        refreshments = orEmpty(refreshments);
        places = orEmpty(places);
        hours = orEmpty(hours);
        standards = standards == null ? Set.of() : Set.copyOf(standards);
        whatToExpect = orEmpty(whatToExpect);
        book = orEmpty(book);
        version = orEmpty(version);
        formKey = FormKey.orFresh(formKey);
        act = orEmpty(act);
    }

    static PublicationForm blank() {
        String none = "";
        return new PublicationForm(
                none,
                none,
                none,
                none,
                Set.of(),
                false,
                none,
                TypedDate.NONE,
                TypedTime.NONE,
                TypedDate.NONE,
                TypedTime.NONE,
                TypedDate.NONE,
                TypedTime.NONE,
                TypedTime.NONE,
                none,
                none,
                none,
                none,
                none,
                none,
                Set.of(),
                none,
                none,
                none,
                FormKey.fresh(),
                none);
    }

    /** A publication to be worked on. */
    static PublicationForm of(Publication publication) {
        String what =
                publication.proposal() == null ? "" : publication.proposal().what();
        return of(publication, publication.toWorkOn(), what);
    }

    /** A publication to be worked on, with other words than its own. */
    static PublicationForm of(Publication publication, Manuscript manuscript, String what) {
        TrainingFacts facts = manuscript.training();
        Timing timing = manuscript.timing();
        String none = "";
        return new PublicationForm(
                manuscript.title(),
                manuscript.summary(),
                manuscript.text(),
                manuscript.audience().slug(),
                Set.of(),
                manuscript.mustRead(),
                what,
                date(timing.from()),
                time(timing.from()),
                date(timing.until()),
                time(timing.until()),
                facts == null ? TypedDate.NONE : date(facts.starts()),
                facts == null ? TypedTime.NONE : time(facts.starts()),
                facts == null ? TypedTime.NONE : time(facts.ends()),
                facts == null ? none : facts.venue(),
                facts == null ? none : facts.stepFree(),
                facts == null ? none : facts.children(),
                facts == null ? none : facts.refreshments(),
                facts == null || facts.places() == null ? none : facts.places().toString(),
                facts == null || facts.hours() == null ? none : PublicationWords.hours(facts.hours()),
                facts == null
                        ? Set.of()
                        : facts.standards().stream().map(String::valueOf).collect(Collectors.toSet()),
                facts == null ? none : facts.whatToExpect(),
                facts == null ? none : facts.book(),
                Long.toString(publication.version()),
                FormKey.fresh(),
                none);
    }

    /** The version that was seen; -1, which no publication has, if the form does not say. */
    long seenVersion() {
        return version.matches("[0-9]{1,9}") ? Long.parseLong(version) : -1;
    }

    /** Its title, summary and text, one under the other, to be compared with another's. */
    String inFull() {
        return String.join("\n\n", InputText.clean(title), InputText.clean(summary), InputText.cleanText(text));
    }

    boolean asksForPreview() {
        return act.equals("preview");
    }

    /** Enter in a field presses the form's first button, which saves: nothing is published by accident. */
    Wish wish() {
        return switch (act) {
            case "publish" -> Wish.PUBLISH;
            case "review" -> Wish.REVIEW;
            default -> Wish.KEEP;
        };
    }

    FormCheck check(Kind kind, Instant now) {
        return new FormCheck(this, kind, now);
    }

    private static TypedDate date(@Nullable Instant instant) {
        return instant == null
                ? TypedDate.NONE
                : TypedDate.of(WallTime.at(instant).date());
    }

    private static TypedTime time(@Nullable Instant instant) {
        return instant == null
                ? TypedTime.NONE
                : TypedTime.of(WallTime.at(instant).time());
    }

    private static String orEmpty(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
