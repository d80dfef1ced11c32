package hub.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import reactor.core.publisher.Mono;

class PageRendererTests {
    private final AtomicInteger taken = new AtomicInteger();
    private final DefaultDataBufferFactory buffers = new DefaultDataBufferFactory() {
        @Override
        public DefaultDataBuffer wrap(byte[] bytes) {
            taken.incrementAndGet();
            return super.wrap(bytes);
        }

        @Override
        public DefaultDataBuffer allocateBuffer(int initialCapacity) {
            taken.incrementAndGet();
            return super.allocateBuffer(initialCapacity);
        }
    };

    private Mono<DataBuffer> page(String template) {
        PageRenderer engine = new PageRenderer();
        engine.setTemplateResolver(new StringTemplateResolver());
        return Mono.from(engine.processStream(
                template,
                null,
                new Context(Locale.UK, Map.of("name", "Zoë’s")),
                buffers,
                MediaType.TEXT_HTML,
                StandardCharsets.UTF_8,
                Integer.MAX_VALUE));
    }

    @Test
    void aPageIsWritten() {
        assertThat(page("<p th:text=\"${name}\">x</p>").block().toString(StandardCharsets.UTF_8))
                .isEqualTo("<p>Zoë’s</p>");
    }

    @Test
    void aTemplateThatFailsLeavesNoBufferBehind() {
        assertThatThrownBy(() -> page("<p>begun</p><p th:text=\"${missing.thing}\">x</p>")
                        .block())
                .hasMessageContaining("missing.thing");
        assertThat(taken).hasValue(0);
    }
}
