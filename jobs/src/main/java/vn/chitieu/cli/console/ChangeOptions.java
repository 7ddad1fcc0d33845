package vn.chitieu.cli.console;

import java.time.Duration;
import picocli.CommandLine.Mixin;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.text.Texts;

/** Which warehouse is changed, and how long to wait for another that changes it: the same options of every command. */
public final class ChangeOptions {

    @Mixin
    private WaitOption wait = new WaitOption();

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    public WarehouseOption where() {
        return where;
    }

    /**
     * Returns the longest wait; none unless one was asked for.
     *
     * @throws ConfigurationException if it is no number of seconds, minutes or hours
     */
    public Duration longestWait(Texts messages) {
        return wait.longest(messages);
    }

    /**
     * Returns the right to change a warehouse.
     *
     * @throws vn.chitieu.catalog.run.LockHeldException if another run holds it, longer than is waited for
     */
    public RunLock lock(Warehouse warehouse, String purpose, Texts messages) {
        return warehouse.lock(purpose, longestWait(messages));
    }
}
