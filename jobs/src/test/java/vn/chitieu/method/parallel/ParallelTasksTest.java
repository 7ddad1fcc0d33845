package vn.chitieu.method.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
