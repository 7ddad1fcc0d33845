package vn.chitieu.method.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTasksTest {

    @Test
    void resultsComeInTheOrderOfTheTasks() {
        List<Callable<Integer>> squares = IntStream.range(0, 100)
                .<Callable<Integer>>mapToObj(i -> () -> i * i)
                .toList();

        assertThat(ParallelTasks.of(squares))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> i * i).toList());
        assertThat(ParallelTasks.of(List.<Callable<Integer>>of())).isEmpty();
    }

    @Test
    void whatTakesLongestIsBegunFirstAndStandsInItsPlace() {
        int cores = Runtime.getRuntime().availableProcessors();
        List<Integer> things = IntStream.range(0, 3 * cores).boxed().toList();
        List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch everyCoreHasOne = new CountDownLatch(cores);

        List<Integer> made = ParallelTasks.longestFirst(things, thing -> thing, thing -> {
            begun.add(thing);
            everyCoreHasOne.countDown();
            try {
                everyCoreHasOne.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 10 * thing;
        });

        assertThat(made).isEqualTo(things.stream().map(thing -> 10 * thing).toList());
        assertThat(begun.subList(0, cores)).containsExactlyInAnyOrderElementsOf(things.subList(2 * cores, 3 * cores));
    }

    @Test
    void aTaskMayShareOutItsOwnWork() {
        List<Callable<Integer>> outer = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            int factor = i;
            outer.add(() -> ParallelTasks.of(List.<Callable<Integer>>of(() -> factor, () -> 10 * factor)).stream()
                    .mapToInt(Integer::intValue)
                    .sum());
        }

        assertThat(ParallelTasks.of(outer)).startsWith(11, 22, 33).hasSize(20);
    }

    @Test
    void whatFailsATaskIsThrownAsItIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParallelTasks.of(List.<Callable<Integer>>of(() -> 1, () -> {
                    throw new IllegalArgumentException("two");
                })))
                .withMessage("two");
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> ParallelTasks.of(List.<Callable<Integer>>of(() -> {
                    throw new OutOfMemoryError("one");
                })));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ParallelTasks.of(List.<Callable<Integer>>of(() -> {
                    throw new FileNotFoundException("x.csv");
                })))
                .withMessage("x.csv");
    }
}
