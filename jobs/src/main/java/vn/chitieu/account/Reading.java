package vn.chitieu.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;

/**
 * A number with where it comes from.
 *
 * @param halfUnit how far rounding in print may have moved it
 * @param date when the latest figure that it rests on became known
 */
record Reading(
        double value, double halfUnit, Origin origin, ObservationStatus status, LocalDate date, String methodCode) {

    static Reading published(Observation observation, LocalDate asOf) {
        return new Reading(
                observation.value().doubleValue(),
                PrintedRounding.halfUnit(observation.value()),
                Origin.PUBLISHED,
                observation.status(),
                knownOn(observation, asOf),
                MethodCode.PUBLISHED);
    }

    /** Returns the day from which a figure counts: an archive of a later date holds what had been released before. */
    static LocalDate knownOn(Observation observation, LocalDate asOf) {
        return observation.sourceDate().isAfter(asOf) ? observation.publishedDate() : observation.sourceDate();
    }

    /** Returns a number computed from others: its status is the least firm of theirs, its date the latest. */
    static Reading derived(double value, double halfUnit, String methodCode, Reading... inputs) {
        return derived(value, halfUnit, methodCode, Arrays.asList(inputs));
    }

    static Reading derived(double value, double halfUnit, String methodCode, Collection<Reading> inputs) {
        ObservationStatus status = ObservationStatus.FINAL;
        LocalDate date = LocalDate.MIN;
        for (Reading input : inputs) {
            status = softness(input.status) > softness(status) ? input.status : status;
            date = input.date.isAfter(date) ? input.date : date;
        }
        return new Reading(value, halfUnit, Origin.DERIVED, status, date, methodCode);
    }

    /** Returns the sum of some numbers less the sum of others. */
    static Reading sum(String methodCode, List<Reading> added, List<Reading> takenAway) {
        double value = 0;
        double halfUnit = 0;
        for (Reading reading : added) {
            value += reading.value;
            halfUnit += reading.halfUnit;
        }
        for (Reading reading : takenAway) {
            value -= reading.value;
            halfUnit += reading.halfUnit;
        }
        List<Reading> inputs = new ArrayList<>(added);
        inputs.addAll(takenAway);
        return derived(value, halfUnit, methodCode, inputs);
    }

    Reading withMethod(String otherMethodCode) {
        return new Reading(value, halfUnit, origin, status, date, otherMethodCode);
    }

    private static int softness(ObservationStatus status) {
        return switch (status) {
            case FINAL -> 0;
            case PROVISIONAL -> 1;
            case UNKNOWN -> 2;
            case ESTIMATE -> 3;
            case IMPUTED, BREAK -> 4;
            case FORECAST -> 5;
            case MISSING -> 6;
        };
    }

    boolean isPublished() {
        return origin == Origin.PUBLISHED;
    }
}
