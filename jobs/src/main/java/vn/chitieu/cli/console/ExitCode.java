package vn.chitieu.cli.console;

/** What a command tells the scheduler. */
public final class ExitCode {

    /** Published, or nothing new. */
    public static final int OK = 0;

    /** Published, but something was quarantined, refused, or found wrong under a target that was not before. */
    public static final int PUBLISHED_WITH_REFUSALS = 10;

    /** No delivery usable, nothing published. */
    public static final int NOTHING_USABLE = 20;

    /** Usage or configuration, or a file named by the user that cannot be used. */
    public static final int USAGE = 30;

    /** Another run holds the lock. */
    public static final int LOCKED = 40;

    /** Infrastructure; trying again is safe. */
    public static final int INFRASTRUCTURE = 50;

    /** Published, but pages or copies at fixed paths could not all be written; trying again completes them. */
    public static final int PAGES_OUTSTANDING = 60;

    /** A fault of the product. */
    public static final int BUG = 70;

    private ExitCode() {}
}
