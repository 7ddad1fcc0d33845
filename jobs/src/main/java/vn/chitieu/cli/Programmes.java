package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.programme.Target;
import vn.chitieu.source.delivery.StatedSums;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Texts;

/** The programmes of the data folder, checked against the code lists. */
record Programmes(Path datasets, Texts messages) {

    /**
     * Returns every programme.
     *
     * @throws ConfigurationException if there is no folder of programmes, or one names a code that no list has
     */
    List<Programme> read(Codelists codelists) throws IOException {
        Path folder = datasets.resolve("programme");
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(messages.text("error.no_programmes", folder));
        }
        StatedSums.check(folder, "programme");
        List<Programme> all = ProgrammeFile.readAll(folder);
        all.forEach(programme -> requireCodes(programme, codelists));
        return all;
    }

    /**
     * Returns the programme with an id.
     *
     * @throws ConfigurationException if there is none; the message names those there are
     */
    static Programme named(String id, List<Programme> all, Texts messages) {
        return all.stream()
                .filter(programme -> programme.programmeId().equals(id))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(messages.text("error.no_programme", id, names(all))));
    }

    static String names(List<Programme> programmes) {
        return programmes.stream().map(Programme::programmeId).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Checks every code of a programme.
     *
     * @throws ConfigurationException if a list lacks one; the message names the nearest codes
     */
    void requireCodes(Programme programme, Codelists codelists) {
        requireCode(programme, programme.areaCode(), codelists.areas().keySet(), "CL_AREA");
        for (Target target : programme.targets()) {
            requireCode(
                    programme, target.indicatorCode(), codelists.indicators().keySet(), "CL_INDICATOR");
            requireCode(programme, target.activityCode(), codelists.activities().keySet(), "CL_ACTIVITY");
            requireCode(programme, target.unitCode(), codelists.units().byCode().keySet(), "CL_UNIT");
        }
    }

    private void requireCode(Programme programme, String code, Collection<String> known, String codelist) {
        if (!known.contains(code)) {
            throw new ConfigurationException(messages.text(
                    "error.programme_code",
                    programme.programmeId(),
                    codelist,
                    String.join(", ", NearMiss.of(code, known)),
                    code));
        }
    }
}
