package vn.chitieu.mart;

import java.time.LocalDate;

/** What every row of a run carries: which run, and what it was allowed to know. */
public record RunStamp(String runId, LocalDate asOf) {}
