package hub.resources.publishing;

import hub.platform.calendar.WallTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a carer wants to know before anything else about a training session. In a draft any of it may be missing: null or empty.
 *
 * @param stepFree how one gets in, in words
 * @param children whether and how children are welcome, in words
 * @param places 1 to 1,000
 * @param hours that count towards a carer's training, in quarters
 * @param standards numbers of TSD standards
 * @param book how to book, in words
 */
public record TrainingFacts(
        @Nullable Instant starts,
        @Nullable Instant ends,
        String venue,
        String stepFree,
        String children,
        String refreshments,
        @Nullable Integer places,
        @Nullable Double hours,
        List<Integer> standards,
        String whatToExpect,
        String book) {

    public TrainingFacts {
        standards = List.copyOf(standards);
    }

    /** Whether there is enough to come: when, where, how to book. */
    boolean complete() {
        return starts != null && ends != null && ends.isAfter(starts) && !venue.isEmpty() && !book.isEmpty();
    }

    /** All of it, one under the other. */
    String inFull() {
        return Stream.of(
                        starts == null ? "" : WallTime.at(starts).inFull(),
                        ends == null ? "" : WallTime.at(ends).inFull(),
                        venue,
                        stepFree,
                        children,
                        refreshments,
                        places == null ? "" : places.toString(),
                        hours == null ? "" : PublicationWords.hours(hours),
                        standards.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        whatToExpect,
                        book)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    public boolean over(Instant now) {
        return ends != null && !ends.isAfter(now);
    }
}
