package hub.testkit;

import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of a service, for every sort of person, in every sort of place: what is answered, and that nothing shows which is not for them. The
 * expected answers stand in one table, which is written to be read:
 *
 * <pre>
 * | columns, the same as everywhere
 * GET /groups/{group}/{name}
 *     hidden closed | 302 403 404 ...
 *     open          | 302 403 200 ...
 * </pre>
 *
 * Whoever is refused is refused with the same bytes, in body and headers, as for what never was.
 */
public final class RouteMatrix {
    private static final int AT_ONCE = 6;

    private final List<Row> rows;
    private final World world;

    private RouteMatrix(List<Row> rows, World world) {
        this.rows = rows;
        this.world = world;
    }

    /** Who there is, and what they are asked about. */
    public interface World {
        /** The columns of the table in their order; all people of a column are answered alike. */
        Map<String, List<String>> columns();

        Session session(String person);

        /** What the variables of addresses stand for in a place that nobody changes. */
        Map<String, String> shared(String place);

        /** The same in one made afresh, for a person who may change it. */
        Map<String, String> fresh(String place, String person);

        /** Ids that were never given out. */
        Map<String, String> unknown();

        /** Words that are planted somewhere and must not come to this person, in whichever answer. */
        Collection<String> hiddenFrom(String column);
    }

    /** One address and what it answers, by place and column. */
    public record Row(String method, String address, String with, Map<String, List<Integer>> expected) {
        /** As it is declared, with all variables alike. */
        String declared() {
            return method + " " + address.replaceAll("\\{[^}]*}", "{}");
        }

        boolean reads() {
            return method.equals("GET");
        }

        boolean hasVariables() {
            return (address + with).contains("{");
        }

        @Override
        public String toString() {
            return method + " " + address;
        }
    }

    public static List<Row> read(String resource) {
        List<Row> rows = new ArrayList<>();
        for (String line : text(resource).lines().toList()) {
            if (line.isBlank() || line.startsWith("|") || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                String[] parts = line.split(" +", 3);
                rows.add(new Row(parts[0], parts[1], parts.length > 2 ? parts[2] : "", new LinkedHashMap<>()));
            } else {
                String[] parts = line.split("\\|");
                List<Integer> statuses = Stream.of(parts[1].strip().split(" +"))
                        .map(Integer::valueOf)
                        .toList();
                for (String place : parts[0].strip().split(" +")) {
                    rows.getLast().expected().put(place, statuses);
                }
            }
        }
        return rows;
    }

    public static RouteMatrix of(String resource, World world) {
        return new RouteMatrix(read(resource), world);
    }

    /** What is wanting: addresses without a row, rows without an address. */
    public Set<String> unequal(RequestMappingHandlerMapping mappings) {
        Set<String> declared = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " "
                                        + pattern.getPatternString().replaceAll("\\{[^{}]*(\\{[^}]*})?[^{}]*}", "{}"))))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unequal = new TreeSet<>();
        Set<String> written = new TreeSet<>();
        for (Row row : rows) {
            if (!written.add(row.declared())) {
                unequal.add("twice: " + row.declared());
            }
        }
        declared.stream().filter(address -> !written.contains(address)).forEach(a -> unequal.add("no row: " + a));
        written.stream().filter(row -> !declared.contains(row)).forEach(a -> unequal.add("no address: " + a));
        return unequal;
    }

    /** @return what is not as the table says, or shows what it should not; empty if all is well */
    public List<String> check(Row row) {
        List<Callable<Found>> asked = new ArrayList<>();
        row.expected().forEach((place, statuses) -> {
            int column = 0;
            for (Map.Entry<String, List<String>> people : world.columns().entrySet()) {
                int expected = statuses.get(column++);
                for (String person : people.getValue()) {
                    asked.add(() -> ask(row, place, people.getKey(), person, expected));
                }
            }
        });
        List<Found> found = all(asked);
        List<String> wrong = new ArrayList<>();
        found.forEach(one -> wrong.addAll(one.wrong()));
        if (!wrong.isEmpty()) {
            wrong.add("As found:\n" + asFound(row, found));
        }
        return wrong;
    }

    private record Found(String place, String column, int status, List<String> wrong) {}

    private Found ask(Row row, String place, String column, String person, int expected) {
        boolean refused = Set.of(302, 403, 404).contains(expected);
        Map<String, String> names = row.reads() || refused ? world.shared(place) : world.fresh(place, person);
        String what = row + " in " + place + " by " + person;
        List<String> wrong = new ArrayList<>();
        Page answer = send(row, person, names);
        if (answer.status() != expected) {
            wrong.add(what + ": " + answer.status() + " instead of " + expected);
        }
        String asked = fill(row.address(), names).toLowerCase(Locale.ROOT);
        shows(answer, column, asked).forEach(word -> wrong.add(what + " shows " + word));
        if (Set.of(302, 403, 404).contains(answer.status()) && row.hasVariables()) {
            wrong.addAll(unlikeUnknown(row, person, what, answer));
        }
        if (row.reads()) {
            Page other = session(person).getAs("application/json", path(row, names));
            if (other.status() >= 500) {
                wrong.add(what + ", asked for JSON: " + other.status());
            }
            shows(other, column, asked).forEach(word -> wrong.add(what + ", asked for JSON, shows " + word));
            Page head = session(person).head(path(row, names));
            if (head.status() != answer.status() || !head.location().equals(answer.location())) {
                wrong.add(what + ", by HEAD: " + head.status() + " instead of " + answer.status());
            }
            shows(head, column, asked).forEach(word -> wrong.add(what + ", by HEAD, shows " + word));
        }
        return new Found(place, column, answer.status(), wrong);
    }

    /** What stood in the address already is no secret to whoever asked. */
    private List<String> shows(Page answer, String column, String asked) {
        String all = (answer.body() + " " + answer.headers()).toLowerCase(Locale.ROOT);
        return world.hiddenFrom(column).stream()
                .filter(word ->
                        all.contains(word.toLowerCase(Locale.ROOT)) && !asked.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<String> unlikeUnknown(Row row, String person, String what, Page answer) {
        Page unknown = send(row, person, world.unknown());
        List<String> wrong = new ArrayList<>();
        if (unknown.status() != answer.status()) {
            wrong.add(what + ": " + answer.status() + ", but for what never was " + unknown.status());
        }
        if (!unknown.body().equals(answer.body())) {
            wrong.add(what + ": another page than for what never was");
        }
        if (!comparable(unknown).equals(comparable(answer))) {
            wrong.add(what + ": other headers than for what never was: " + comparable(answer) + " and "
                    + comparable(unknown));
        }
        return wrong;
    }

    /** Without what is made anew for each request, or says what was asked for. */
    private static Map<String, String> comparable(Page page) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        page.headers().forEach((name, value) -> {
            boolean cookie = name.equalsIgnoreCase("Set-Cookie");
            headers.put(name, cookie ? value.replaceAll("=[^;]*;", "=;").replaceAll("Expires=[^;]*", "") : value);
        });
        headers.remove("X-Request-Id");
        return headers;
    }

    private Page send(Row row, String person, Map<String, String> names) {
        if (row.reads()) {
            return session(person).get(path(row, names));
        }
        String with = fill(row.with(), names);
        String[] fields = with.isEmpty()
                ? new String[0]
                : Arrays.stream(with.split("&"))
                        .flatMap(field -> Stream.of(field.split("=", 2)))
                        .toArray(String[]::new);
        return session(person).post(fill(row.address(), names), fields);
    }

    private Session session(String person) {
        return world.session(person);
    }

    private static String path(Row row, Map<String, String> names) {
        String path = fill(row.address(), names);
        return row.with().isEmpty() ? path : path + "?" + fill(row.with(), names);
    }

    private static String fill(String text, Map<String, String> names) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    /** The row as the table would have to be for all to be well. */
    private String asFound(Row row, List<Found> found) {
        Map<String, Map<String, Set<Integer>>> byPlace = new LinkedHashMap<>();
        found.forEach(one -> byPlace.computeIfAbsent(one.place(), place -> new LinkedHashMap<>())
                .computeIfAbsent(one.column(), column -> new TreeSet<>())
                .add(one.status()));
        Map<String, List<String>> places = new LinkedHashMap<>();
        byPlace.forEach((place, columns) -> places.computeIfAbsent(
                        columns.values().stream()
                                .map(statuses ->
                                        statuses.stream().map(String::valueOf).collect(Collectors.joining("/")))
                                .collect(Collectors.joining(" ")),
                        line -> new ArrayList<>())
                .add(place));
        StringBuilder text = new StringBuilder(
                "@" + row.method() + " " + row.address() + (row.with().isEmpty() ? "" : " " + row.with()) + "\n");
        places.forEach((line, names) -> text.append("@    %-18s | %s\n".formatted(String.join(" ", names), line)));
        return text.toString();
    }

    private static <T> List<T> all(List<Callable<T>> work) {
        try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
            List<T> done = new ArrayList<>();
            for (Future<T> one : hands.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(String resource) {
        try (InputStream table = RouteMatrix.class.getResourceAsStream(resource)) {
            if (table == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
