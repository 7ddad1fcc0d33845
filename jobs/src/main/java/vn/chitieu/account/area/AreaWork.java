package vn.chitieu.account.area;

import java.util.function.Supplier;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.MachineException;
import vn.chitieu.text.Words;

/** Work on one area, one of hundreds in a task: whatever ends it names the area. */
public final class AreaWork {

    private static final Words WORDS = Words.of("account");

    private static final long MEGABYTE = 1L << 20;

    private AreaWork() {}

    /**
     * Returns what came of the work.
     *
     * @throws MachineException if the memory of the process did not suffice for it
     * @throws IllegalStateException with the cause, if it failed otherwise and the data are not to blame
     */
    public static <T> T on(String areaCode, Supplier<T> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError e) {
            // Not as its cause: Spark ends the process at once where it finds one in the chain.
            MachineException named = new MachineException(
                    WORDS.text("area_memory", areaCode, Runtime.getRuntime().maxMemory() / MEGABYTE));
            named.addSuppressed(e);
            throw named;
        } catch (DataException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException("Area " + areaCode + ": " + e, e);
        }
    }
}
