package hub.resources.publishing;

import hub.platform.calendar.BankHolidays;
import hub.platform.calendar.WallTime;
import hub.platform.identity.Viewer;
import hub.platform.time.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what a publication is in the words of the pages. */
@Component
public class PublicationWords {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);
    private static final DateTimeFormatter SHORT_WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.UK);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("LLL", Locale.UK);

    private static final Set<String> DONE = Set.of(
            "saved",
            "submitted",
            "scheduled",
            "published",
            "corrected",
            "proposed",
            "approved",
            "sent-back",
            "taken-back",
            "archived",
            "brought-back");

    private final MessageSource messages;
    private final Times times;
    private final BankHolidays holidays;
    private final Publications publications;

    PublicationWords(MessageSource messages, Times times, BankHolidays holidays, Publications publications) {
        this.holidays = holidays;
        this.messages = messages;
        this.times = times;
        this.publications = publications;
    }

    /** The lines of a list, in its order, with "please read" where this viewer has not yet said so. */
    public Mono<List<PublicationLine>> lines(List<Publication> list, Viewer viewer) {
        return publications
                .readBy(viewer, list)
                .map(read -> list.stream()
                        .map(publication -> line(publication, publication.shownAt(), asks(publication, viewer, read)))
                        .toList());
    }

    /** A line of the editors' list, with the time of the last change. */
    public PublicationLine deskLine(Publication publication) {
        return line(publication, publication.changed().at(), false);
    }

    public String kind(Kind kind) {
        return say("publishing.kind." + kind.slug());
    }

    /** "Updated 3 May"; empty if it was never corrected. */
    public String updated(Publication publication) {
        Instant at = publication.updatedAt();
        return at == null ? "" : say("publishing.updated", times.day(at));
    }

    /** "Wednesday 2 December", with the year if it is another than this; empty if there is none yet. */
    public String date(TrainingFacts facts) {
        Instant starts = facts.starts();
        return starts == null ? "" : WEEKDAY.format(starts.atZone(Times.LONDON)) + " " + times.day(starts);
    }

    /** "10am to 12.30pm"; empty if there is none yet. */
    public String hoursOfDay(TrainingFacts facts) {
        Instant starts = facts.starts();
        Instant ends = facts.ends();
        return starts == null || ends == null ? "" : say("publishing.fromTo", times.time(starts), times.time(ends));
    }

    /** That the start comes twice that night, as the clocks go back, and the first is meant; empty for nothing. */
    public String twice(TrainingFacts facts) {
        Instant starts = facts.starts();
        return starts == null || !WallTime.at(starts).comesTwice() ? "" : say("calendar.twice", times.time(starts));
    }

    /** That it is on a bank holiday; empty for nothing. */
    public String bankHoliday(TrainingFacts facts) {
        return Optional.ofNullable(facts.starts())
                .map(starts -> WallTime.at(starts).date())
                .flatMap(holidays::on)
                .map(name -> say("publishing.bankHoliday", name))
                .orElse("");
    }

    /** By when it is to be read, such as "12 December"; empty if this viewer is not asked. */
    public String readBy(Publication publication, Viewer viewer) {
        return publication.asks(viewer) ? times.day(publication.toRead().by()) : "";
    }

    /** The message key of what an editor has just done, as named in the address; null for nothing known, and for those who are no editors. */
    public static @Nullable String done(String name, Viewer viewer) {
        return viewer.staffEditor() && DONE.contains(name) ? "publishing.done." + name : null;
    }

    /** "2.75", "3". */
    public static String hours(double hours) {
        return BigDecimal.valueOf(hours).stripTrailingZeros().toPlainString();
    }

    private PublicationLine line(Publication publication, Instant at, boolean mustRead) {
        TrainingFacts facts = publication.training();
        Publication.Correction correction = publication.correction();
        return new PublicationLine(
                publication.path(),
                kind(publication.kind()),
                say("publishing.for." + publication.audience().slug()),
                publication.title(),
                publication.words().summary(),
                times.say(at),
                mustRead,
                facts == null ? null : day(facts),
                facts == null || facts.starts() == null ? "" : date(facts) + ", " + hoursOfDay(facts),
                facts == null ? "" : facts.venue(),
                updated(publication),
                correction == null ? "" : correction.what());
    }

    private static PublicationLine.@Nullable Day day(TrainingFacts facts) {
        if (facts.starts() == null) {
            return null;
        }
        ZonedDateTime starts = facts.starts().atZone(Times.LONDON);
        return new PublicationLine.Day(
                SHORT_WEEKDAY.format(starts), Integer.toString(starts.getDayOfMonth()), SHORT_MONTH.format(starts));
    }

    private static boolean asks(Publication publication, Viewer viewer, Set<String> read) {
        return publication.asks(viewer) && !read.contains(publication.id());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
