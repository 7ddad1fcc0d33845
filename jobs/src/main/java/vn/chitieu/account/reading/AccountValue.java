package vn.chitieu.account.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Provenance;

/**
 * A number of an account and its provenance.
 *
 * @param halfUnit how far rounding in print may have moved it
 * @param date when the latest figure that it rests on became known
 * @param isOfArchive whether it rests on a figure that only an archive of after the day of the account shows, and that
 *     may have been revised since that day
 */
public record AccountValue(
        double value,
        double halfUnit,
        Origin origin,
        ObservationStatus status,
        LocalDate date,
        String methodCode,
        boolean isOfArchive) {

    public static AccountValue published(Observation observation, LocalDate asOf) {
        return new AccountValue(
                observation.value().doubleValue(),
                PrintedRounding.halfUnit(observation.value()),
                Origin.PUBLISHED,
                observation.status(),
                knownOn(observation, asOf),
                MethodCode.PUBLISHED,
                observation.sourceDate().isAfter(asOf));
    }

    /** Returns the day from which a figure counts: an archive of a later date holds what had been released before. */
    public static LocalDate knownOn(Observation observation, LocalDate asOf) {
        return observation.sourceDate().isAfter(asOf) ? observation.publishedDate() : observation.sourceDate();
    }

    /** Returns a number computed from others: its status is the least firm of theirs, its date the latest. */
    public static AccountValue derived(double value, double halfUnit, String methodCode, AccountValue... inputs) {
        return derived(value, halfUnit, methodCode, Arrays.asList(inputs));
    }

    public static AccountValue derived(
            double value, double halfUnit, String methodCode, Collection<AccountValue> inputs) {
        ObservationStatus status = ObservationStatus.FINAL;
        LocalDate date = LocalDate.MIN;
        boolean isOfArchive = false;
        for (AccountValue input : inputs) {
            status = distanceFromFinal(input.status) > distanceFromFinal(status) ? input.status : status;
            date = input.date.isAfter(date) ? input.date : date;
            isOfArchive |= input.isOfArchive;
        }
        return new AccountValue(value, halfUnit, Origin.DERIVED, status, date, methodCode, isOfArchive);
    }

    /** Returns the sum of some numbers less the sum of others. */
    public static AccountValue sum(String methodCode, List<AccountValue> added, List<AccountValue> takenAway) {
        double value = 0;
        double halfUnit = 0;
        for (AccountValue term : added) {
            value += term.value;
            halfUnit += term.halfUnit;
        }
        for (AccountValue term : takenAway) {
            value -= term.value;
            halfUnit += term.halfUnit;
        }
        List<AccountValue> inputs = new ArrayList<>(added);
        inputs.addAll(takenAway);
        return derived(value, halfUnit, methodCode, inputs);
    }

    public AccountValue withMethod(String otherMethodCode) {
        return new AccountValue(value, halfUnit, origin, status, date, otherMethodCode, isOfArchive);
    }

    private static int distanceFromFinal(ObservationStatus status) {
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

    public Provenance provenance() {
        return new Provenance(origin, status, date, methodCode);
    }

    public boolean isPublished() {
        return origin == Origin.PUBLISHED;
    }
}
