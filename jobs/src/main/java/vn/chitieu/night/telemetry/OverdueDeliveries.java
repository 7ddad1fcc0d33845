package vn.chitieu.night.telemetry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.mart.MartTables;
import vn.chitieu.night.RunClock;

/**
 * Deliveries that are overdue by the calendar: where nothing comes any more, the as-of day of the runs stands still.
 */
public final class OverdueDeliveries {

    private OverdueDeliveries() {}

    /** Returns whether a delivery that a run expects is overdue today. */
    public static boolean any(PublishedRun run) {
        return days(run, RunClock.today()).values().stream().anyMatch(days -> days > 0);
    }

    /** Returns by name for how many days each expected delivery has been overdue on a day, 0 where it is not. */
    static SortedMap<String, Long> days(PublishedRun run, LocalDate day) {
        SortedMap<String, Long> days = new TreeMap<>();
        if (run.table(MartTables.EXPECTED_DELIVERY.name()).isEmpty()) {
            return days;
        }
        int name = MartTables.EXPECTED_DELIVERY.indexOf("delivery_name");
        int due = MartTables.EXPECTED_DELIVERY.indexOf("due_date");
        int received = MartTables.EXPECTED_DELIVERY.indexOf("received_date");
        run.scan(MartTables.EXPECTED_DELIVERY, row -> {
            long overdue = row[received] == null && row[due] instanceof LocalDate dueDate
                    ? Math.max(0, ChronoUnit.DAYS.between(dueDate, day))
                    : 0;
            days.merge(String.valueOf(row[name]), overdue, Math::max);
        });
        return days;
    }
}
