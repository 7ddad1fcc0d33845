package vn.chitieu.projection;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One area and year to project.
 *
 * @param evaluatedOn the day whose knowledge counts: the as-of date, or the last day of a dissolved territory
 */
public record ProjectionTask(String areaCode, int year, LocalDate evaluatedOn) implements Serializable {}
