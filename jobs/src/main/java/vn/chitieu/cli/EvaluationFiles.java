package vn.chitieu.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import vn.chitieu.text.Texts;

/** The files of every command that looks at the past of many series. */
final class EvaluationFiles {

    @Option(names = "--series", required = true, paramLabel = "FILE", descriptionKey = "chitieu.evaluate.series")
    private Path series = Path.of("");

    @Option(names = "--cases", required = true, paramLabel = "FILE", descriptionKey = "chitieu.evaluate.cases")
    private Path cases = Path.of("");

    Path series() {
        return series;
    }

    Path cases() {
        return cases;
    }

    /**
     * Returns both.
     *
     * @throws vn.chitieu.catalog.ConfigurationException if one of them is no file
     */
    List<Path> required(Texts messages) {
        EvaluateCommand.requireFile(series, messages);
        EvaluateCommand.requireFile(cases, messages);
        return List.of(series, cases);
    }
}
