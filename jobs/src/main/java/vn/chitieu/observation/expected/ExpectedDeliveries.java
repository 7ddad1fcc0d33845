package vn.chitieu.observation.expected;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.CodelistFile;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.observation.form.Form;
import vn.chitieu.observation.ingest.ExpectedDelivery;
import vn.chitieu.observation.ingest.ExpectedDelivery.Kind;
import vn.chitieu.observation.ingest.ExpectedDelivery.Status;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.Words;

/**
 * Which deliveries were expected by a day: forms from the first period that was ever received, as long as their
 * programme goes on; recurring deliveries as {@code codelist/expected_delivery.csv} lists them. Of each the periods up
 * to the first that is neither received nor due.
 */
public final class ExpectedDeliveries {

    private static final Words WORDS = Words.of("observation");

    private static final String FILE = "expected_delivery.csv";

    /** How the source of a figure of a form begins. */
    private static final String FORM = "form:";

    private static final List<String> BASES = List.of("assumed", "agreed");

    /** Of a month; a shorter one ends earlier. */
    private static final int LAST_DAY = 31;

    private ExpectedDeliveries() {}

    /** A delivery that is expected again and again from a period on. */
    private record Recurring(String name, Period from, int dueDay) {}

    /** What is waited for, and from whom. */
    private record Awaited(Kind kind, String name, LocalizedText sender) {}

    /** How far it is looked: what was known on a day, and the last day of what is waited for, in periods of a year. */
    private record Horizon(LocalDate asOf, LocalDate lastDay, ReportingYear year) {}

    /**
     * Returns what is expected.
     *
     * @param years of the areas of the forms; recurring deliveries have periods of the calendar
     * @param forms with the last day of the programme that each serves
     * @throws vn.chitieu.catalog.DataException if a line of the list cannot be used; a list that is not there is empty
     */
    public static List<ExpectedDelivery> of(
            Path datasets, ReportingYears years, Map<Form, LocalDate> forms, IngestResult ingest, LocalDate asOf) {
        List<ExpectedDelivery> expected = new ArrayList<>();
        forms.forEach((form, lastDay) -> {
            ReportingYear year = years.of(form.areaCode());
            SortedMap<Period, LocalDate> days =
                    received(form, ingest.observations().of(form.areaCode()), asOf);
            if (!days.isEmpty()) {
                expected.addAll(expected(
                        new Awaited(Kind.FORM, form.code(), form.department()),
                        days.firstKey(),
                        period -> form.due(period, year),
                        period -> Optional.ofNullable(days.get(period)),
                        new Horizon(asOf, lastDay, year)));
            }
        });
        SortedSet<String> deliveries = new TreeSet<>();
        ingest.files().forEach(file -> deliveries.add(file.deliveryId()));
        for (Recurring recurring : recurring(datasets)) {
            expected.addAll(expected(
                    new Awaited(Kind.SOURCE, recurring.name(), new LocalizedText(recurring.name(), recurring.name())),
                    recurring.from(),
                    period -> dayAfter(period, recurring.dueDay()),
                    period -> firstAfter(period, recurring.name(), deliveries, asOf),
                    new Horizon(asOf, LocalDate.MAX, ReportingYear.CALENDAR)));
        }
        return List.copyOf(expected);
    }

    /** Returns one finding a delivery of which something is missing, and one for each that came late. */
    public static List<Finding> findings(List<ExpectedDelivery> expected) {
        List<Finding> findings = new ArrayList<>();
        SortedMap<String, List<ExpectedDelivery>> missing = new TreeMap<>();
        for (ExpectedDelivery delivery : expected) {
            if (delivery.status() == Status.MISSING) {
                missing.computeIfAbsent(delivery.name(), name -> new ArrayList<>())
                        .add(delivery);
            } else if (delivery.status() == Status.LATE) {
                findings.add(finding(
                        Finding.Severity.INFORMATION,
                        "late",
                        delivery,
                        PrintedDay.of(delivery.received().orElseThrow())));
            }
        }
        missing.values()
                .forEach(all -> findings.add(finding(Finding.Severity.WARNING, "missing", all.get(0), all.size())));
        return findings;
    }

    private static Finding finding(
            Finding.Severity severity, String outcome, ExpectedDelivery delivery, Object particular) {
        return new Finding(
                Finding.Kind.VALIDATION,
                severity,
                "delivery_" + outcome,
                "",
                "",
                delivery.period().toString(),
                delivery.name(),
                WORDS.text(
                        "expected_delivery." + outcome,
                        delivery.name(),
                        delivery.period().name(),
                        PrintedDay.of(delivery.due()),
                        particular));
    }

    private static List<ExpectedDelivery> expected(
            Awaited awaited,
            Period from,
            Function<Period, LocalDate> due,
            Function<Period, Optional<LocalDate>> received,
            Horizon horizon) {
        List<ExpectedDelivery> expected = new ArrayList<>();
        boolean isDue = false;
        for (Period period = from;
                !isDue && !horizon.year().end(period).isAfter(horizon.lastDay());
                period = period.next()) {
            ExpectedDelivery next = new ExpectedDelivery(
                    awaited.kind(),
                    awaited.name(),
                    awaited.sender(),
                    new ReportingPeriod(period, horizon.year()),
                    due.apply(period),
                    received.apply(period),
                    horizon.asOf());
            expected.add(next);
            isDue = next.status() == Status.DUE;
        }
        return expected;
    }

    private static SortedMap<Period, LocalDate> received(Form form, List<Observation> observations, LocalDate asOf) {
        SortedMap<Period, LocalDate> days = new TreeMap<>();
        for (Observation observation : observations) {
            Period period = observation.key().period();
            if (observation.sourceUrl().equals(FORM + form.code())
                    && period.frequency() == form.frequency()
                    && !observation.publishedDate().isAfter(asOf)) {
                days.merge(period, observation.publishedDate(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return days;
    }

    private static Optional<LocalDate> firstAfter(
            Period period, String name, SortedSet<String> deliveries, LocalDate asOf) {
        return deliveries.stream()
                .filter(id -> id.startsWith(name + "/"))
                .map(Delivery::dayOf)
                .filter(day -> day.plusDays(Period.EARLY_DAYS).isAfter(ReportingYear.CALENDAR.end(period))
                        && !day.isAfter(asOf))
                .min(LocalDate::compareTo);
    }

    private static LocalDate dayAfter(Period period, int day) {
        YearMonth month = YearMonth.from(ReportingYear.CALENDAR.end(period)).plusMonths(1);
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /**
     * Checks the list of recurring deliveries; one that is not there is empty.
     *
     * @throws vn.chitieu.catalog.DataException if a line cannot be used; the message names file and line
     */
    public static void check(Path datasets) {
        recurring(datasets);
    }

    private static Recurring of(CodelistFile.Line line) {
        String name = line.text("delivery_name");
        if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw line.refused("codelist.delivery_name", "delivery_name");
        }
        int day = line.whole("due_day");
        if (day < 1 || day > LAST_DAY) {
            throw line.refused("codelist.due_day", "due_day");
        }
        if (!BASES.contains(line.text("basis"))) {
            throw line.refused("codelist.basis", "basis", String.join(", ", BASES));
        }
        return new Recurring(name, period(line), day);
    }

    private static Period period(CodelistFile.Line line) {
        String text = line.text("from_period");
        if (!Period.hasForm(text)) {
            throw line.refused("codelist.period", "from_period");
        }
        return Period.parse(text);
    }

    private static Collection<Recurring> recurring(Path datasets) {
        if (!Files.exists(datasets.resolve("codelist").resolve(FILE))) {
            return List.of();
        }
        return CodelistFile.read(datasets, FILE, "delivery_name", "from_period", "due_day", "basis")
                .byKey(line -> line.text("delivery_name"), ExpectedDeliveries::of)
                .values();
    }
}
