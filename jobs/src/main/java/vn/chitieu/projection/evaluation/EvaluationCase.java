package vn.chitieu.projection.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Period;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * One question of an evaluation: the annual value of a year as seen when {@code cutoff} was the last known period.
 *
 * @param dataset what the series is a part of; {@code ""} if that was not asked for
 * @param cutoff a period of {@code year}, monthly or quarterly, as the series is
 * @param target whose probability is asked, in the unit of the series; empty if none is
 */
record EvaluationCase(
        String caseId,
        String dataset,
        EvaluationSeries series,
        Aggregation aggregation,
        int year,
        Period cutoff,
        OptionalDouble target)
        implements EvaluationQuestion {

    /** Returns this question as seen when another period was the last known one. */
    EvaluationCase until(Period lastKnown) {
        return new EvaluationCase(caseId, dataset, series, aggregation, year, lastKnown, target);
    }

    /** Says which periods are missing between the first value of the series and the last one that the case may see. */
    List<LocalizedText> gaps() {
        NavigableMap<Integer, Double> known = series.values().headMap(EvaluationSeries.index(cutoff), true);
        if (known.isEmpty() || known.lastKey() - known.firstKey() + 1 == known.size()) {
            return List.of();
        }
        List<LocalizedText> gaps = new ArrayList<>();
        int next = known.firstKey();
        for (int index : known.keySet()) {
            if (index > next) {
                gaps.add(Words.of("projection")
                        .text("series_gap", series.seriesId(), series.period(next), series.period(index - 1)));
            }
            next = index + 1;
        }
        return gaps;
    }
}
