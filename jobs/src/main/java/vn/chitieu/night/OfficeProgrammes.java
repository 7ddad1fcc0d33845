package vn.chitieu.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.chitieu.catalog.CheckedYaml;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.programme.Target;
import vn.chitieu.source.delivery.StatedSums;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Words;

/** The programmes of the data folder, checked against the code lists. */
public record OfficeProgrammes(Path datasets) {

    private static final String PERCENT = "pct";

    private static final Words WORDS = Words.of("night");

    /**
     * Returns every programme.
     *
     * @throws DataException if there is no folder of programmes, or one names a code that no list has
     */
    public List<Programme> read(Codelists codelists) throws IOException {
        Path folder = datasets.resolve("programme");
        if (!Files.isDirectory(folder)) {
            throw new DataException(WORDS.text("no_programmes", folder));
        }
        StatedSums.check(folder, "programme");
        List<Programme> all = ProgrammeFile.readAll(folder, codelists.reportingYears());
        for (Programme programme : all) {
            requireCodes(programme, codelists);
            requireYear(programme, codelists, folder.resolve(programme.programmeId() + ".yaml"));
        }
        return all;
    }

    /**
     * Returns the programme with an id.
     *
     * @throws DataException if there is none; the message names those there are
     */
    public static Programme named(String id, List<Programme> all) {
        return all.stream()
                .filter(programme -> programme.programmeId().equals(id))
                .findFirst()
                .orElseThrow(() -> new DataException(WORDS.text("no_programme", id, names(all))));
    }

    public static String names(List<Programme> programmes) {
        return programmes.stream().map(Programme::programmeId).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Checks every code of a programme.
     *
     * @throws DataException if a list lacks one, a target is in the money of another country, or a rate or share is not
     *     in percent; the message names the target and the nearest codes
     */
    public static void requireCodes(Programme programme, Codelists codelists) {
        String id = programme.programmeId();
        requireCode(
                WORDS.text("programme_place", id),
                programme.areaCode(),
                codelists.areas().keySet(),
                "CL_AREA");
        String currency = codelists.currencyOf(codelists.areaOf(programme.areaCode()));
        for (Target target : programme.targets()) {
            LocalizedText place = WORDS.text("target_place", id, target.id());
            requireCode(place, target.indicatorCode(), codelists.indicators().keySet(), "CL_INDICATOR");
            requireCode(place, target.activityCode(), codelists.activities().keySet(), "CL_ACTIVITY");
            requireCode(place, target.unitCode(), codelists.units().byCode().keySet(), "CL_UNIT");
            if (codelists.isMoneyOfAnother(currency, target.unitCode())) {
                throw new DataException(
                        WORDS.text("programme_money", place, currency, programme.areaCode(), target.unitCode()));
            }
            boolean isPercent = target.measure().isGrowth() || target.measure() == Measure.SHARE_OF_GRDP;
            if (isPercent && !codelists.units().areComparable(PERCENT, target.unitCode())) {
                throw new DataException(WORDS.text(
                        "programme_percent", place, PERCENT, target.measure().code(), target.unitCode()));
            }
        }
    }

    /**
     * Checks that the area of a programme exists on some day of its year.
     *
     * @param file of the programme
     * @throws DataException if it does not; the message names file and line
     */
    public static void requireYear(Programme programme, Codelists codelists, Path file) {
        Area area = codelists.areaOf(programme.areaCode());
        ReportingPeriod year = new ReportingPeriod(
                Period.ofYear(programme.year()), codelists.reportingYears().of(area.code()));
        boolean isOver = area.validTo().filter(year.start()::isAfter).isPresent();
        if (isOver || year.end().isBefore(area.validFrom())) {
            String place = Files.isRegularFile(file)
                    ? file + ":" + CheckedYaml.line(CheckedYaml.content(file), "/year")
                    : programme.programmeId();
            throw new DataException(WORDS.text(
                    "programme_year",
                    place,
                    area.code(),
                    area.validFrom(),
                    area.validTo().map(LocalDate::toString).orElse(""),
                    year.start(),
                    year.end()));
        }
    }

    private static void requireCode(LocalizedText place, String code, Collection<String> known, String codelist) {
        if (!known.contains(code)) {
            throw new DataException(
                    WORDS.text("programme_code", place, codelist, String.join(", ", NearMiss.of(code, known)), code));
        }
    }
}
