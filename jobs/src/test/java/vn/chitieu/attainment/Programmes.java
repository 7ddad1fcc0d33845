package vn.chitieu.attainment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Units;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.ReleaseDays;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.programme.Basis;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Goal;
import vn.chitieu.programme.LeadUnit;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetComparator;
import vn.chitieu.programme.TargetGroup;
import vn.chitieu.programme.TargetVersion;
import vn.chitieu.programme.VersionRelation;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.text.LocalizedText;

/** The shipped programmes, and programmes of one target each. */
public final class Programmes {

    public static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    public static final LocalDate AS_OF = LocalDate.of(2025, 7, 15);
    public static final LocalDate AFTER_YEAR_END = LocalDate.of(2026, 1, 15);
    private static final LocalDate ADOPTED = LocalDate.of(2024, 12, 31);

    private Programmes() {}

    public static Programme vietNam() throws IOException {
        return ProgrammeFile.read(DATASETS.resolve("programme/viet-nam-2025.yaml"), ReportingYears.calendar());
    }

    public static Programme hauGiang() throws IOException {
        return ProgrammeFile.read(DATASETS.resolve("programme/hau-giang-2025.yaml"), ReportingYears.calendar());
    }

    public static DeclaredGaps gaps() throws IOException {
        return DeclaredGaps.read(DATASETS);
    }

    public static Units units() {
        return Codelists.read(DATASETS).units();
    }

    /** Returns a calendar by which a figure of the test's area is due 30 days after its period. */
    public static ReleaseDays releaseDays() {
        Map<Frequency, Integer> lags = new EnumMap<>(Frequency.class);
        for (Frequency frequency : Frequency.values()) {
            lags.put(frequency, 30);
        }
        return new ReleaseDays(Map.of("VN-XX", lags, "VN", lags, "VN-HG", lags), ReportingYears.calendar());
    }

    public static Programme of(Target... targets) {
        LocalizedText name = new LocalizedText("Chương trình", "Programme");
        return new Programme(
                "test-2025",
                name,
                "VN-XX",
                2025,
                ADOPTED,
                Basis.STATED,
                null,
                null,
                "test",
                List.of(new TargetGroup(1, name), new TargetGroup(2, name)),
                List.of(targets));
    }

    public static Target target(
            String id,
            Measure measure,
            String indicator,
            String activity,
            String unit,
            TargetComparator comparator,
            @Nullable Double value,
            @Nullable Double tolerance) {
        LocalizedText name = new LocalizedText("Chỉ tiêu " + id, "Target " + id);
        return new Target(
                id,
                1,
                name,
                measure,
                indicator,
                activity,
                unit,
                new Goal(comparator, Basis.STATED, tolerance),
                new LeadUnit(name, Basis.ASSUMED),
                "",
                "",
                List.of(new TargetVersion(
                        0, LocalizedText.same("Tỉnh"), "NQ", ADOPTED, Basis.STATED, value, VersionRelation.ADOPTED)));
    }

    public static Target revenue(TargetComparator comparator, double value, @Nullable Double tolerance) {
        return target("1", Measure.FLOW_YEAR, "revenue", "_T", "billion_vnd", comparator, value, tolerance);
    }

    /** Returns a revenue with a printed range, of which {@code value} is the commitment. */
    public static Target ranged(TargetComparator comparator, double value, double to) {
        Target one = revenue(TargetComparator.AT_LEAST, value, null);
        TargetVersion version = one.versions().get(0);
        return new Target(
                one.id(),
                one.groupNo(),
                one.name(),
                one.measure(),
                one.indicatorCode(),
                one.activityCode(),
                one.unitCode(),
                new Goal(comparator, Basis.STATED, null),
                one.leadUnit(),
                one.formula(),
                one.note(),
                List.of(new TargetVersion(
                        0,
                        version.issuer(),
                        version.document(),
                        version.issuedOn(),
                        version.issuedOnBasis(),
                        value,
                        to,
                        version.relation())));
    }

    public static Map<SeriesId, SeriesOutcome> outcomes(SeriesOutcome... outcomes) {
        Map<SeriesId, SeriesOutcome> map = new TreeMap<>();
        for (SeriesOutcome outcome : outcomes) {
            map.put(outcome.id(), outcome);
        }
        return map;
    }

    public static TargetAttainment judge(Target target, SeriesOutcome... series) {
        return judgeOn(AS_OF, target, series);
    }

    public static TargetAttainment judgeOn(LocalDate asOf, Target target, SeriesOutcome... series) {
        List<TargetAttainment> rows = Attainment.judge(
                        of(target), asOf, outcomes(series), DeclaredGaps.of(List.of()), units(), releaseDays())
                .attainments();
        return rows.get(0);
    }

    public static List<PaceStep> pace(Target target, SeriesOutcome... series) {
        return Attainment.judge(of(target), AS_OF, outcomes(series), DeclaredGaps.of(List.of()), units(), releaseDays())
                .pace();
    }
}
