package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import hub.launcher.Caller.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What is changed through one process counts there at the next request, and within a second in the others. */
final class Promise {
    private static final Duration PROMISED = Duration.ofSeconds(1);
    /** What a busy machine may take once without the promise being broken. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Caller administrator;
    private final String process;
    private final List<Duration> took = new ArrayList<>();

    /** @param process the origin of the one through which the administrator makes the changes */
    Promise(Caller administrator, String process) {
        this.administrator = administrator;
        this.process = process;
    }

    /** Changes something, and waits until it counts. */
    void change(
            String path, BooleanSupplier here, BooleanSupplier there, BooleanSupplier atResources, String... fields) {
        Page page = administrator.get(process + "/accounts/amina-farah");
        List<String> form = new ArrayList<>(List.of(fields));
        form.addAll(List.of("_csrf", page.field("_csrf")));
        // Both have been asked, and remember what they remember.
        here.getAsBoolean();
        there.getAsBoolean();
        atResources.getAsBoolean();
        Page answer = administrator.post(process + path, form.toArray(String[]::new));
        assertThat(answer.status()).as(path + "\n" + answer.body()).isEqualTo(303);
        long began = System.nanoTime();
        assertThat(here.getAsBoolean()).as("at the next request: " + path).isTrue();
        Awaiting.until(() -> there.getAsBoolean() && atResources.getAsBoolean(), PATIENCE);
        took.add(Duration.ofNanos(System.nanoTime() - began));
    }

    /** Waits for what has been changed already. */
    void comesAbout(BooleanSupplier there) {
        took.add(Awaiting.until(there, PATIENCE));
    }

    /** Of all the times that it took, the middle one counts. */
    void isKept() {
        List<Duration> sorted = took.stream().sorted().toList();
        assertThat(sorted.get((sorted.size() - 1) / 2)).as("of %s", took).isLessThan(PROMISED);
    }
}
