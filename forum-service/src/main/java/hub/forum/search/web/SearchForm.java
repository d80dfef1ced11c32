package hub.forum.search.web;

import hub.platform.forms.Text;
import hub.platform.search.Search;
import hub.platform.text.InputText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is searched for.
 *
 * @param kind of what alone; empty for everything
 * @param place the id of the group in which alone; empty for everywhere
 * @param after where the page before ended; empty for the first
 * @param more where the page before ended in what another service found; empty for the first
 */
record SearchForm(
        @Text(most = Search.LONGEST, message = "search.q.tooLong")
        String q,

        String kind,
        String place,
        String after,
        String more) {
    SearchForm {
        q = InputText.clean(q);
        kind = InputText.clean(kind);
        place = InputText.clean(place);
        after = InputText.clean(after);
        more = InputText.clean(more);
    }

    boolean asks() {
        return !q.isEmpty();
    }

    SearchForm ofKind(String other) {
        return new SearchForm(q, other, place, "", "");
    }

    SearchForm meaning(String meant) {
        return new SearchForm(meant, kind, place, "", "");
    }

    SearchForm from(String position) {
        return new SearchForm(q, kind, place, position, "");
    }

    /** The address of the page with these answers. Whatever is in them is text there. */
    String href() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("q", q);
        answers.put("kind", kind);
        answers.put("place", place);
        answers.put("after", after);
        answers.values().removeIf(String::isEmpty);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/search");
        answers.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(answers).toUriString();
    }
}
