package vn.chitieu.projection.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.backtest.PooledRow;
import vn.chitieu.projection.dense.BacktestOrigins;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.YearEndProjector;
import vn.chitieu.projection.forecaster.RegularSeries;
import vn.chitieu.projection.learned.LearningRow;

/**
 * The series of an evaluation with what has been worked out of them, so that cases of one series and the rows that the
 * pooled tables are estimated from share it.
 */
final class EvaluationPanel {

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final PooledTables prior;

    EvaluationPanel(List<EvaluationCase> cases, PooledTables prior) {
        this.prior = prior;
        for (EvaluationCase question : cases) {
            members.computeIfAbsent(question.series().seriesId(), id -> new Member(question.series(), prior))
                    .cases
                    .add(question);
        }
    }

    /** One series; not for several threads at once. */
    static final class Member {

        private final EvaluationSeries series;
        private final PooledTables tables;
        private final List<EvaluationCase> cases = new ArrayList<>();
        private final Map<Integer, RegularSeries> runs = new LinkedHashMap<>();
        private final Map<List<Object>, BacktestOrigins> origins = new LinkedHashMap<>();

        private Member(EvaluationSeries series, PooledTables tables) {
            this.series = series;
            this.tables = tables;
        }

        private int firstYear() {
            return cases.stream().mapToInt(EvaluationCase::year).min().orElseThrow();
        }

        List<EvaluationCase> cases() {
            return cases;
        }

        /** Returns how the cases make annual values, with the data set that they say the series is a part of. */
        private Map<Aggregation, String> datasets() {
            Map<Aggregation, String> datasets = new EnumMap<>(Aggregation.class);
            cases.forEach(question -> datasets.put(question.aggregation(), question.dataset()));
            return datasets;
        }

        /** Returns the origins on the run of known values that starts at index {@code start}. */
        BacktestOrigins origins(int start, int observedPeriods, Aggregation aggregation) {
            RegularSeries run = runs.computeIfAbsent(start, series::run);
            return origins.computeIfAbsent(
                    List.of(start, observedPeriods, aggregation),
                    key -> new BacktestOrigins(run, observedPeriods, aggregation, tables));
        }
    }

    List<Member> members() {
        return List.copyOf(members.values());
    }

    /** A row of the backtest with the data set that its series is a part of. */
    record Row(String dataset, PooledRow row) {}

    /**
     * Returns the errors of the past at the points of the year that pooled tables have, each once: of the years before
     * the first that any case asks of a series.
     */
    List<Row> rows() {
        return members().parallelStream()
                .flatMap(member -> rows(member, member.firstYear()).stream())
                .toList();
    }

    /** Returns the same of the years before {@code year}. */
    List<Row> rowsBefore(int year) {
        return members().parallelStream()
                .flatMap(member -> rows(member, year).stream())
                .toList();
    }

    /** A row to learn a correction from, with the data set that its series is a part of. */
    record Learning(String dataset, LearningRow row) {}

    /**
     * Returns the errors of the past at every point of the year, each once.
     *
     * @param withAskedYears whether the years that cases ask for, and later ones, are among them
     */
    List<Learning> learningRows(boolean withAskedYears) {
        return members().parallelStream()
                .flatMap(member ->
                        learningRows(member, withAskedYears ? Integer.MAX_VALUE : member.firstYear()).stream())
                .toList();
    }

    private List<Learning> learningRows(Member member, int before) {
        EvaluationSeries series = member.series;
        int m = series.frequency().periodsPerYear();
        Integer last = before == Integer.MAX_VALUE
                ? series.values().lastKey()
                : series.values().lowerKey(before * m);
        if (last == null) {
            return List.of();
        }
        List<Learning> rows = new ArrayList<>();
        member.datasets().forEach((aggregation, dataset) -> {
            for (int observed = 1; observed < m; observed++) {
                String id = series.seriesId() + " " + aggregation;
                YearEndProjector.past(member.origins(series.startOfRun(last), observed, aggregation), before, prior)
                        .forEach(past ->
                                LearningRow.of(id, past).ifPresent(row -> rows.add(new Learning(dataset, row))));
            }
        });
        return rows;
    }

    private List<Row> rows(Member member, int before) {
        EvaluationSeries series = member.series;
        int m = series.frequency().periodsPerYear();
        Integer last = series.values().lowerKey(before * m);
        if (last == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        member.datasets().forEach((aggregation, dataset) -> {
            for (double quarters : prior.scaleCoefficients().points()) {
                int observed = (int) Math.round(quarters * m / 4);
                BacktestOrigins origins = member.origins(series.startOfRun(last), observed, aggregation);
                YearEndProjector.backtest(origins, before, prior)
                        .forEach(row -> rows.add(new Row(
                                dataset, new PooledRow(series.seriesId() + " " + aggregation, m, observed, row))));
            }
        });
        return rows;
    }
}
