package vn.chitieu.method.parallel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Independent tasks on as many threads as there are cores. Whoever waits for them sleeps: a parallel stream that a
 * thread outside its pool began burns a core until its last part has come.
 */
public final class ParallelTasks {

    private ParallelTasks() {}

    /**
     * Returns what is made of some things, in their order. What takes longest is begun first, so that no core waits at
     * the end for another that has just begun with it.
     *
     * @param work how long a thing takes, in any unit
     * @throws UncheckedIOException as {@link #of(List)}
     */
    public static <S, T> List<T> longestFirst(List<S> things, ToLongFunction<S> work, Function<S, T> making) {
        List<Integer> order = IntStream.range(0, things.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> work.applyAsLong(things.get(i)))
                        .reversed())
                .toList();
        List<T> made = of(order.stream()
                .<Callable<T>>map(i -> () -> making.apply(things.get(i)))
                .toList());
        List<T> inOrder = new ArrayList<>(made);
        for (int i = 0; i < made.size(); i++) {
            inOrder.set(order.get(i), made.get(i));
        }
        return inOrder;
    }

    /**
     * Returns what the tasks return, in their order.
     *
     * @throws UncheckedIOException if a task could not read or write; any other failure is thrown as it is
     */
    public static <T> List<T> of(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(tasks.size(), Runtime.getRuntime().availableProcessors())));
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw new UncheckedIOException(failure.getMessage(), failure);
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expecting to finish but was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
