package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.CumulatedPeriods.Term;

class CumulatedPeriodsTest {

    private static MonthSpan months(int first, int last) {
        return new MonthSpan(2024, first, last);
    }

    @Test
    void aHalfYearIsTheSumOfItsQuarters() {
        assertThat(CumulatedPeriods.terms(List.of(months(1, 3), months(4, 6)), months(1, 6)))
                .hasValueSatisfying(terms -> assertThat(terms)
                        .containsExactlyInAnyOrder(new Term(months(1, 3), 1), new Term(months(4, 6), 1)));
    }

    @Test
    void aQuarterIsTheDifferenceOfCumulatedFigures() {
        assertThat(CumulatedPeriods.terms(List.of(months(1, 6), months(1, 9)), months(7, 9)))
                .hasValueSatisfying(terms -> assertThat(terms)
                        .containsExactlyInAnyOrder(new Term(months(1, 9), 1), new Term(months(1, 6), -1)));
    }

    @Test
    void theShortestWayIsTaken() {
        List<MonthSpan> known = List.of(months(1, 3), months(4, 6), months(7, 9), months(10, 12), months(1, 12));

        assertThat(CumulatedPeriods.terms(known, months(1, 9))).hasValueSatisfying(terms -> assertThat(terms)
                .containsExactlyInAnyOrder(new Term(months(1, 12), 1), new Term(months(10, 12), -1)));
    }

    @Test
    void aKnownSpanIsItself() {
        assertThat(CumulatedPeriods.terms(List.of(months(1, 6), months(1, 3), months(4, 6)), months(1, 6)))
                .hasValue(List.of(new Term(months(1, 6), 1)));
    }

    @Test
    void aSpanWhoseEndsNothingJoinsIsUnknown() {
        assertThat(CumulatedPeriods.terms(List.of(months(1, 3), months(7, 9)), months(1, 9)))
                .isEmpty();
    }

    @Test
    void figuresOfAnotherYearDoNotCount() {
        assertThat(CumulatedPeriods.terms(List.of(new MonthSpan(2023, 1, 6)), months(1, 6)))
                .isEmpty();
    }

    @Test
    void whatIsCumulatedToAMonthIsKnownWhereSumsAndDifferencesLeadFromJanuaryToItsEnd() {
        List<MonthSpan> known = List.of(months(1, 2), months(3, 3), months(1, 6), months(5, 6), months(8, 8));

        boolean[] areKnown = CumulatedPeriods.areToDateKnown(known, 2024);

        assertThat(IntStream.rangeClosed(1, 12).filter(month -> areKnown[month]))
                .containsExactly(2, 3, 4, 6);
        for (int month = 1; month <= 12; month++) {
            assertThat(CumulatedPeriods.terms(known, months(1, month)).isPresent())
                    .as("to the end of month " + month)
                    .isEqualTo(areKnown[month]);
        }
    }
}
