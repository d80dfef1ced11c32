package hub.testkit;

import hub.testkit.Browsing.Page;
import hub.testkit.RouteTable.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks each address of a service as every sort of person, in every sort of place: is it what its {@link RouteTable} says, and does nothing show which is
 * not for them? Whoever is refused is refused with the same bytes, in body and headers, as for what never was.
 */
final class RouteMatrix {
    private static final int AT_ONCE = 6;
    private static final Set<Integer> REFUSED = Set.of(302, 403, 404);
    private static final Pattern COUNT = Pattern.compile("<span class=\"nav__count\">.*?</span></span>");

    private final MatrixWorld world;
    /** What each person is answered about what never was: the same in every place. */
    private final Map<String, Page> unknown = new ConcurrentHashMap<>();

    RouteMatrix(MatrixWorld world) {
        this.world = world;
    }

    /** @return what is not as the table says, or shows what it should not; empty if all is well */
    List<String> check(Row row, Map<String, List<String>> people) {
        List<Callable<Found>> asked = new ArrayList<>();
        row.expected()
                .forEach((place, statuses) ->
                        people.forEach((column, names) -> names.forEach(person -> asked.add(() -> ask(
                                row,
                                place,
                                column,
                                person,
                                person.equals(names.getFirst()),
                                Objects.requireNonNull(statuses.get(column), column))))));
        List<Found> found = all(asked);
        List<String> wrong = new ArrayList<>();
        found.forEach(one -> wrong.addAll(one.wrong()));
        if (!wrong.isEmpty()) {
            wrong.add("As found:\n" + asFound(row, found));
        }
        return wrong;
    }

    private record Found(String place, String column, int status, List<String> wrong) {}

    /** @param otherwise whether to ask for JSON and by HEAD too: as one of each column */
    private Found ask(Row row, String place, String column, String person, boolean otherwise, int expected) {
        Map<String, String> names = names(row, place, person, REFUSED.contains(expected));
        String what = row + " in " + place + " by " + person;
        List<String> wrong = new ArrayList<>();
        Page answer = send(row, person, names);
        if (answer.status() != expected) {
            wrong.add(what + ": " + answer.status() + " instead of " + expected);
        }
        String asked = fill(row.address(), names).toLowerCase(Locale.ROOT);
        shows(answer, person, asked).forEach(word -> wrong.add(what + " shows " + word));
        if (REFUSED.contains(answer.status()) && row.hasVariables()) {
            wrong.addAll(unlikeUnknown(row, person, what, answer));
        }
        if (row.reads() && otherwise) {
            wrong.addAll(askedOtherwise(row, what, person, names, answer));
        }
        return new Found(place, column, answer.status(), wrong);
    }

    private Map<String, String> names(Row row, String place, String person, boolean refused) {
        if (!row.hasVariables()) {
            return Map.of();
        }
        return row.reads() || refused ? world.shared(place) : world.fresh(place, person, row.variables());
    }

    private List<String> askedOtherwise(Row row, String what, String person, Map<String, String> names, Page answer) {
        String asked = fill(row.address(), names).toLowerCase(Locale.ROOT);
        List<String> wrong = new ArrayList<>();
        Page other = world.session(person).getAs("application/json", path(row, names));
        if (other.status() >= 500) {
            wrong.add(what + ", asked for JSON: " + other.status());
        }
        shows(other, person, asked).forEach(word -> wrong.add(what + ", asked for JSON, shows " + word));
        Page head = world.session(person).head(path(row, names));
        if (head.status() != answer.status() || !head.location().equals(answer.location())) {
            wrong.add(what + ", by HEAD: " + head.status() + " instead of " + answer.status());
        }
        shows(head, person, asked).forEach(word -> wrong.add(what + ", by HEAD, shows " + word));
        return wrong;
    }

    /** What stood in the address already is no secret to whoever asked. */
    private List<String> shows(Page answer, String person, String asked) {
        String all = (answer.body() + " " + answer.headers()).toLowerCase(Locale.ROOT);
        return world.hiddenFrom(person).stream()
                .map(word -> word.text().toLowerCase(Locale.ROOT))
                .filter(word -> all.contains(word) && !asked.contains(word))
                .toList();
    }

    private List<String> unlikeUnknown(Row row, String person, String what, Page answer) {
        Page never = unknown.computeIfAbsent(person, who -> send(row, who, world.unknown()));
        List<String> wrong = new ArrayList<>();
        if (never.status() != answer.status()) {
            wrong.add(what + ": " + answer.status() + ", but for what never was " + never.status());
        }
        if (!withoutCount(never).equals(withoutCount(answer))) {
            wrong.add(what + ": another page than for what never was");
        }
        if (!comparable(never).equals(comparable(answer))) {
            wrong.add(what + ": other headers than for what never was: " + comparable(answer) + " and "
                    + comparable(never));
        }
        return wrong;
    }

    /** Without what is new for the viewer: what others do at the same time adds to it, and it says nothing of what was asked for. */
    private static String withoutCount(Page page) {
        return COUNT.matcher(page.body()).replaceAll("");
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
            return world.session(person).get(path(row, names));
        }
        String with = fill(row.with(), names);
        String[] fields = with.isEmpty()
                ? new String[0]
                : Arrays.stream(with.split("&"))
                        .flatMap(field -> Stream.of(field.split("=", 2)))
                        .toArray(String[]::new);
        return world.session(person).post(fill(row.address(), names), fields);
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
}
