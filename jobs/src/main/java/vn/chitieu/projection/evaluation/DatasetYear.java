package vn.chitieu.projection.evaluation;

import java.io.Serializable;

/** What is left out of the tables that its cases are judged with. */
record DatasetYear(String dataset, int year) implements Serializable {}
