package vn.chitieu.observation.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.plausibility.References.Identity;
import vn.chitieu.observation.plausibility.References.RowSum;
import vn.chitieu.observation.plausibility.References.Term;
import vn.chitieu.text.LocalizedText;

/** Figures of June 2025 in columns D (the month), E (the year to date) and F (the estimate of the year). */
class PlausibilityTest {

    private static final Codelists CODELISTS = Codelists.read(Path.of(System.getProperty("chitieu.home"), "datasets"));
    private static final LocalDate DAY = LocalDate.of(2025, 7, 4);
    private static final String REVENUE = "budget_revenue_local_area";
    private static final Period JUNE = Period.parse("2025-06");

    private static final Identity TURNOVER = new Identity(
            new Term("trade_turnover", "_T", 1),
            List.of(new Term("exports", "_T", 1), new Term("imports", "_T", 1)),
            true,
            0);

    private final List<Observation> known = new ArrayList<>();
    private final List<TypedFigure> typed = new ArrayList<>();
    private final List<PlannedFigure> plans = new ArrayList<>();
    private final List<Identity> identities = new ArrayList<>();
    private final List<RowSum> sums = new ArrayList<>();

    @Test
    void theHalfYearIsTheYearToJuneUnderAnotherName() {
        known(REVENUE, "2024-S1", Accumulation.CUMULATED, "3209");
        type("E", REVENUE, "43852");

        assertThat(told())
                .containsExactly(
                        "E earlier_year Looks ten times too large, as if a digit were too many or the comma one"
                                + " place off: 43,852 against 3,209 in January–June 2024.");
    }

    /**
     * Growth of 4 to 8 %: a median of 6 and a usual band of 4 × 1.4826 × 1 % leave 0 to 12 % or so; a quarter is
     * refused.
     */
    @Test
    void whatIsPlausibleButUnusualOfAQuietSeriesIsRemarked() {
        double value = 10000;
        for (int year = 2015; year <= 2024; year++) {
            known("exports", year + "-06", Accumulation.PERIOD, String.format(Locale.ROOT, "%.2f", value));
            value *= 1 + (4 + year * 2 % 5) / 100.0;
        }
        double last = Double.parseDouble(known.get(known.size() - 1).value().toPlainString());
        typed.add(figure("D", "exports", JUNE, Accumulation.PERIOD, String.format(Locale.ROOT, "%.0f", last * 1.09)));
        assertThat(remarks()).isEmpty();

        typed.clear();
        typed.add(figure("D", "exports", JUNE, Accumulation.PERIOD, String.format(Locale.ROOT, "%.0f", last * 1.22)));
        assertThat(told()).isEmpty();
        assertThat(remarks()).hasSize(1).first().asString().contains(" in June 2024 is unusual", "to 18,800;");
    }

    @Test
    void aQuarterIsTheSumOfItsMonths() {
        known("exports", "2024-04", Accumulation.PERIOD, "30000");
        known("exports", "2024-05", Accumulation.PERIOD, "32000");
        known("exports", "2024-06", Accumulation.PERIOD, "33000");
        typed.add(figure("D", "exports", Period.parse("2025-Q2"), Accumulation.PERIOD, "1000000"));

        assertThat(told())
                .containsExactly(
                        "D earlier_year Looks ten times too large, as if a digit were too many or the comma one"
                                + " place off: 1,000,000 against 95,000 in April–June 2024.");
    }

    @Test
    void whatWasStatedBeforeIsTheSameQuantity() {
        known("exports", "2025-S1", Accumulation.CUMULATED, "219830");
        known("exports", "2024-S1", Accumulation.CUMULATED, "20000"); // wrong itself: what was stated so counts more

        type("E", "exports", "219830");
        assertThat(told()).isEmpty();

        typed.clear();
        type("E", "exports", "300000");
        assertThat(told()).containsExactly("E same_quantity 300,000 against 219,830 in January–June 2025.");
    }

    /** Half of 8,300 is 4,150, and no more than √10 times that, 13,124, is taken. */
    @Test
    void thePlanLetsExpectItsPartOfTheYear() {
        plans.add(new PlannedFigure(
                "VN-HG", REVENUE, "_T", "billion_vnd", 2025, new BigDecimal("8300"), LocalDate.of(2024, 12, 31)));
        type("E", REVENUE, "13000");
        assertThat(told()).isEmpty();

        typed.clear();
        type("E", REVENUE, "4150000");
        assertThat(told())
                .containsExactly("E plan Looks like million instead of billion: 4,150,000 against 8,300 as the plan of"
                        + " 2025.");
    }

    @Test
    void theMonthAndTheYearToDateInEachOthersPlaceAreCalledSwapped() {
        known(REVENUE, "2024-S1", Accumulation.CUMULATED, "3209");
        known(REVENUE, "2024", Accumulation.PERIOD, "7520");
        type("D", REVENUE, "4385.2");
        type("E", REVENUE, "720.5");

        assertThat(told())
                .containsExactly(
                        "D other_column The two columns look swapped: 4,385.2 in D, 720.5 in E.",
                        "E other_column The two columns look swapped: 720.5 in E, 4,385.2 in D.");
    }

    /**
     * 261,480 to May and 43,000 in June make 304,480. A year to date of 261,480 once more adds nothing, though it is
     * only 14% less than that; 300,000 adds 38,520 and is taken for a revision.
     */
    @Test
    void aYearToDateAddsWhatTheMonthAloneTells() {
        known("exports", "2025-05", Accumulation.CUMULATED, "261480");
        known("exports", "2024-06", Accumulation.PERIOD, "40000");
        type("D", "exports", "43000");
        type("E", "exports", "300000");
        assertThat(told()).isEmpty();

        typed.remove(1);
        type("E", "exports", "261480");
        assertThat(told()).containsExactly("E period_before 261,480 against 43,000 in D.");
    }

    /** 219,830 to June and 42,270 in July make 262,100; 304,730 adds twice that month, 16% more than it should be. */
    @Test
    void aYearToDateThatCountsTheMonthTwiceIsDoubted() {
        known("exports", "2025-05", Accumulation.CUMULATED, "219830");
        known("exports", "2024-06", Accumulation.PERIOD, "40000");
        type("D", "exports", "42270");
        type("E", "exports", "304370");

        assertThat(told())
                .containsExactly(
                        "E period_before 304,370 against 42,270 in D.", "D period_before 42,270 against 304,370 in E.");
    }

    /** 9,200 in the second quarter and 9,200 to June leave nothing for the first, unless that is usual. */
    @Test
    void aQuarterThatIsTheWholeYearToDateIsDoubtedUnlessNothingCameBefore() {
        Period quarter = Period.parse("2025-Q2");
        typed.add(figure("D", REVENUE, quarter, Accumulation.PERIOD, "9200"));
        typed.add(figure("E", REVENUE, quarter, Accumulation.CUMULATED, "9200"));
        assertThat(told())
                .containsExactly(
                        "D other_column 9,200 against 9,200 in E.", "E other_column 9,200 against 9,200 in D.");

        known(REVENUE, "2024-Q1", Accumulation.CUMULATED, "0");
        assertThat(told()).isEmpty();
    }

    /** Exports of a tenth are held back, and so are the turnover and the balance that were reckoned from them. */
    @Test
    void whatIsMadeOfADoubtedFigureIsDoubtedToo() {
        identities.add(TURNOVER);
        known("exports", "2024-S1", Accumulation.CUMULATED, "190000");
        known("imports", "2024-S1", Accumulation.CUMULATED, "180000");
        type("E", "exports", "21983");
        type("E", "imports", "212200");
        type("E", "trade_turnover", "234183");

        assertThat(told())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).startsWith("E earlier_year Looks ten times too small"))
                .contains("E parts 234,183 includes what is held back in E.");
    }

    /** 950 and 105 in each other's place make 1,055 all the same. */
    @Test
    void aSumOfExchangedRowsHolds() {
        identities.add(TURNOVER);
        known("exports", "2024-S1", Accumulation.CUMULATED, "100");
        known("imports", "2024-S1", Accumulation.CUMULATED, "900");
        type("E", "exports", "950");
        type("E", "imports", "105");
        type("E", "trade_turnover", "1055");

        assertThat(told()).hasSize(2).allSatisfy(text -> assertThat(text).contains("look exchanged"));
    }

    /** Nothing is known: which of the two is wrong, nobody can say. */
    @Test
    void aMonthAboveTheYearToDateHoldsBackBothWhereNothingIsKnown() {
        type("D", REVENUE, "800");
        type("E", REVENUE, "720");

        assertThat(told())
                .containsExactly(
                        "D other_column Looks like two columns swapped, or a digit too many: 800 against 720 in E.",
                        "E other_column Looks like two columns swapped, or a digit too many: 720 against 800 in D.");
    }

    /** 4,000 against 7,520 a year before is further off than 4,385 against 3,209. */
    @Test
    void theEstimateBelowTheYearToDateIsDoubtedAndTheYearToDateIsNot() {
        known(REVENUE, "2024-S1", Accumulation.CUMULATED, "3209");
        known(REVENUE, "2024", Accumulation.PERIOD, "7520");
        type("E", REVENUE, "4385.2");
        type("F", REVENUE, "4000");

        assertThat(told())
                .containsExactly("F own_estimate Looks like less than there is already: 4,000 against 4,385.2 in E.");
    }

    @Test
    void rowsInEachOthersPlaceAreCalledExchanged() {
        known("exports", "2024-S1", Accumulation.CUMULATED, "100");
        known("imports", "2024-S1", Accumulation.CUMULATED, "900");
        type("E", "exports", "950");
        type("E", "imports", "105");

        assertThat(told())
                .containsExactly(
                        "E other_row The figures of rows exports and imports look exchanged: 950 in E, 105 in E.",
                        "E other_row The figures of rows imports and exports look exchanged: 105 in E, 950 in E.");
    }

    @Test
    void aBalanceIsWhatItsTwoFlowsMake() {
        identities.add(new Identity(
                new Term("trade_balance", "_T", 1),
                List.of(new Term("exports", "_T", 1), new Term("imports", "_T", -1)),
                true,
                0));
        type("E", "exports", "219830");
        type("E", "imports", "212200");
        type("E", "trade_balance", "7630");
        assertThat(told()).isEmpty();

        typed.remove(2);
        type("E", "trade_balance", "-7630");
        assertThat(told()).hasSize(3).allSatisfy(text -> assertThat(text)
                .isEqualTo("E parts The sign looks reversed, or two rows exchanged: -7,630 against 7,630."));
    }

    /** Domestic revenue and trade taxes made 95% of the total in 2024; 3,000 + 40 of 4,400 are 69%. */
    @Test
    void partsThatAreNotAllKeepTheirShareOfTheTotal() {
        known(REVENUE, "2024", Accumulation.PERIOD, "7520");
        known("budget_revenue_domestic", "2024", Accumulation.PERIOD, "6500");
        known("budget_revenue_trade_taxes", "2024", Accumulation.PERIOD, "644");
        sums.add(new RowSum(REVENUE, List.of("budget_revenue_domestic", "budget_revenue_trade_taxes"), false));
        type("E", REVENUE, "4400");
        type("E", "budget_revenue_domestic", "3850");
        type("E", "budget_revenue_trade_taxes", "350");
        assertThat(told()).isEmpty();

        typed.remove(1);
        type("E", "budget_revenue_domestic", "2690");
        assertThat(told()).isNotEmpty().allSatisfy(text -> assertThat(text)
                .isEqualTo("E parts The sum does not hold: 3,040 against 4,180."));
    }

    @Test
    void ofFewThingsSomeMoreOrLessSayNothing() {
        plans.add(new PlannedFigure(
                "VN-HG", "new_rural_districts", "_T", "districts", 2025, BigDecimal.ONE, LocalDate.of(2024, 12, 31)));
        type("E", "new_rural_districts", "3");
        assertThat(told()).isEmpty();

        typed.clear();
        type("E", "new_rural_districts", "11");
        assertThat(told()).hasSize(1);
    }

    /** Eight half-years and years between 3.1 and 13.9 %, none of them below 0. */
    private void growthOfEightPeriods() {
        String[] rates = {"4.5", "13.9", "3.3", "12.3", "6.2", "9.8", "3.1", "8.8"};
        for (int i = 0; i < rates.length; i++) {
            known("grdp_growth", 2021 + i / 2 + (i % 2 == 0 ? "-S1" : ""), Accumulation.PERIOD, rates[i]);
        }
    }

    @Test
    void aRateTypedAsAFractionIsAHundredTimesTooSmall() {
        growthOfEightPeriods();
        typed.add(figure("E", "grdp_growth", Period.parse("2025-S1"), Accumulation.PERIOD, "0.0327"));

        assertThat(told())
                .containsExactly("E earlier_year Looks a hundred times too small: 0.0327 against 3.3 in January–June"
                        + " 2022.");
    }

    @Test
    void aFractionOfARecordIsOneToo() {
        growthOfEightPeriods();
        typed.add(figure("E", "grdp_growth", Period.parse("2025-S1"), Accumulation.PERIOD, "0.1523"));

        // 15.23 is more than 13.9, the largest before, but not half as much again
        assertThat(told())
                .singleElement()
                .asString()
                .contains("a hundred times too small: 0.1523 against 13.9 in 2021");
    }

    /** Below 3.1, the least before, but 210 is like none of them. */
    @Test
    void aRateLowerThanAnyIsNoFraction() {
        growthOfEightPeriods();
        typed.add(figure("E", "grdp_growth", Period.parse("2025-S1"), Accumulation.PERIOD, "2.1"));

        assertThat(told()).isEmpty();
    }

    @Test
    void aRateWithTheSignOfNoneBeforeLooksReversed() {
        growthOfEightPeriods();
        typed.add(figure("E", "grdp_growth", Period.parse("2025-S1"), Accumulation.PERIOD, "-3.27"));

        assertThat(told())
                .containsExactly("E earlier_year Looks as if the sign were reversed: -3.27 against 3.3 in January–June"
                        + " 2022.");
    }

    @Test
    void aRateNearZeroIsFineWhereRatesWereOnBothSides() {
        growthOfEightPeriods();
        known("grdp_growth", "2020-S1", Accumulation.PERIOD, "-1.2");
        typed.add(figure("E", "grdp_growth", Period.parse("2025-S1"), Accumulation.PERIOD, "-3.27"));
        assertThat(told()).isEmpty();

        typed.clear();
        typed.add(figure("E", "grdp_growth", Period.parse("2025-S1"), Accumulation.PERIOD, "0.0327"));
        assertThat(told()).isEmpty();
    }

    @Test
    void aSmallFallIsNoLostSign() {
        growthOfEightPeriods();
        typed.add(figure("E", "grdp_growth", Period.parse("2025-S1"), Accumulation.PERIOD, "-0.9"));

        assertThat(told()).isEmpty();
    }

    private List<String> remarks() {
        return new Plausibility(known, new References(plans, identities), DAY, CODELISTS.units())
                .remarks(typed).stream().map(LocalizedText::en).toList();
    }

    private List<String> told() {
        return new Plausibility(known, new References(plans, identities), DAY, CODELISTS.units())
                .doubts(typed, sums).stream()
                        .map(doubt -> doubt.figure().columnId() + " "
                                + doubt.comparison().code() + " "
                                + doubt.likely().en())
                        .toList();
    }

    private void type(String column, String indicator, String value) {
        typed.add(
                column.equals("F")
                        ? figure(column, indicator, Period.ofYear(2025), Accumulation.PERIOD, value)
                        : figure(
                                column,
                                indicator,
                                JUNE,
                                column.equals("D") ? Accumulation.PERIOD : Accumulation.CUMULATED,
                                value));
    }

    private static TypedFigure figure(
            String column, String indicator, Period period, Accumulation accumulation, String value) {
        PriceBasis basis = indicator.equals("new_rural_districts") ? PriceBasis.NONE : PriceBasis.CURRENT;
        return new TypedFigure(
                new ObservationKey("VN-HG", indicator, "_T", period, accumulation, basis),
                CODELISTS.indicator(indicator),
                CODELISTS.indicator(indicator).unitCode(),
                false,
                column.equals("F"),
                indicator,
                column,
                indicator + "!" + column,
                new BigDecimal(value));
    }

    private void known(String indicator, String period, Accumulation accumulation, String value) {
        known.add(new Observation(
                new ObservationKey("VN-HG", indicator, "_T", Period.parse(period), accumulation, PriceBasis.CURRENT),
                new BigDecimal(value),
                CODELISTS.indicator(indicator).unitCode(),
                ObservationStatus.FINAL,
                LocalDate.of(2025, 1, 1),
                PublishedKind.RELEASE,
                LocalDate.of(2025, 1, 1),
                "https://source",
                1,
                "d/2025-01-01",
                "f.csv",
                2));
    }
}
