package vn.chitieu.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RuntimeLimitTest {

    @Test
    void whatIsOverInTimeIsWatchedNoLonger() {
        List<String> told = new CopyOnWriteArrayList<>();
        try (RuntimeLimit limit = RuntimeLimit.of(Duration.ofHours(1), () -> told.add("told"), () -> told.add("end"))) {
            assertThat(limit).isNotNull();
        }

        assertThat(told).isEmpty();
    }

    @Test
    void whatTakesTooLongIsToldAndThenEndsAlsoWhereTellingFails() throws InterruptedException {
        List<String> told = new CopyOnWriteArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        try (RuntimeLimit limit = RuntimeLimit.of(
                Duration.ofMillis(1),
                () -> {
                    told.add("told");
                    throw new IllegalStateException("the disk is gone");
                },
                () -> {
                    told.add("end");
                    ended.countDown();
                })) {
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(limit).isNotNull();
        }

        assertThat(told).containsExactly("told", "end");
    }
}
