package hub.resources.news.web;

import hub.platform.forms.FormKey;
import hub.platform.forms.Typed;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.text.InputText;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Manuscript;
import hub.resources.publishing.OfferTopic;
import hub.resources.publishing.Publication;
import hub.resources.publishing.Publications.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

        Set<String> topics,
        @Typed String owner,

        TypedDate reviewBy,
        TypedDate from,
        TypedDate to,
        @Typed(isLong = true) String pages,

        @Typed String manager,

        @Typed String managerRole,

        @Typed String contact,

        @Typed(isLong = true) String supportGroups,

        @Typed(isLong = true) String money,

        @Typed(isLong = true) String housing,

        @Typed(isLong = true) String education,

        @Typed(isLong = true) String familyTime,

        @Typed(isLong = true) String legal,

        @Typed(isLong = true) String therapeutic,

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
            "from",
            "to",
            "text",
            "pages",
            "supportGroups",
            "money",
            "housing",
            "education",
            "familyTime",
            "legal",
            "therapeutic",
            "manager",
            "managerRole",
            "contact",
            "topics",
            "owner",
            "reviewBy",
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
        topics = topics == null ? Set.of() : Set.copyOf(topics);
        owner = orEmpty(owner);
        reviewBy = TypedDate.orNone(reviewBy);
        from = TypedDate.orNone(from);
        to = TypedDate.orNone(to);
        pages = orEmpty(pages);
        manager = orEmpty(manager);
        managerRole = orEmpty(managerRole);
        contact = orEmpty(contact);
        supportGroups = orEmpty(supportGroups);
        money = orEmpty(money);
        housing = orEmpty(housing);
        education = orEmpty(education);
        familyTime = orEmpty(familyTime);
        legal = orEmpty(legal);
        therapeutic = orEmpty(therapeutic);
        version = orEmpty(version);
        formKey = FormKey.orFresh(formKey);
        act = orEmpty(act);
    }

    static PublicationForm blank() {
        return FilledForm.blank();
    }

    /** A publication to be worked on. */
    static PublicationForm of(Publication publication) {
        String what =
                publication.proposal() == null ? "" : publication.proposal().what();
        return of(publication, publication.toWorkOn(), what);
    }

    /** A publication to be worked on, with other words than its own. */
    static PublicationForm of(Publication publication, Manuscript manuscript, String what) {
        return FilledForm.of(manuscript, what, Long.toString(publication.version()));
    }

    /** What is typed about a topic of the local offer. */
    String says(OfferTopic topic) {
        return switch (topic) {
            case SUPPORT_GROUPS -> supportGroups;
            case MONEY -> money;
            case HOUSING -> housing;
            case EDUCATION -> education;
            case FAMILY_TIME -> familyTime;
            case LEGAL -> legal;
            case THERAPEUTIC -> therapeutic;
        };
    }

    /** The name of its field. */
    static String field(OfferTopic topic) {
        return switch (topic) {
            case SUPPORT_GROUPS -> "supportGroups";
            case MONEY -> "money";
            case HOUSING -> "housing";
            case EDUCATION -> "education";
            case FAMILY_TIME -> "familyTime";
            case LEGAL -> "legal";
            case THERAPEUTIC -> "therapeutic";
        };
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

    private static String orEmpty(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
