package hub.resources.training;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Those who run training at work, as sentences: {@code team.opens(team.course("carers", "Recording"), inDays(30), 14)}. */
public record TrainingTeam(Session session) {

    /** @return the address of a course that was added */
    public String course(String audience, String title, String... otherwise) {
        Page sent = session.post("/training/courses/new", courseFields(audience, title, otherwise));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        return sent.location().replaceFirst("[?].*", "");
    }

    public String[] courseFields(String audience, String title, String... otherwise) {
        String key = session.get("/training/courses/new").formKey();
        return with(
                new String[] {
                    "title",
                    title,
                    "purpose",
                    "What " + title + " is for.",
                    "audience",
                    audience,
                    "mandatory",
                    "nobody",
                    "hours",
                    "2.5",
                    "standards",
                    "2",
                    "standards",
                    "4",
                    "validMonths",
                    "36",
                    "formKey",
                    key
                },
                otherwise);
    }

    /** @return the address of a date that is still a draft */
    public String drafts(String course, LocalDate day, int places, String... otherwise) {
        Page sent = session.post(course + "/dates/new", dateFields(course, day, places, otherwise));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        return sent.location().replaceFirst("[?].*", "");
    }

    public String[] dateFields(String course, LocalDate day, int places, String... otherwise) {
        String key = session.get(course + "/dates/new").formKey();
        return with(
                new String[] {
                    "date",
                    day.toString(),
                    "starts",
                    "10:00",
                    "ends",
                    "12:30",
                    "venue",
                    "Larkhill Family Hub",
                    "capacity",
                    Integer.toString(places),
                    "formKey",
                    key
                },
                otherwise);
    }

    public String opens(String course, LocalDate day, int places, String... otherwise) {
        String date = drafts(course, day, places, otherwise);
        assertThat(session.post(date + "/open").location()).isEqualTo(date + "?done=opened");
        return date;
    }

    /** Changes a date as its form has it, but for some fields. */
    public Page changes(String date, LocalDate day, int places, String... otherwise) {
        Page form = session.get(date + "/edit");
        String version = form.body().replaceFirst("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1");
        return session.post(
                date + "/edit",
                with(
                        new String[] {
                            "date",
                            day.toString(),
                            "starts",
                            "10:00",
                            "ends",
                            "12:30",
                            "venue",
                            "Larkhill Family Hub",
                            "capacity",
                            Integer.toString(places),
                            "formKey",
                            form.formKey(),
                            "version",
                            version
                        },
                        otherwise));
    }

    public static LocalDate inDays(Instant now, int days) {
        return LocalDateTime.ofInstant(now, ZoneId.of("Europe/London"))
                .toLocalDate()
                .plusDays(days);
    }

    private static String[] with(String[] fields, String... otherwise) {
        List<String> all = new ArrayList<>(Arrays.asList(fields));
        for (int change = 0; change < otherwise.length; change += 2) {
            int at = all.indexOf(otherwise[change]);
            if (at >= 0 && at % 2 == 0) {
                all.set(at + 1, otherwise[change + 1]);
            } else {
                all.add(otherwise[change]);
                all.add(otherwise[change + 1]);
            }
        }
        return all.toArray(String[]::new);
    }
}
