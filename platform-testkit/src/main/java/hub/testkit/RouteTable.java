package hub.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * The addresses of one feature, and what they answer: {@code route-matrix.txt} in the feature's package, beside its tests.
 *
 * <pre>
 * |                    out shut other
 *
 * GET /groups
 *     anywhere      | 302 403 200
 * GET /groups/{group}
 *     hidden closed | 302 403 404
 *     open          | 302 403 301
 * POST /groups/{group}/ask text=Please
 *     ...
 * </pre>
 *
 * The line before the first row names the columns: those of {@link MatrixPeople#columns()}, in any order, and single people who are answered otherwise
 * than the rest of their column. A row whose address and form have no variable is about no place, and says {@code anywhere}.
 *
 * @param feature the last part of the package
 */
public record RouteTable(String feature, List<String> columns, List<Row> rows) {
    private static final String ANYWHERE = "anywhere";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** One address and what it answers, by place and then by column. */
    public record Row(
            String feature, String method, String address, String with, Map<String, Map<String, Integer>> expected) {
        /** As it is declared, with all variables alike. */
        String declared() {
            return method + " " + address.replaceAll("\\{[^}]*}", "{}");
        }

        boolean reads() {
            return method.equals("GET");
        }

        boolean hasVariables() {
            return !variables().isEmpty();
        }

        /** @return the names in braces, of its address and of what is sent */
        Set<String> variables() {
            return VARIABLE.matcher(address + with)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return method + " " + address;
        }
    }

    /** @return all tables on the class path, by feature */
    public static List<RouteTable> all() {
        try {
            Resource[] tables =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:hub/**/route-matrix.txt");
            return Stream.of(tables)
                    .map(RouteTable::read)
                    .sorted(Comparator.comparing(RouteTable::feature))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the rows of all tables */
    public static List<Row> allRows() {
        return all().stream().flatMap(table -> table.rows().stream()).toList();
    }

    private static RouteTable read(Resource resource) {
        try {
            String[] path = resource.getURL().getPath().split("/");
            return read(path[path.length - 2], resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteTable read(String feature, String text) {
        List<String> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("|")) {
                columns = split(line.substring(1));
            } else if (line.startsWith(" ")) {
                expect(rows.getLast(), line, columns);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" +", 3);
                rows.add(new Row(feature, parts[0], parts[1], parts.length > 2 ? parts[2] : "", new LinkedHashMap<>()));
            }
        }
        return new RouteTable(feature, columns, rows);
    }

    private static void expect(Row row, String line, List<String> columns) {
        String[] parts = line.split("\\|");
        List<String> places = split(parts[0]);
        if (row.hasVariables() == places.contains(ANYWHERE)) {
            throw new IllegalStateException(
                    row + ": a row with variables names places, a row without says " + ANYWHERE);
        }
        List<String> statuses = split(parts[1]);
        if (statuses.size() != columns.size()) {
            throw new IllegalStateException(
                    row + ": " + statuses.size() + " answers for " + columns.size() + " columns");
        }
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            answers.put(columns.get(i), Integer.valueOf(statuses.get(i)));
        }
        places.forEach(place -> row.expected().put(place, answers));
    }

    private static List<String> split(String line) {
        return Arrays.stream(line.strip().split(" +"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** @return what is wanting: addresses without a row, rows without an address, rows in another feature's table; empty if all is well */
    static Set<String> unlike(RequestMappingHandlerMapping mappings, List<Row> rows) {
        Set<String> declared = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " "
                                        + pattern.getPatternString().replaceAll("\\{[^{}]*(\\{[^}]*})?[^{}]*}", "{}"))))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unlike = new TreeSet<>();
        Set<String> written = new TreeSet<>();
        for (Row row : rows) {
            if (!written.add(row.declared())) {
                unlike.add("twice: " + row.declared());
            }
            String first = row.address().substring(1).split("/")[0].replace("-", "");
            if (!row.feature().equals(first.isEmpty() ? "home" : first)) {
                unlike.add("in the table of " + row.feature() + ": " + row.declared());
            }
        }
        declared.stream().filter(address -> !written.contains(address)).forEach(a -> unlike.add("no row: " + a));
        written.stream().filter(row -> !declared.contains(row)).forEach(a -> unlike.add("no address: " + a));
        return unlike;
    }
}
