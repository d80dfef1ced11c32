package hub.resources.news.web;

import hub.platform.calendar.WallTime;
import hub.platform.forms.FormKey;
import hub.platform.forms.Typed;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationWords;
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
 * @param what what changed, in a correction
 * @param act the button that was pressed: save, preview, or whatever publishes
 */
record PublicationForm(
        @Typed(isLong = true) String title,

        @Typed(isLong = true) String summary,

        @Typed(isLong = true) String text,

        String audience,
        Boolean mustRead,
        @Typed(isLong = true) String what,

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
            "mustRead");

    PublicationForm {
        title = orEmpty(title);
        summary = orEmpty(summary);
        text = orEmpty(text);
        audience = orEmpty(audience);
        mustRead = mustRead != null && mustRead;
        what = orEmpty(what);
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
                false,
                none,
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
        TrainingFacts facts = publication.training();
        String none = "";
        return new PublicationForm(
                publication.title(),
                publication.words().summary(),
                publication.words().text(),
                publication.audience().slug(),
                publication.mustRead(),
                none,
                facts == null || facts.starts() == null
                        ? TypedDate.NONE
                        : TypedDate.of(WallTime.at(facts.starts()).date()),
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

    boolean asksForPreview() {
        return act.equals("preview");
    }

    /** Enter in a field presses the form's first button, which saves: nothing is published by accident. */
    boolean asksToPublish() {
        return act.equals("publish");
    }

    FormCheck check(Kind kind) {
        return new FormCheck(this, kind);
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
