package hub.testkit;

import hub.platform.forms.Form;
import hub.platform.security.PublicPaths;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.RouteTable.Row;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * What nobody's browser sends by itself, for every address of a service: found by walking the rows of its matrix and the fields of its forms, so that an
 * address that comes later is asked the same. Nothing may answer with a fault of ours, give back what was sent as anything but text, or take long.
 */
public final class Hostile {
    /** In a thousandth of it a page is there; a busy machine may take its time, but what grows with the square of the input shows. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** In the place of an id, or of a value in the query, as they stand in an address. */
    private static final List<String> IDS = List.of(
            "%00",
            "a%00b",
            "$where",
            "%7B%22$gt%22:%22%22%7D",
            "..%2F..",
            "%ED%A0%80",
            "%E2%80%AE%E2%80%8B",
            "a".repeat(3_000),
            "-1",
            "99999999999999999999",
            "'%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "%23%7B1907*7%7D");

    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(1)>",
            "[x](javascript:alert(1)) [y](data:text/html;base64,PHNjcmlwdD4=) ![z](data:image/svg+xml,<svg>) <javascript:alert(1)>",
            "\u202Egnp.exe\u200B\u2066\u0000\u0007\uFEFF\u200F",
            "\uD83D",
            "{\"$gt\":\"\"}",
            "${1907*7}#{1907*7}[[${1907*7}]]__${1907*7}__",
            ">".repeat(19_000),
            "[".repeat(19_000),
            "- ".repeat(9_000),
            "*a_".repeat(6_000),
            "|a".repeat(9_000) + "\n" + "|-".repeat(900),
            "`".repeat(19_000),
            "&#".repeat(9_000),
            "x".repeat(200_000));

    private final List<Row> rows;
    private final Map<String, String> names;
    private final Session session;
    private final Map<String, Set<String>> fields;
    private final PublicPaths.All open;
    private final List<String> wrong = new ArrayList<>();
    private int sent;

    /**
     * @param rows with forms that are well filled in
     * @param names what the variables in the rows stand for
     * @param session of somebody who may do everything
     */
    public Hostile(
            List<Row> rows,
            Map<String, String> names,
            Session session,
            RequestMappingHandlerMapping mappings,
            PublicPaths.All open) {
        this.rows = rows;
        this.names = names;
        this.session = session;
        this.fields = fields(mappings);
        this.open = open;
    }

    /** @return what went wrong; empty if nothing did */
    public List<String> wrong() {
        return wrong;
    }

    public int sent() {
        return sent;
    }

    /** Each variable of each address, and of each query, in turn. */
    public Hostile idsThatAreNone() {
        for (Row row : rows) {
            Matcher variables = VARIABLE.matcher(row.address() + "?" + (row.reads() ? row.with() : ""));
            while (variables.find()) {
                for (String id : IDS) {
                    String hostile = "{" + variables.group(1) + "}";
                    String address = fill(row.address().replace(hostile, id));
                    Page answer = row.reads()
                            ? get(address
                                    + (row.with().isEmpty()
                                            ? ""
                                            : "?" + fill(row.with().replace(hostile, id))))
                            : post(address, form(row));
                    refused(answer, row + " with " + id, false);
                }
            }
        }
        return this;
    }

    /** Cursors that nobody gave out, operators of the database, names that came twice, and names that mean nothing. */
    public Hostile queriesThatNobodyAsked() {
        for (Row row : rows) {
            if (row.reads()) {
                Set<String> asked = new TreeSet<>(fields.getOrDefault(row.declared(), Set.of()));
                asked.addAll(Set.of("after", "before", "at", "q"));
                String address = fill(row.address());
                for (String name : asked) {
                    for (String value : IDS) {
                        fair(get(address + "?" + name + "=" + value), row + "?" + name + "=" + value);
                    }
                    fair(get(address + "?" + name + "=1&" + name + "=2&" + name), row + " with " + name + " thrice");
                    fair(get(address + "?" + name + "[$ne]=x&" + name + ".x=y"), row + " with an operator at " + name);
                }
                fair(get(address + "?&&=&$where=1&class.module.classLoader=x&a[0][b]=1"), row + " with nonsense");
            }
        }
        return this;
    }

    /** Each field of each form in turn, the others well filled in. */
    public Hostile texts() {
        for (Row row : rows) {
            if (!row.reads()) {
                Map<String, String> well = form(row);
                Set<String> all = new TreeSet<>(fields.getOrDefault(row.declared(), Set.of()));
                all.addAll(well.keySet());
                for (String field : all) {
                    for (String text : TEXTS) {
                        Map<String, String> form = new LinkedHashMap<>(well);
                        form.put(field, text);
                        fair(post(fill(row.address()), form), row + " with " + field + " " + start(text));
                    }
                }
            }
        }
        return this;
    }

    /** Forms that are none, that say nothing, that say things twice, under strange names. */
    public Hostile forms() {
        List<String> bodies = List.of(
                "",
                "&&==&",
                "text=%zz",
                "%=x",
                "text=%C3%28&title=%ED%A0%80&name=%FF",
                "text[$ne]=1&$where=1&class.module.classLoader=x&text.x.y[0]=1&[=1&]=&.=1&roles[9999999]=carer",
                "version=abc&revision=abc&formKey=%00&kind=x&privacy=x&act=x",
                "version=99999999999999&revision=-1&formKey=$ne",
                "text=a&text=b&title=a&title=b&version=1&version=2&reason=a&reason=b&formKey=a&formKey=b");
        for (Row row : rows) {
            if (!row.reads()) {
                for (String body : bodies) {
                    fair(raw(fill(row.address()), body), row + " with the form " + body);
                }
                Page large = raw(fill(row.address()), "text=" + "x".repeat(400_000));
                fair(large, row + " with 400 kB");
                // What reads no form has no use for it; the token's filter, which a test's session passes by, reads
                // all.
                if (!fields.getOrDefault(row.declared(), Set.of()).isEmpty() && large.status() != 413) {
                    wrong.add(row + ": 400 kB was answered with " + large.status());
                }
            }
        }
        return this;
    }

    /** Every address by every method that it does not know. */
    public Hostile methods() {
        for (String address : rows.stream().map(Row::address).distinct().toList()) {
            Set<String> known = new TreeSet<>(Set.of("HEAD", "OPTIONS"));
            rows.stream().filter(row -> row.address().equals(address)).forEach(row -> known.add(row.method()));
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
                if (!known.contains(method) && !(method.equals("GET") && alsoRead(address))) {
                    Page answer = send(method, fill(address), "");
                    refused(answer, method + " " + address, true);
                }
            }
        }
        return this;
    }

    /** A form whose token does not fit is not taken, and what was typed comes back; but where forms come from mail programs, which have none. */
    public Hostile tokens(Session withoutToken) {
        for (Row row : rows) {
            if (!row.reads() && !open.takesFromElsewhere(PathContainer.parsePath(fill(row.address())))) {
                String[] form = Stream.concat(
                                Stream.of("text", "Wrongtoken words", "_csrf", "not-the-token"),
                                form(row).entrySet().stream()
                                        .filter(field -> !field.getKey().equals("text"))
                                        .flatMap(field -> Stream.of(field.getKey(), field.getValue())))
                        .toArray(String[]::new);
                Page answer = withoutToken.post(fill(row.address()), form);
                sent++;
                if (answer.status() != 403 || !answer.body().contains("Wrongtoken words")) {
                    wrong.add(row + ": a wrong token was answered with " + answer.status());
                }
                refused(answer, row + " with a wrong token", true);
            }
        }
        return this;
    }

    /** After all that: what was stored is text wherever it is shown. */
    public Hostile whatIsShown() {
        for (Row row : rows) {
            if (row.reads()) {
                fair(get(fill(row.address()) + (row.with().isEmpty() ? "" : "?" + fill(row.with()))), row.toString());
            }
        }
        return this;
    }

    /** {@code GET /news/new} has a slug for {@code GET /news/{id}/{slug}} too; what another row reads is no wrong method. */
    private boolean alsoRead(String address) {
        Pattern asked = Pattern.compile(fill(address).replaceAll("[^a-zA-Z0-9/-]", "."));
        return rows.stream()
                .filter(Row::reads)
                .anyMatch(row -> Pattern.matches(row.address().replaceAll("\\{[^}]*}", "[^/]+"), asked.pattern()));
    }

    private Page get(String address) {
        return send("GET", address, null);
    }

    private Page post(String address, Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return raw(address, body.toString());
    }

    private Page raw(String address, String body) {
        return send("POST", address, body);
    }

    private Page send(String method, String address, String body) {
        sent++;
        long began = System.nanoTime();
        var request = session.client()
                .method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(uri(address))
                .accept(MediaType.TEXT_HTML);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_FORM_URLENCODED).bodyValue(body);
        }
        Page answer = Session.page(request.exchange());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (took.compareTo(LONGEST) > 0) {
            wrong.add(method + " " + start(address) + " took " + took);
        }
        return answer;
    }

    /** As a client writes it that means harm: what a URI must not hold is left as it is if that can be, else escaped. */
    private static URI uri(String address) {
        return URI.create(address.replace("[", "%5B").replace("]", "%5D").replace(" ", "%20"));
    }

    /** No fault of ours, and nothing that a browser would run. */
    private void fair(Page answer, String what) {
        if (answer.status() >= 500) {
            wrong.add(what + ": " + answer.status());
        }
        for (String never : List.of(
                "<script>alert", "<img src=x", "<svg/onload", "href=\"javascript:", "\"data:", "13349", "Exception")) {
            if (answer.body().contains(never)) {
                wrong.add(what + ": shows " + never);
            }
        }
        if (answer.location().contains("\n")
                || answer.location().startsWith("http")
                || answer.location().startsWith("//")) {
            wrong.add(what + ": leads to " + answer.location());
        }
        if (answer.status() >= 400 && !answer.body().contains("<!DOCTYPE html>")) {
            wrong.add(what + ": " + answer.status() + " is no page of the house");
        }
    }

    /** @param always whether nothing but a refusal will do; a strange id may also be passed over, as a slug is */
    private void refused(Page answer, String what, boolean always) {
        fair(answer, what);
        if (always && (answer.status() < 400 || answer.status() > 499)) {
            wrong.add(what + ": " + answer.status() + " instead of a refusal");
        }
        if (answer.status() >= 400
                && answer.status() != 409
                && answer.status() != 422
                && !answer.body().contains("Get help now")) {
            wrong.add(what + ": a page without help");
        }
    }

    private Map<String, String> form(Row row) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : row.with().split("&")) {
            if (!field.isEmpty()) {
                String[] pair = field.split("=", 2);
                form.put(pair[0], fill(pair[1]));
            }
        }
        return form;
    }

    private String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    private static String start(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** The names that each handler reads: components of the records it takes, and parameters of its own. */
    private static Map<String, Set<String>> fields(RequestMappingHandlerMapping mappings) {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> fields.put(
                                        method + " "
                                                + pattern.getPatternString()
                                                        .replaceAll("\\{[^{}]*(\\{[^}]*})?[^{}]*}", "{}"),
                                        fields(handler)))));
        return fields;
    }

    private static Set<String> fields(HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.add(parameter.getParameter().getName());
            } else if (parameter.getParameterType() == Form.class) {
                Class<?> form = ResolvableType.forMethodParameter(parameter)
                        .getGeneric(0)
                        .toClass();
                for (RecordComponent component : form.getRecordComponents()) {
                    names.add(component.getName());
                }
            }
        }
        return names;
    }
}
