package vn.chitieu.catalog.run;

/**
 * A run is published, and its copies at fixed paths or its pages could not all be written. Those of the run before may
 * stand beside them until the same night is run again.
 */
public final class UnfinishedPublicationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RunId runId;

    public UnfinishedPublicationException(RunId runId, Throwable cause) {
        super(cause.getMessage(), cause);
        this.runId = runId;
    }

    /** Returns the run that readers of the pointer see. */
    public RunId runId() {
        return runId;
    }
}
