package vn.chitieu.notebook.exhibit;

import java.util.List;
import vn.chitieu.notebook.programme.AccuracyFigures;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetRecord;
import vn.chitieu.notebook.rows.MartRow;

/** Whether intervals and probabilities proved right on past years, stated plainly beside them. */
public final class Calibration {

    /** How many points the share inside the 80% interval may be off before a reader is warned. */
    private static final double TOLERATED = 10;

    /** How many points the outcome may be off the middle of what was stated, and of how many times that is told. */
    private static final double TOLERATED_PROBABILITY = 15;

    /** Fewer projections say nothing of an interval. */
    private static final int FEWEST = 30;

    private Calibration() {}

    /**
     * Returns how often outcomes of past years were inside the 80% interval, of the programme's own targets at this
     * point of the year and of nothing else, with a warning where that is far from 80%; and how many of them are
     * untested.
     */
    public static String sentence(ProgrammeView view) {
        List<TargetRecord> records = view.programme().targets().stream()
                .flatMap(target -> TargetRecord.of(view, target).stream())
                .toList();
        if (records.isEmpty()) {
            return view.text("calibration.nothing", view.area());
        }
        List<TargetRecord> tested =
                records.stream().filter(record -> !record.own().isEmpty()).toList();
        if (tested.isEmpty()) {
            return view.text("calibration.untested", view.area(), records.size());
        }
        List<MartRow> rows =
                tested.stream().flatMap(record -> record.own().stream()).toList();
        double share = AccuracyFigures.share(rows, "is_covered_80").orElseThrow();
        String verdict = share < 80 - TOLERATED ? "narrow" : share > 80 + TOLERATED ? "wide" : "good";
        String probabilities = worst(view, rows);
        return view.text(
                        "calibration.tested",
                        view.percent(share, 0),
                        view.number(rows.size(), 0),
                        tested.size(),
                        records.size())
                + (rows.size() < FEWEST ? "" : " " + view.text("calibration." + verdict))
                + (probabilities.isEmpty() ? "" : " " + probabilities);
    }

    /** Returns the outcomes of the probabilities that proved worst, if any were far off often enough to matter. */
    private static String worst(ProgrammeView view, List<MartRow> rows) {
        String worst = "";
        double most = TOLERATED_PROBABILITY;
        for (int bin = 0; bin + 1 < AccuracyFigures.BINS.size(); bin++) {
            List<MartRow> stated = AccuracyFigures.inBin(rows, bin);
            double outcome = AccuracyFigures.share(stated, "is_attained").orElse(0);
            double mean = AccuracyFigures.meanProbability(stated).orElse(0);
            if (stated.size() >= FEWEST && Math.abs(outcome - mean) > most) {
                most = Math.abs(outcome - mean);
                String range = view.number(100 * AccuracyFigures.BINS.get(bin), 0) + "–"
                        + view.percent(100 * AccuracyFigures.BINS.get(bin + 1), 0);
                worst = view.text(
                        "calibration." + (outcome > mean ? "low" : "high"),
                        range,
                        view.percent(outcome, 0),
                        view.number(stated.size(), 0));
            }
        }
        return worst;
    }
}
