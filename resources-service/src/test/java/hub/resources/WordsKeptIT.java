package hub.resources;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.personaldata.PersonalData;
import hub.testkit.KeptWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Wherever the demo leaves words of people, the feature says so. What the forms leave, {@code RouteMatrixIT} looks at when all of them were filled in. */
@ResourcesIT
class WordsKeptIT {
    @Autowired
    ObjectProvider<DemoContent> contents;

    @Autowired
    KeptWords kept;

    @Autowired
    PersonalData data;

    @Autowired
    MessageSource messages;

    @Test
    void everyPlaceInWhichTheDemoKeepsWordsIsDeclared() {
        DemoClock clock = new DemoClock(Instant.now());
        contents.orderedStream().forEach(content -> content.load(clock).block(Duration.ofSeconds(120)));
        assertThat(kept.undeclared()).isEmpty();
    }

    @Test
    void everyPlaceHasAName() {
        assertThat(data.declared().collectList().block(Duration.ofSeconds(10)))
                .isNotEmpty()
                .allSatisfy(declared -> {
                    assertThat(messages.getMessage("words.in." + declared.collection(), null, Locale.UK))
                            .isNotBlank();
                    assertThat(messages.getMessage(
                                    "words.closing." + declared.closing().slug(), null, Locale.UK))
                            .isNotBlank();
                });
    }
}
