package vn.chitieu.observation.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.plausibility.Doubt;
import vn.chitieu.observation.plausibility.Plausibility;
import vn.chitieu.observation.plausibility.References;
import vn.chitieu.observation.plausibility.TypedFigure;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.DeliveryReceipt;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * Holds the figures of a received table against what is known, as those of a form are, and holds back those that cannot
 * be right until a person confirms them.
 *
 * <p>What a table states of one area up to one month, in one status and of one source and day, is judged together as a
 * form is; earlier months of the table are known to later ones, but for those that are held back.
 */
final class TableReview {

    private static final Words WORDS = Words.of("observation");

    /** The last months that a table tells are judged: whoever sends the history before them has it from print. */
    private static final int MONTHS_JUDGED = 12;

    /** Each figure of a form is compared with each other; of more than any form has each is judged alone. */
    private static final int MOST_TOGETHER = 500;

    private final Codelists codelists;
    private final References references;

    /** What the office had, by series. */
    private final Map<List<Object>, List<Observation>> known = new HashMap<>();

    TableReview(Codelists codelists, References references) {
        this.codelists = codelists;
        this.references = references;
    }

    /** What is judged together. */
    private record Sheet(String areaCode, int year, int month, LocalDate published, String about) {}

    /** Takes a vintage that the office had before the tables that are reviewed from now on. */
    void know(Observation vintage) {
        add(known, vintage);
    }

    /**
     * What becomes of the figures of a table.
     *
     * @param heldBack by the place of the figure in the list
     * @param confirmed one for each figure that would be held back but for a person
     */
    record Reviewed(SortedMap<Integer, QuarantinedRow> heldBack, List<Finding> confirmed) {}

    /**
     * Returns which figures of a table are held back.
     *
     * @param figures outcomes of one delivery as delivered
     * @param own the same as observations, in the same order
     */
    Reviewed reviewed(List<DeliveredFigure> figures, List<Observation> own, DeliveryReceipt receipt) {
        Map<List<Object>, List<Observation>> stated = new HashMap<>();
        Map<Sheet, List<Integer>> sheets = new TreeMap<>(Comparator.comparing(Sheet::year)
                .thenComparing(Sheet::month)
                .thenComparing(Sheet::published)
                .thenComparing(Sheet::areaCode)
                .thenComparing(Sheet::about));
        for (int i = 0; i < own.size(); i++) {
            Observation figure = own.get(i);
            Period period = figure.key().period();
            Sheet sheet = new Sheet(
                    figure.key().areaCode(),
                    period.year(),
                    period.lastMonth(),
                    figure.publishedDate(),
                    figure.status() + " " + figure.sourceUrl());
            sheets.computeIfAbsent(sheet, any -> new ArrayList<>()).add(i);
        }
        LocalDate history = own.stream()
                .map(this::end)
                .max(Comparator.naturalOrder())
                .orElse(receipt.received())
                .minusMonths(MONTHS_JUDGED);
        Reviewed reviewed = new Reviewed(new TreeMap<>(), new ArrayList<>());
        sheets.forEach((sheet, rows) -> {
            if (end(own.get(rows.get(0))).isAfter(history)) {
                List<List<Integer>> parts = rows.size() <= MOST_TOGETHER
                        ? List.of(rows)
                        : rows.stream().map(List::of).toList();
                for (List<Integer> part : parts) {
                    for (Doubt doubt : doubts(sheet, part, figures, stated)) {
                        add(reviewed, doubt, row(doubt, part, figures), figures, receipt);
                    }
                }
            }
            rows.stream()
                    .filter(row -> !reviewed.heldBack().containsKey(row))
                    .forEach(row -> add(stated, own.get(row)));
        });
        return reviewed;
    }

    private LocalDate end(Observation figure) {
        return codelists
                .reportingYears()
                .of(figure.key().areaCode())
                .end(figure.key().period());
    }

    private static void add(
            Reviewed reviewed, Doubt doubt, int row, List<DeliveredFigure> figures, DeliveryReceipt receipt) {
        DeliveredFigure figure = figures.get(row);
        String name = figure.place().name();
        Optional<String> reason = receipt.terms().reasonFor(name);
        if (reason.isPresent()) {
            reviewed.confirmed().add(confirmed(figure, doubt, reason.get()));
            return;
        }
        reviewed.heldBack()
                .put(
                        row,
                        new QuarantinedRow(
                                figure.place(),
                                doubt.comparison().code(),
                                doubt.expected(),
                                figure.value().toPlainString(),
                                doubt.likely().plus(" ").plus(WORDS.text("plausible.advice_row", quoted(name))),
                                figure.rowText()));
    }

    /** Returns a name as a command takes it. */
    private static String quoted(String name) {
        return name.contains(" ") ? '"' + name + '"' : name;
    }

    private static int row(Doubt doubt, List<Integer> rows, List<DeliveredFigure> figures) {
        return rows.stream()
                .filter(row -> cell(figures.get(row)).equals(doubt.figure().cell()))
                .findFirst()
                .orElseThrow();
    }

    private List<Doubt> doubts(
            Sheet sheet,
            List<Integer> rows,
            List<DeliveredFigure> figures,
            Map<List<Object>, List<Observation>> stated) {
        Set<List<Object>> series = new LinkedHashSet<>();
        rows.forEach(row -> series.add(series(figures.get(row).key())));
        List<Observation> vintages = series.stream()
                .flatMap(key -> Stream.of(known, stated).flatMap(of -> of.getOrDefault(key, List.of()).stream()))
                .toList();
        List<TypedFigure> typed =
                rows.stream().map(row -> typed(figures.get(row))).toList();
        return new Plausibility(
                        Vintages.latestByKey(vintages, LocalDate.MAX).values(),
                        references,
                        sheet.published(),
                        codelists.units())
                .doubts(typed, List.of());
    }

    private TypedFigure typed(DeliveredFigure figure) {
        ObservationKey key = figure.key();
        return new TypedFigure(
                key,
                codelists.indicator(key.indicatorCode()),
                figure.unitCode(),
                codelists.indicator(key.indicatorCode()).aggregation() != Aggregation.SUM,
                false,
                key.indicatorCode() + " " + key.activityCode(),
                key.period().frequency() + " " + key.accumulation().code() + " "
                        + key.priceBasis().code(),
                cell(figure),
                figure.value());
    }

    private static Finding confirmed(DeliveredFigure figure, Doubt doubt, String reason) {
        LocalizedText message = WORDS.text("plausible.confirmed", figure.place().text(), doubt.likely(), reason);
        return new Finding(
                Finding.Kind.VALIDATION,
                Finding.Severity.INFORMATION,
                "form_confirmed",
                figure.key().areaCode(),
                figure.key().indicatorCode(),
                figure.key().period().toString(),
                figure.place().deliveryId() + " " + message.en(),
                message);
    }

    /** Returns where a figure stands as the messages name it: sheet and cell, or file and line. */
    private static String cell(DeliveredFigure figure) {
        Place place = figure.place();
        return place.cell().isEmpty()
                ? place.file() + ":" + place.line() + (place.entry().isEmpty() ? "" : " " + place.entry())
                : place.cell();
    }

    private static void add(Map<List<Object>, List<Observation>> bySeries, Observation vintage) {
        bySeries.computeIfAbsent(series(vintage.key()), key -> new ArrayList<>())
                .add(vintage);
    }

    private static List<Object> series(ObservationKey key) {
        return List.of(key.areaCode(), key.indicatorCode(), key.activityCode(), key.priceBasis());
    }
}
