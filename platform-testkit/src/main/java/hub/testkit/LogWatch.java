package hub.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Listens to everything that is logged, at the level that a service runs with, with its stack traces. */
public final class LogWatch implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger requests = context.getLogger("hub.requests");
    private final Level rootBefore = root.getLevel();
    private final Level requestsBefore = requests.getLevel();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                    + trace);
        }
    };

    private LogWatch() {
        ear.setContext(context);
        ear.start();
        // What stands on the console stays as it was.
        root.iteratorForAppenders().forEachRemaining(appender -> {
            ch.qos.logback.classic.filter.ThresholdFilter quiet = new ch.qos.logback.classic.filter.ThresholdFilter();
            quiet.setLevel("WARN");
            quiet.start();
            appender.addFilter(quiet);
        });
        root.addAppender(ear);
        root.setLevel(Level.INFO);
        requests.setLevel(Level.INFO);
    }

    public static LogWatch start() {
        return new LogWatch();
    }

    /** All that was logged so far, as logger, message and trace. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines of requests alone. */
    public List<String> requests() {
        return lines.stream()
                .filter(line -> line.startsWith("hub.requests "))
                .map(line -> line.substring("hub.requests ".length()))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(ear);
        root.iteratorForAppenders().forEachRemaining(ch.qos.logback.core.spi.FilterAttachable::clearAllFilters);
        root.setLevel(rootBefore);
        requests.setLevel(requestsBefore);
    }
}
