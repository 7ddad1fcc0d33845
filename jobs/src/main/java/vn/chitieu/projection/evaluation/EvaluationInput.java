package vn.chitieu.projection.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.chitieu.catalog.DataException;

/**
 * What an evaluation is asked.
 *
 * @param questions one a case, in the order of the file
 * @param refusals what was wrong with rows of the files
 */
record EvaluationInput(List<EvaluationQuestion> questions, List<DataException> refusals) {

    /**
     * Reads both files.
     *
     * @param withDataset whether the cases must say of which data set they are
     * @throws DataException if a file cannot be read or lacks a column
     */
    static EvaluationInput read(Path seriesFile, Path casesFile, boolean withDataset) {
        List<DataException> refusals = new ArrayList<>();
        Map<String, EvaluationSeries> series = EvaluationFiles.series(seriesFile, refusals::add);
        List<EvaluationQuestion> questions = EvaluationFiles.cases(casesFile, series, withDataset, refusals::add);
        return new EvaluationInput(List.copyOf(questions), List.copyOf(refusals));
    }

    /** Returns the cases that can be answered. */
    List<EvaluationCase> understood() {
        return questions.stream()
                .filter(EvaluationCase.class::isInstance)
                .map(EvaluationCase.class::cast)
                .toList();
    }
}
