package vn.chitieu.night.telemetry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.mart.MartTables;
import vn.chitieu.night.RunClock;

/**
 * Deliveries that are overdue or due next by the calendar: where nothing comes any more, the as-of day of the runs
 * stands still.
 */
public final class OverdueDeliveries {

    private OverdueDeliveries() {}

    /** Returns whether a delivery that a run expects is overdue today. */
    public static boolean any(PublishedRun run) {
        return days(run, RunClock.today()).values().stream().anyMatch(days -> days > 0);
    }

    /** Returns by name for how many days each expected delivery has been overdue on a day, 0 where it is not. */
    public static SortedMap<String, Long> days(PublishedRun run, LocalDate day) {
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

    /**
     * What is due next.
     *
     * @param names of the deliveries, in order
     */
    public record NextDue(LocalDate day, List<String> names) {

        public NextDue {
            names = List.copyOf(names);
        }
    }

    /** Returns what a run expects next, from a day on, that has not come; empty if nothing is. */
    public static Optional<NextDue> next(PublishedRun run, LocalDate day) {
        SortedMap<LocalDate, SortedSet<String>> awaited = new TreeMap<>();
        if (run.table(MartTables.EXPECTED_DELIVERY.name()).isEmpty()) {
            return Optional.empty();
        }
        int name = MartTables.EXPECTED_DELIVERY.indexOf("delivery_name");
        int due = MartTables.EXPECTED_DELIVERY.indexOf("due_date");
        int received = MartTables.EXPECTED_DELIVERY.indexOf("received_date");
        run.scan(MartTables.EXPECTED_DELIVERY, row -> {
            if (row[received] == null && row[due] instanceof LocalDate dueDate && !dueDate.isBefore(day)) {
                awaited.computeIfAbsent(dueDate, none -> new TreeSet<>()).add(String.valueOf(row[name]));
            }
        });
        return awaited.entrySet().stream()
                .findFirst()
                .map(next -> new NextDue(next.getKey(), List.copyOf(next.getValue())));
    }
}
