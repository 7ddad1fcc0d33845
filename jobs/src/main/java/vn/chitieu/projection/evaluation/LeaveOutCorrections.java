package vn.chitieu.projection.evaluation;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chitieu.projection.dense.PointCorrection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.learned.CorrectionEstimation;

/**
 * Learned corrections for judging the method: for each family of data sets learnt on the other families, on the years
 * before the first that any case asks of a series.
 *
 * <p>Data sets are of one family if their names are the same until the first underscore: those of one producer or
 * competition know of each other's shocks.
 */
final class LeaveOutCorrections implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, PointCorrection> byFamily;

    private LeaveOutCorrections(Map<String, PointCorrection> byFamily) {
        this.byFamily = byFamily;
    }

    static LeaveOutCorrections of(List<DatasetYear> judged, EvaluationPanel panel, PooledTables shipped) {
        double median = shipped.errors().quantile(0.5);
        List<EvaluationPanel.Learning> rows = panel.learningRows(false);
        return new LeaveOutCorrections(judged.parallelStream()
                .map(each -> family(each.dataset()))
                .distinct()
                .collect(Collectors.toConcurrentMap(
                        family -> family,
                        family -> CorrectionEstimation.estimate(
                                rows.stream()
                                        .filter(row -> !family(row.dataset()).equals(family))
                                        .map(EvaluationPanel.Learning::row)
                                        .toList(),
                                median))));
    }

    static String family(String dataset) {
        int end = dataset.indexOf('_');
        return end < 0 ? dataset : dataset.substring(0, end);
    }

    PointCorrection of(EvaluationCase question) {
        return byFamily.getOrDefault(family(question.dataset()), PointCorrection.NONE);
    }
}
