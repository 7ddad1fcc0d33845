package vn.chitieu.night.telemetry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.mart.MartTables;
import vn.chitieu.observation.Finding;

/** The night as Prometheus reads it from a text file, exposition format 0.0.4; times in seconds, sizes in bytes. */
final class NightMetrics {

    private final StringBuilder text = new StringBuilder();
    private String name = "";

    private NightMetrics() {}

    /** Returns the text; what is not known, such as a last success where there was none, has no line. */
    static String text(NightCall night, OptionalLong freeBytes) {
        NightMetrics metrics = new NightMetrics();
        metrics.gauge("chitieu_night_exit_code", "Exit code of the last night.").value("", night.exitCode());
        metrics.gauge("chitieu_night_end_timestamp_seconds", "When the last night ended, well or not.")
                .value("", seconds(night.finishedAt()));
        night.lastSuccess().ifPresent(at -> metrics.gauge(
                        "chitieu_night_last_success_timestamp_seconds", "When a night last ended well.")
                .value("", seconds(at)));
        metrics.gauge("chitieu_night_duration_seconds", "How long the last night took.")
                .value("", night.seconds());
        metrics.gauge("chitieu_night_stage_duration_seconds", "How long each stage of the last night took.");
        night.stageSeconds().forEach((stage, seconds) -> metrics.value("{stage=\"" + stage + "\"}", seconds));
        freeBytes.ifPresent(
                bytes -> metrics.gauge("chitieu_warehouse_free_bytes", "Free space where the warehouse lies.")
                        .value("", (double) bytes));
        night.current().ifPresent(run -> metrics.run(run, night.finishedAt()));
        return metrics.text.toString();
    }

    private void run(PublishedRun run, Instant at) {
        LocalDate asOf = run.manifest().asOfDate();
        gauge("chitieu_data_as_of_timestamp_seconds", "The day by which the figures of the current run were known.")
                .value("", seconds(asOf.atStartOfDay(ZoneOffset.UTC).toInstant()));
        gauge("chitieu_data_age_days", "Days from that day to the end of the last night.")
                .value("", (double) ChronoUnit.DAYS.between(asOf, LocalDate.ofInstant(at, ZoneOffset.UTC)));
        gauge("chitieu_table_rows", "Rows of each table of the current run.");
        for (PublishedTable table : run.manifest().tables()) {
            value("{table=\"" + table.name() + "\"}", (double) table.rows());
        }
        gauge("chitieu_rows", "Rows delivered, accepted and held back in the current run.");
        run.manifest().counts().forEach((count, rows) -> value("{count=\"" + count + "\"}", rows));
        gauge("chitieu_delivery_overdue_days", "Days since an expected delivery was due that has not come, 0 if none.");
        OverdueDeliveries.days(run, LocalDate.ofInstant(at, ZoneOffset.UTC))
                .forEach((name, days) -> value("{delivery=\"" + name + "\"}", days));
        gauge("chitieu_findings", "Findings of the current run by severity.");
        findings(run).forEach((severity, count) -> value("{severity=\"" + severity + "\"}", count));
    }

    private static SortedMap<String, Long> findings(PublishedRun run) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Finding.Severity severity : Finding.Severity.values()) {
            counts.put(severity.code(), 0L);
        }
        int severity = MartTables.FINDING.indexOf("severity_code");
        run.scan(MartTables.FINDING, row -> counts.merge(String.valueOf(row[severity]), 1L, Long::sum));
        return counts;
    }

    private NightMetrics gauge(String metric, String help) {
        text.append("# HELP ").append(metric).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(metric).append(" gauge\n");
        name = metric;
        return this;
    }

    private void value(String labels, double value) {
        String number = value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
        text.append(name).append(labels).append(' ').append(number).append('\n');
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
