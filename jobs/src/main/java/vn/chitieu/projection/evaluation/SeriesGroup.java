package vn.chitieu.projection.evaluation;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.CsvFile;
import vn.chitieu.catalog.DataException;
import vn.chitieu.text.Words;

/**
 * One series with all that is asked of it.
 *
 * @param questions in the order of the file of cases
 * @param refusals what was wrong with rows of either file, and with the series as a whole
 */
record SeriesGroup(List<Asked> questions, List<Refusal> refusals) {

    private static final Words WORDS = Words.of("projection");

    /** A question with the line of the file of cases where it stands. */
    record Asked(long line, EvaluationQuestion question) {}

    /** Returns the cases that can be answered. */
    List<EvaluationCase> understood() {
        return questions.stream()
                .map(Asked::question)
                .filter(EvaluationCase.class::isInstance)
                .map(EvaluationCase.class::cast)
                .toList();
    }

    /** Where the rows of a group come from, for what is said of them. */
    record Files(String series, String cases, List<String> caseColumns) implements Serializable {

        private CsvFile.Row ofValue(String seriesId, EvaluationSeries series, KeyedRow.Value value) {
            EvaluationSeries of = new EvaluationSeries(seriesId, value.frequency(), new TreeMap<>(), new TreeSet<>());
            return new CsvFile.Row(
                    Path.of(this.series),
                    value.line(),
                    EvaluationFiles.SERIES_COLUMNS,
                    List.of(series.seriesId(), of.period(value.index()).toString(), String.valueOf(value.value())));
        }

        /** Returns the refusal of a case that stands again. */
        KeyedRow again(KeyedRow row) {
            return KeyedRow.of(new Refusal(
                    Refusal.Stage.CASE_ROW,
                    row.line(),
                    "",
                    EvaluationFiles.again(ofCase(row)).text()));
        }

        private CsvFile.Row ofCase(KeyedRow row) {
            return new CsvFile.Row(Path.of(cases), row.line(), caseColumns, row.texts());
        }
    }

    /** Returns the groups of rows that come by key, part and line. */
    static Iterator<SeriesGroup> of(Iterator<KeyedRow> rows, Files files) {
        return new Iterator<>() {
            private @Nullable KeyedRow ahead;

            @Override
            public boolean hasNext() {
                return ahead != null || rows.hasNext();
            }

            @Override
            public SeriesGroup next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                KeyedRow first = ahead == null ? rows.next() : ahead;
                ahead = null;
                Collector collector = new Collector(first.key(), files);
                collector.add(first);
                while (rows.hasNext()) {
                    KeyedRow row = rows.next();
                    if (!row.key().equals(first.key())) {
                        ahead = row;
                        break;
                    }
                    collector.add(row);
                }
                return collector.group();
            }
        };
    }

    /** Takes the rows of a group in their order. */
    private static final class Collector {

        private final String seriesId;
        private final Files files;
        private final List<Asked> questions = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final DoubtfulPeriods doubtful = new DoubtfulPeriods();
        private @Nullable EvaluationSeries series;
        private boolean isSettled;

        Collector(String seriesId, Files files) {
            this.seriesId = seriesId;
            this.files = files;
        }

        void add(KeyedRow row) {
            switch (row.part()) {
                case REFUSAL -> refusals.add(row.refusal());
                case VALUES -> row.values().forEach(this::add);
                case CASE -> addCase(row);
            }
        }

        private void add(KeyedRow.Value value) {
            if (series == null) {
                series = new EvaluationSeries(seriesId, value.frequency(), new TreeMap<>(), new TreeSet<>());
            }
            if (series.frequency() != value.frequency()) {
                refuse(
                        value.line(),
                        Refusal.Stage.SERIES_ROW,
                        files.ofValue(seriesId, series, value)
                                .refused("period", WORDS.text("expected.frequency_as_before", series.frequency())));
                return;
            }
            if (Double.isNaN(value.value())) {
                return;
            }
            Double before = series.values().putIfAbsent(value.index(), value.value());
            if (before != null) {
                doubtful.add(value.index(), before, value.value());
                refuse(
                        value.line(),
                        Refusal.Stage.SERIES_ROW,
                        files.ofValue(seriesId, series, value)
                                .refused("period", WORDS.text("expected.period_once", seriesId)));
            }
        }

        private void addCase(KeyedRow row) {
            settle();
            CsvFile.Row texts = files.ofCase(row);
            try {
                questions.add(new Asked(texts.line(), EvaluationFiles.question(texts, series)));
            } catch (EvaluationFiles.CaseRefusal refused) {
                questions.add(new Asked(texts.line(), new RefusedCase(texts.text("case_id"), refused.reason())));
                refuse(texts.line(), Refusal.Stage.CASE_ROW, refused.refusal());
            }
        }

        private void settle() {
            if (series != null && !isSettled) {
                doubtful.settle(series, refusal -> refuse(0, Refusal.Stage.DOUBTFUL_PERIOD, refusal));
                isSettled = true;
            }
        }

        private void refuse(long line, Refusal.Stage stage, DataException refusal) {
            refusals.add(new Refusal(stage, line, line == 0 ? seriesId : "", refusal.text()));
        }

        SeriesGroup group() {
            settle();
            SeriesGroup group = new SeriesGroup(questions, refusals);
            group.understood().stream()
                    .flatMap(question -> question.gaps().stream())
                    .distinct()
                    .forEach(gap -> refusals.add(new Refusal(Refusal.Stage.GAP, 0, seriesId, gap)));
            return group;
        }
    }
}
