package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;

/** A hub with the demo and a browser to use it, for all tests of a class. */
@SuppressWarnings("try")
record HubAndBrowser(int port, Chromium chromium, HubProcess hub) implements AutoCloseable {

    /** @param data where the hub keeps what is said in it */
    static HubAndBrowser start(Path data) throws Exception {
        int port = Ports.freePair();
        Chromium chromium = Chromium.start();
        try {
            DemoData.copyTo(data);
            HubProcess hub = HubProcess.start("--port", Integer.toString(port), "--data", data.toString());
            return new HubAndBrowser(port, chromium, hub);
        } catch (Exception | Error fault) {
            chromium.close();
            throw fault;
        }
    }

    String origin() {
        return "http://localhost:" + port;
    }

    /** Somebody who uses this hub. */
    Visitor visitor(Browser.NewContextOptions options) {
        return Visitor.with(chromium, origin(), options);
    }

    /** Ends both; the hub must have gone without a fault. */
    @Override
    public void close() throws Exception {
        try (Chromium last = chromium;
                HubProcess first = hub) {
            assertThat(first.output()).noneMatch(line -> line.contains("Exception"));
        }
    }
}
