package vn.chitieu.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;

final class LateLoggingTest {

    @Test
    void warningsAndErrorsOfLibrariesAreLoggedAndNothingBelow() {
        String name = LateLoggingTest.class.getName() + ".library";
        List<String> logged = new ArrayList<>();
        AbstractAppender appender = new AbstractAppender("kept", null, null, true, Property.EMPTY_ARRAY) {
            @Override
            public void append(LogEvent event) {
                logged.add(event.getLevel() + " " + event.getMessage().getFormattedMessage() + " " + event.getThrown());
            }
        };
        appender.start();
        Logger log4j = (Logger) LogManager.getLogger(name);
        log4j.addAppender(appender);
        try {
            org.slf4j.Logger library = new LateLogging().getLoggerFactory().getLogger(name);
            library.info("read {} rows", 3);
            library.warn("read {} of {} rows", 3, 4);
            library.error("no rows", new IllegalStateException("gone"));
        } finally {
            log4j.removeAppender(appender);
        }

        assertThat(logged)
                .containsExactly(
                        Level.WARN + " read 3 of 4 rows null",
                        Level.ERROR + " no rows java.lang.IllegalStateException: gone");
    }
}
