package hub.launcher;

import hub.platform.content.Content;
import hub.signin.DemoPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who a visitor can be in the demo: the people of {@code content/demo/people.yml} that have a button. */
record DemoSignIn(List<DemoPerson> people) {
    static final String PASSWORD = "hearth-demo-2026";

    static DemoSignIn none() {
        return new DemoSignIn(List.of());
    }

    static DemoSignIn read() {
        Content content = new Content(ContentFolder.find());
        List<DemoPerson> people = new ArrayList<>();
        if (content.yaml(content.folder("demo/people.yml")) instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> person && person.get("button") != null) {
                    String id = String.valueOf(person.get("id"));
                    people.add(new DemoPerson(
                            id,
                            String.valueOf(person.get("name")),
                            id.replace('-', '.') + "@example.org",
                            String.valueOf(person.get("button"))));
                }
            }
        }
        return new DemoSignIn(people);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("This is a demo with invented people. Sign in as one of them; the password is " + PASSWORD);
        people.forEach(person -> lines.add("  %-32s %s, %s".formatted(person.username(), person.name(), person.who())));
        return lines;
    }
}
