package vn.chitieu.catalog.run;

/** The points of a publication at which a run may die; a crash test stops at each. */
enum PublicationStep {
    /** One table or file stands in the staging directory. */
    FILE_STAGED,
    /** The manifest stands in the staging directory: the run is complete, and nobody sees it yet. */
    MANIFEST_STAGED,
    /** The run has its place and its name; the pointer still names the run before. */
    RUN_MOVED,
    /** One copy lies beside its place in {@code mart/}; the pointer still names the run before. */
    MART_FILE_LAID,
    /** The pointer names the run; the copies in {@code mart/} are still those of the run before. */
    POINTER_MOVED,
    /** One copy in {@code mart/} is of the run. */
    MART_FILE_COPIED,
    /** All is done. */
    MART_COPIED
}
