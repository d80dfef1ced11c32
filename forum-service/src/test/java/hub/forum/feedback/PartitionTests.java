package hub.forum.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.feedback.results.Partition;
import hub.forum.feedback.results.Partition.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tries all pairs of what is shown: no set of people that one is more than another is smaller than five. */
class PartitionTests {
    private static final List<String> ANSWERS = List.of("yes", "between", "no", "none");

    /** @param answers by question */
    private record Person(boolean kinship, List<Integer> answers) {}

    @Test
    void noPairOfShownNumbersDiffersByFewerThanFivePeople() {
        Random random = new Random(5);
        int shown = 0;
        for (int round = 0; round < 3_000; round++) {
            List<Person> people = people(random);
            for (int question = 0; question < 2; question++) {
                List<Set<Integer>> cells = new ArrayList<>(List.of(all(people)));
                cells.addAll(shown(people, question));
                shown += cells.size() - 1;
                noTwoDifferByFew(cells);
            }
        }
        assertThat(shown).as("it is not proven by showing nothing").isGreaterThan(5_000);
    }

    /** Of the answers to one question, as whoever reads them knows which of them holds which. */
    private static void noTwoDifferByFew(List<Set<Integer>> cells) {
        for (Set<Integer> one : cells) {
            assertThat(one.size()).isGreaterThanOrEqualTo(5);
            for (Set<Integer> other : cells) {
                if (one.containsAll(other) && one.size() > other.size()) {
                    assertThat(one.size() - other.size()).isGreaterThanOrEqualTo(5);
                }
            }
        }
    }

    @Test
    void whatWasPutTogetherLeavesOpenWhichIsHowMany() {
        Random random = new Random(6);
        Map<List<Long>, Set<List<Long>>> behind = new HashMap<>();
        for (int round = 0; round < 200_000; round++) {
            List<Long> counts = IntStream.range(0, 4)
                    .mapToObj(at -> (long) (random.nextInt(3) == 0 ? random.nextInt(16) : random.nextInt(6)))
                    .toList();
            List<Part> parts = Partition.of(IntStream.range(0, 4)
                            .mapToObj(at -> new Part(ANSWERS.get(at), counts.get(at), 0))
                            .toList())
                    .parts();
            if (parts.stream().anyMatch(part -> part.name().equals(Partition.OTHERS))) {
                behind.computeIfAbsent(key(parts), any -> new HashSet<>()).add(counts);
            }
        }
        behind.values().stream()
                .filter(all -> all.size() > 20)
                .forEach(all -> IntStream.range(0, 4)
                        .filter(at -> all.stream().anyMatch(counts -> counts.get(at) < 5))
                        .forEach(at -> assertThat(all.stream()
                                        .map(counts -> counts.get(at))
                                        .distinct())
                                .as("%s of %s", ANSWERS.get(at), all)
                                .hasSizeGreaterThan(1)));
    }

    private static List<Long> key(List<Part> parts) {
        List<Long> key = new ArrayList<>();
        parts.forEach(part -> {
            key.add((long) part.name().hashCode());
            key.add(part.all());
        });
        return key;
    }

    private static List<Person> people(Random random) {
        int lean = random.nextInt(4);
        return IntStream.range(0, 5 + random.nextInt(60))
                .mapToObj(at -> new Person(
                        random.nextInt(3) > 0,
                        List.of(random.nextBoolean() ? lean : random.nextInt(4), random.nextInt(4))))
                .toList();
    }

    private static Set<Integer> all(List<Person> people) {
        return IntStream.range(0, people.size()).boxed().collect(Collectors.toSet());
    }

    /** The people behind each number that is shown of a question: parts, and parts of each cut. */
    private static List<Set<Integer>> shown(List<Person> people, int question) {
        Partition partition = Partition.of(IntStream.range(0, 4)
                .mapToObj(answer -> new Part(
                        ANSWERS.get(answer),
                        count(people, question, answer, true),
                        count(people, question, answer, false)))
                .toList());
        Set<Integer> alone = partition.parts().stream()
                .map(part -> ANSWERS.indexOf(part.name()))
                .collect(Collectors.toSet());
        List<Set<Integer>> cells = new ArrayList<>();
        for (Part part : partition.parts()) {
            int answer = ANSWERS.indexOf(part.name());
            Set<Integer> behind = IntStream.range(0, people.size())
                    .filter(at -> {
                        int given = people.get(at).answers().get(question);
                        return answer < 0 ? !alone.contains(given) : given == answer;
                    })
                    .boxed()
                    .collect(Collectors.toSet());
            assertThat((long) behind.size()).isEqualTo(part.all());
            cells.add(behind);
            if (partition.canBeCut()) {
                cells.add(behind.stream().filter(at -> people.get(at).kinship()).collect(Collectors.toSet()));
                cells.add(
                        behind.stream().filter(at -> !people.get(at).kinship()).collect(Collectors.toSet()));
            }
        }
        return cells;
    }

    private static long count(List<Person> people, int question, int answer, boolean kinship) {
        return people.stream()
                .filter(one -> one.kinship() == kinship && one.answers().get(question) == answer)
                .count();
    }
}
