package hub.resources.policies;

import hub.platform.content.Content.ContentMistake;
import hub.platform.content.Content.Page;
import hub.platform.text.Markdown;
import hub.platform.time.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A file of {@code content/policies}: front matter, and a clause below each {@code ## Title {#anchor}}. A slip names the file. */
final class PolicyFile {
    private static final Pattern HEADING =
            Pattern.compile("^## (.{1,120}?) \\{#([a-z0-9-]{1,60})}$", Pattern.MULTILINE);

    private final Page page;

    PolicyFile(Page page) {
        this.page = page;
    }

    String slug() {
        return page.slug();
    }

    /** @throws ContentMistake (as a signal) if something is missing or cannot be read */
    Mono<Policy> read(Markdown markdown) {
        return version(markdown)
                .map(version -> Policy.first(page.slug(), page.required("title"), page.required("summary"), version));
    }

    Mono<PolicyVersion> version(Markdown markdown) {
        return Flux.defer(() -> Flux.fromIterable(clauses()))
                .concatMap(clause -> markdown.article(clause.text())
                        .map(html -> clause.reworded(clause.title(), clause.text(), html)))
                .collectList()
                .map(this::of);
    }

    private PolicyVersion of(List<Clause> clauses) {
        LocalDate approved = date("approvedOn");
        return new PolicyVersion(
                number(),
                page.required("owner"),
                approved,
                date("reviewDue"),
                page.optional("changes", ""),
                Boolean.TRUE.equals(page.front().get("toRead")),
                clauses,
                List.of(),
                approved.atTime(9, 0).atZone(Times.LONDON).toInstant());
    }

    private List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        Matcher heading = HEADING.matcher(page.body());
        int from = -1;
        String title = "";
        String anchor = "";
        while (heading.find()) {
            if (from >= 0) {
                clauses.add(new Clause(
                        anchor,
                        title,
                        page.body().substring(from, heading.start()).strip(),
                        ""));
            }
            title = heading.group(1);
            anchor = heading.group(2);
            from = heading.end();
        }
        if (from < 0) {
            throw mistake("there must be a clause below a line such as: ## Who it is for {#who}");
        }
        clauses.add(new Clause(anchor, title, page.body().substring(from).strip(), ""));
        return clauses;
    }

    private int number() {
        if (page.front().get("version") instanceof Integer number && number > 0) {
            return number;
        }
        throw mistake("\"version\" must be a whole number from 1");
    }

    private LocalDate date(String name) {
        return page.date(name).orElseThrow(() -> mistake("\"" + name + "\" must be a date such as 2026-09-14"));
    }

    private ContentMistake mistake(String what) {
        return new ContentMistake(page.file(), 1, what);
    }
}
