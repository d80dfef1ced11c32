package hub.resources;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An editor at work, as sentences: {@code desk.publishes("news", "carers", "Coffee mornings")}. */
public record Desk(Session editor) {

    /** @return where it is read */
    public String publishes(String kind, String audience, String title) {
        Page sent = send(kind, "publish", fields(kind, audience, title));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        return sent.location().replaceFirst("[?].*", "");
    }

    /** @return where it is worked on */
    public String drafts(String kind, String audience, String title) {
        Page sent = send(kind, "save", fields(kind, audience, title));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        return sent.location().replaceFirst("[?].*", "");
    }

    /** Sends a new form with these fields. */
    public Page send(String kind, String act, String... fields) {
        Page form = editor.get("/news/new?kind=" + kind);
        assertThat(form.status()).isEqualTo(200);
        return editor.post("/news/new?kind=" + kind, and(fields, "formKey", form.formKey(), "act", act));
    }

    public static String[] fields(String kind, String audience, String title) {
        String[] all = {"title", title, "summary", "About " + title + ".", "audience", audience, "text", "It is **so**."
        };
        return kind.equals("training-notice")
                ? and(
                        all,
                        "date",
                        "2096-12-04",
                        "starts",
                        "10:00",
                        "ends",
                        "12:30",
                        "venue",
                        "Larkhill Family Hub",
                        "book",
                        "Ring 01632 960180 or reply to your SSW",
                        "places",
                        "14",
                        "hours",
                        "2.5",
                        "standards",
                        "2",
                        "standards",
                        "4")
                : all;
    }

    public static String[] and(String[] fields, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(fields));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    /** The id in an address such as {@code /news/0123456789ab/title}. */
    public static String id(String path) {
        return path.split("/")[2];
    }

    /** The version that a form was shown with. */
    public static String version(Page form) {
        return form.body().replaceFirst("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1");
    }
}
