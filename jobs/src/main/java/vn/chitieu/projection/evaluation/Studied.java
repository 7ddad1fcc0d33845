package vn.chitieu.projection.evaluation;

/** What was learnt of the series of an evaluation, and what was wrong with their files. */
public record Studied<T>(T result, Refusals refusals) {}
