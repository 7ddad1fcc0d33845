package vn.chitieu.attainment.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import vn.chitieu.account.area.RegionalAccounts;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;

/** The shipped figures and programmes, and programmes with one line changed. */
public final class ShippedArea {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home", "."), "datasets");
    private static final Codelists CODELISTS = Codelists.read(DATASETS);
    private static final List<Observation> ALL =
            Ingest.read(DATASETS, CODELISTS).observations();

    private ShippedArea() {}

    /**
     * Returns a shipped programme in which texts are replaced, each followed by its replacement; they must be there.
     */
    public static Programme programme(String id, String... texts) {
        try {
            String yaml = Files.readString(DATASETS.resolve("programme/" + id + ".yaml"), StandardCharsets.UTF_8);
            for (int i = 0; i < texts.length; i += 2) {
                if (!yaml.contains(texts[i])) {
                    throw new AssertionError("Expecting '" + texts[i] + "' in programme " + id);
                }
                yaml = yaml.replace(texts[i], texts[i + 1]);
            }
            return ProgrammeFile.parse(yaml, id, ReportingYears.calendar());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<AuditCheck> audit(Programme programme, LocalDate asOf) {
        LocalDate day = programme.evaluatedOn(asOf);
        return ProgrammeAudit.of(
                programme,
                asOf,
                RegionalAccounts.of(programme.areaCode(), visible(programme.areaCode(), day), day)
                        .figures(),
                visible(programme.areaCode(), day),
                CODELISTS);
    }

    public static AreaFigures figures(String areaCode, LocalDate day) {
        List<Observation> visible = visible(areaCode, day);
        return new AreaFigures(
                day,
                RegionalAccounts.of(areaCode, visible, day).figures(),
                visible,
                CODELISTS.historyBreaks(),
                CODELISTS.indicators(),
                CODELISTS.reportingYears().of(areaCode));
    }

    private static List<Observation> visible(String areaCode, LocalDate day) {
        return Vintages.visible(ALL, day).stream()
                .filter(observation -> observation.key().areaCode().equals(areaCode))
                .toList();
    }
}
