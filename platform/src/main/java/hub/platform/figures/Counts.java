package hub.platform.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was counted, by two things. Never shown: {@link Suppression} makes of it what is.
 *
 * @param rows names, such as boards
 * @param columns names, such as weeks
 * @param values from nought, by row and then by column
 * @param people how many people each value is about, in the same order, with one more in each row for the row's total, and one more row for the totals of the columns and of all: a
 *     number of posts is as telling as the number of those who wrote them is small
 */
public record Counts(List<String> rows, List<String> columns, List<List<Long>> values, List<List<Long>> people) {

    public Counts {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        values = values.stream().map(List::copyOf).toList();
        people = people.stream().map(List::copyOf).toList();
        requireTable(values, rows.size(), columns.size());
        requireTable(people, rows.size() + 1, columns.size() + 1);
    }

    /** People themselves, or things of which each is one person's: of a total there are as many as in its parts together. */
    public static Counts ofPeople(List<String> rows, List<String> columns, List<List<Long>> values) {
        requireTable(values, rows.size(), columns.size());
        return new Counts(rows, columns, values, withSums(values, columns.size()));
    }

    /** With the sum of each row behind it, and the sums of the columns and of all in one more row. */
    static List<List<Long>> withSums(List<List<Long>> values, int columns) {
        List<List<Long>> all = new ArrayList<>();
        long[] sums = new long[columns + 1];
        for (List<Long> row : values) {
            List<Long> summed = new ArrayList<>(row);
            summed.add(row.stream().mapToLong(Long::longValue).sum());
            for (int column = 0; column <= columns; column++) {
                sums[column] += summed.get(column);
            }
            all.add(summed);
        }
        all.add(Arrays.stream(sums).boxed().toList());
        return all;
    }

    private static void requireTable(List<List<Long>> numbers, int rows, int columns) {
        boolean fits = numbers.size() == rows
                && numbers.stream()
                        .allMatch(row -> row.size() == columns && row.stream().allMatch(number -> number >= 0));
        if (!fits) {
            throw new IllegalArgumentException("Not a table of " + rows + " by " + columns + " numbers from nought");
        }
    }
}
