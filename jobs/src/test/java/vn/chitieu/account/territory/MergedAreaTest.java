package vn.chitieu.account.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.territory.RebuiltFigure.Reason;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.AreaPart;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;

/** Cần Thơ as merged on 2025-07-01: from the shipped figures, and a planted case with all that its parts could have. */
class MergedAreaTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home", "."), "datasets");
    private static final Codelists CODELISTS = Codelists.read(DATASETS);
    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 9);
    private static final String WHOLE = "VN-CT-2025";
    private static final List<String> PARTS = List.of("VN-CT-2004", "VN-HG", "VN-ST");
    private static final List<RebuiltFigure> SHIPPED =
            history(Ingest.read(DATASETS, CODELISTS).observations());

    private static List<RebuiltFigure> history(List<Observation> observations) {
        return MergedArea.history(
                WHOLE, CODELISTS.areaParts(), Vintages.visible(observations, AS_OF), AS_OF, CODELISTS.indicators());
    }

    private static RebuiltFigure find(List<RebuiltFigure> figures, String indicator, String activity, String period) {
        return figures.stream()
                .filter(figure -> figure.key().indicatorCode().equals(indicator)
                        && figure.key().activityCode().equals(activity)
                        && (figure.key().period() + "."
                                        + figure.key().accumulation().code())
                                .equals(period))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expecting " + indicator + " " + activity + " " + period));
    }

    private static double value(List<RebuiltFigure> figures, String indicator, String activity, String period) {
        return Objects.requireNonNull(find(figures, indicator, activity, period).value());
    }

    private static Observation planted(
            String area, String indicator, String activity, int year, PriceBasis basis, String unit, double value) {
        return new Observation(
                new ObservationKey(area, indicator, activity, Period.ofYear(year), Accumulation.PERIOD, basis),
                BigDecimal.valueOf(value),
                unit,
                ObservationStatus.PROVISIONAL,
                LocalDate.of(2025, 1, 31),
                PublishedKind.RELEASE,
                LocalDate.of(2025, 1, 31),
                "planted",
                1,
                "planted/2025-01-31",
                "planted.csv",
                2);
    }

    /** Product 100, 60, 40 growing to 110, 63, 44; sector II 30, 12, 8 to 36, 13, 10; people 10, 8, 12. */
    private static List<Observation> plantedFigures() {
        double[][] product = {{100, 60, 40}, {110, 63, 44}};
        double[][] industry = {{30, 12, 8}, {36, 13, 10}};
        double[] people = {10, 8, 12};
        double[] attainment = {110, 90, 88};
        List<Observation> figures = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            String area = PARTS.get(p);
            for (int y = 0; y < 2; y++) {
                for (PriceBasis basis : List.of(PriceBasis.CURRENT, PriceBasis.CONSTANT_2010)) {
                    figures.add(planted(area, "grdp", "_T", 2023 + y, basis, "billion_vnd", product[y][p]));
                    figures.add(planted(area, "value_added", "S2", 2023 + y, basis, "billion_vnd", industry[y][p]));
                }
            }
            figures.add(planted(area, "population", "_T", 2024, PriceBasis.NONE, "thousand_persons", people[p]));
            figures.add(planted(area, "grdp_plan_attainment", "_T", 2024, PriceBasis.CURRENT, "pct", attainment[p]));
            figures.add(planted(area, "pci_score", "_T", 2024, PriceBasis.NONE, "score", 60 + p));
        }
        return figures;
    }

    @Test
    void levelsSumWhereEveryPartHasThemForTheSamePeriod() {
        RebuiltFigure revenue = find(SHIPPED, "budget_revenue_local_area", "_T", "2014.P");

        assertThat(revenue.value()).isCloseTo(11_345.067 + 2_389.942 + 2_922.743, within(1e-9));
        assertThat(revenue.origin()).isEqualTo(Origin.DERIVED);
        assertThat(revenue.methodCode()).isEqualTo("sum_of_areas");
        assertThat(revenue.parts()).isEqualTo(PARTS);
        assertThat(revenue.breakOn()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(value(SHIPPED, "grdp", "_T", "2023.P")).isEqualTo(119_377 + 59_809 + 72_472);
    }

    @Test
    void aPartWithoutAFigureLeavesTheSumMissingAndIsNamed() {
        RebuiltFigure investment = find(SHIPPED, "investment_state_budget", "_T", "2024-04.C");

        assertThat(investment.value()).isNull();
        assertThat(investment.reason()).isEqualTo(Reason.PART_MISSING);
        assertThat(investment.missingParts()).containsExactly("VN-ST");
        assertThat(investment.status()).isEqualTo(ObservationStatus.MISSING);
        assertThat(SHIPPED.stream()
                        .filter(figure -> figure.key().indicatorCode().equals("investment_state_budget")))
                .allSatisfy(figure -> assertThat(figure.value()).isNull());
    }

    @Test
    void aFigureOutOfLineThatNoSecondSourceConfirmsIsNotSummed() {
        // Doctors of Cần Thơ: 718, 1,607 and 789 from 2011 to 2013.
        RebuiltFigure doctors = find(SHIPPED, "doctors_provincial_health_dept", "_T", "2012.P");
        assertThat(doctors.value()).isNull();
        assertThat(doctors.reason()).isEqualTo(Reason.DOUBTFUL_PART);
        assertThat(doctors.missingParts()).containsExactly("VN-CT-2004");
        assertThat(find(SHIPPED, "doctors_provincial_health_dept", "_T", "2011.P")
                        .value())
                .isNotNull();
        assertThat(SHIPPED.stream().filter(figure -> figure.reason() == Reason.DOUBTFUL_PART))
                .hasSize(1);
    }

    @Test
    void whatWasPrintedForTheMergedTerritoryStands() {
        assertThat(find(SHIPPED, "grdp_growth", "_T", "2025-S1.C"))
                .satisfies(growth -> assertThat(growth.value()).isEqualTo(7.87))
                .satisfies(growth -> assertThat(growth.origin()).isEqualTo(Origin.PUBLISHED));
    }

    @Test
    void ratiosAreComputedAgainFromPartsAndNeverAveraged() {
        List<RebuiltFigure> figures = history(plantedFigures());

        assertThat(value(figures, "grdp", "_T", "2024.P")).isEqualTo(217);
        assertThat(value(figures, "grdp_growth", "_T", "2024.P")).isCloseTo(8.5, within(1e-9)); // 217 / 200
        assertThat(value(figures, "value_added_share", "S2", "2024.P")).isCloseTo(100 * 59 / 217.0, within(1e-9));
        assertThat(value(figures, "value_added_contribution", "S2", "2024.P")).isCloseTo(4.5, within(1e-9)); // 9 / 200
        assertThat(value(figures, "grdp_per_capita", "_T", "2024.P")).isCloseTo(217 / 30.0, within(1e-9));
        // plans of 100, 70 and 50: 217 of 220, where the mean of the rates would be 96
        assertThat(value(figures, "grdp_plan_attainment", "_T", "2024.P")).isCloseTo(100 * 217 / 220.0, within(1e-9));
        assertThat(find(figures, "pci_score", "_T", "2024.P").reason()).isEqualTo(Reason.NO_RULE);
    }

    @Test
    void aRatioOfWhichAnInputIsMissingNamesTheParts() {
        List<Observation> figures = new ArrayList<>(plantedFigures());
        figures.removeIf(o ->
                o.key().areaCode().equals("VN-ST") && o.key().indicatorCode().equals("population"));
        figures.add(planted("VN-HG", "grdp_per_capita", "_T", 2024, PriceBasis.CURRENT, "million_vnd_per_person", 7.9));

        assertThat(find(history(figures), "grdp_per_capita", "_T", "2024.P"))
                .satisfies(perHead -> assertThat(perHead.reason()).isEqualTo(Reason.INPUT_MISSING))
                .satisfies(perHead -> assertThat(perHead.missingParts()).containsExactly("VN-ST"));
    }

    @Test
    void theOrderOfFiguresDoesNotMatter() {
        List<Observation> reversed = new ArrayList<>(plantedFigures());
        java.util.Collections.reverse(reversed);

        assertThat(history(reversed)).isEqualTo(history(plantedFigures()));
    }

    @Test
    void partsThatJoinedOnSeveralDaysAreRefused() {
        List<AreaPart> parts = List.of(
                new AreaPart(WHOLE, "VN-HG", LocalDate.of(2025, 7, 1), ReportingYear.CALENDAR),
                new AreaPart(WHOLE, "VN-ST", LocalDate.of(2026, 1, 1), ReportingYear.CALENDAR));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergedArea.history(WHOLE, parts, List.of(), AS_OF, CODELISTS.indicators()))
                .withMessageStartingWith("Expecting the parts of VN-CT-2025, all from one day on");
    }

    @Test
    void aDissolvedTerritoryIsCarriedOnByItsLastShareWithTheVarianceOfPastShares() {
        List<Observation> figures = new ArrayList<>(plantedFigures());
        figures.add(planted(WHOLE, "grdp", "_T", 2025, PriceBasis.CURRENT, "billion_vnd", 240));
        List<RebuiltFigure> history = history(figures);

        List<RebuiltFigure> carried =
                LegacyShare.carriedOn("VN-HG", ReportingYear.CALENDAR, history, figures, AS_OF, CODELISTS.indicators());

        // shares 60 / 200 = 0.3 and 63 / 217 = 0.29032; of two values the standard deviation is |a - b| / √2
        assertThat(carried).singleElement().satisfies(figure -> {
            assertThat(figure.key().toString()).isEqualTo("VN-HG.grdp._T.2025.P.current");
            assertThat(figure.value()).isCloseTo(240 * 63 / 217.0, within(1e-9));
            assertThat(figure.standardError()).isCloseTo(240 * (0.3 - 63 / 217.0) / Math.sqrt(2), within(1e-9));
            assertThat(figure.methodCode()).isEqualTo("last_known_share");
            assertThat(figure.status()).isEqualTo(ObservationStatus.IMPUTED);
        });
        assertThat(LegacyShare.carriedOn(
                        "VN-HG", ReportingYear.CALENDAR, SHIPPED, List.of(), AS_OF, CODELISTS.indicators()))
                .isEmpty();
    }
}
