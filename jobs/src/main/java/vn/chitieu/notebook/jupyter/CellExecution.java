package vn.chitieu.notebook.jupyter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Runs the snippets of JShell in this process, on a thread of their own that can be interrupted, and keeps what the
 * last one gave: JShell itself hands on a value or an exception as text only, and of an interruption nothing.
 */
final class CellExecution extends DirectExecutionControl implements ExecutionControlProvider {

    private final ExecutorService threads = Executors.newCachedThreadPool(run -> {
        Thread made = new Thread(run, "cell");
        made.setDaemon(true);
        return made;
    });

    private volatile @Nullable Future<?> running;
    private @Nullable Object value;
    private @Nullable Throwable thrown;
    private boolean isStopped;

    @Override
    public String name() {
        return "chitieu";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return this;
    }

    /** Forgets what the last snippet gave. */
    void forget() {
        value = null;
        thrown = null;
        isStopped = false;
    }

    /** Returns what the last snippet gave, if it gave something. */
    @Nullable
    Object value() {
        return value;
    }

    /** Returns what the last snippet threw, if it threw something. */
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** Returns whether the last snippet was interrupted. */
    boolean isStopped() {
        return isStopped;
    }

    @Override
    protected String invoke(Method method) throws Exception {
        Future<?> call = threads.submit(() -> method.invoke(null));
        running = call;
        try {
            value = call.get();
            return valueString(value);
        } catch (CancellationException e) {
            isStopped = true;
            throw new StoppedException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvocationTargetException target) {
                thrown = target.getCause();
                throw target;
            }
            throw e;
        } finally {
            running = null;
        }
    }

    /** Interrupts the snippet that runs, if one does. */
    @Override
    public void stop() {
        Future<?> call = running;
        if (call != null) {
            call.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
