package vn.chitieu.observation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonthSpanTest {

    private static MonthSpan months(int first, int last) {
        return new MonthSpan(2025, first, last);
    }

    /** All 12 × 13 / 2 spans of a year. */
    private static List<MonthSpan> all() {
        List<MonthSpan> all = new ArrayList<>();
        for (int last = 1; last <= 12; last++) {
            for (int first = 1; first <= last; first++) {
                all.add(months(first, last));
            }
        }
        return all;
    }

    /** All (1 + 2 + 4 + 12) × 2 ways to name months of a year. */
    private static List<PeriodName> names() {
        return Stream.of(Frequency.values())
                .flatMap(frequency -> IntStream.rangeClosed(1, frequency.periodsPerYear())
                        .mapToObj(index -> new Period(2025, frequency, index)))
                .flatMap(period -> Stream.of(Accumulation.values()).map(named -> new PeriodName(period, named)))
                .toList();
    }

    @Test
    void aYearHasSeventyEightSpansInOneOrder() {
        assertThat(all()).hasSize(78).isSorted().doesNotHaveDuplicates();
        assertThat(all().stream().map(MonthSpan::toString))
                .startsWith("2025-1..1", "2025-1..2", "2025-2..2", "2025-1..3", "2025-2..3", "2025-3..3")
                .endsWith("2025-11..12", "2025-12..12");
        assertThat(months(1, 12)).isGreaterThan(new MonthSpan(2024, 12, 12));
    }

    @Test
    void aSpanHasItsMonthsAndTheSameOnesAYearBefore() {
        for (MonthSpan span : all()) {
            assertThat(span.months()).isEqualTo((int)
                    IntStream.rangeClosed(span.firstMonth(), span.lastMonth()).count());
            assertThat(span.yearBefore()).isEqualTo(new MonthSpan(2024, span.firstMonth(), span.lastMonth()));
        }
    }

    @Test
    void aFigureCoversItsPeriodOrTheYearUpToItsEnd() {
        for (PeriodName name : names()) {
            Period period = name.period();
            int first = name.accumulation() == Accumulation.CUMULATED
                    ? 1
                    : ReportingYear.CALENDAR.start(period).getMonthValue();

            assertThat(MonthSpan.of(period, name.accumulation()))
                    .isEqualTo(months(first, ReportingYear.CALENDAR.end(period).getMonthValue()));
        }
    }

    @Test
    void aHalfYearIsTheSameMonthsAsTheCumulatedQuarterAndMonth() {
        assertThat(names().stream()
                        .filter(name -> name.span().equals(months(1, 6)))
                        .map(name -> name.period() + " " + name.accumulation().code()))
                .containsExactly("2025-S1 P", "2025-S1 C", "2025-Q2 C", "2025-06 C");
    }

    @Test
    void thirtyEightNamesStandForTwentySevenSpans() {
        assertThat(names()).hasSize(38);
        assertThat(names().stream().map(PeriodName::span).collect(toSet())).hasSize(12 + 11 + 3 + 1);
    }

    @Test
    void tablesShowMonthsQuartersAndWhatIsCumulated() {
        assertThat(MonthSpan.ofYear(2025)).hasSize(12 + 11 + 3).isSubsetOf(all());
        assertThat(MonthSpan.ofYear(2025).stream().map(MonthSpan::toString))
                .startsWith("2025-1..1", "2025-1..2", "2025-2..2", "2025-1..3", "2025-3..3", "2025-1..4", "2025-4..4")
                .contains("2025-4..6", "2025-7..9", "2025-10..12", "2025-1..12")
                .doesNotContain("2025-7..12");
    }

    @Test
    void theOneNameOfAQuantityLeadsBackToItsMonths() {
        Set<MonthSpan> spans = names().stream().map(PeriodName::span).collect(toSet());
        assertThat(spans).allSatisfy(span -> assertThat(span.name().span()).isEqualTo(span));
        assertThat(spans.stream().map(MonthSpan::name)).doesNotHaveDuplicates();
        assertThat(months(1, 5).name()).hasToString("PeriodName[period=2025-05, accumulation=CUMULATED]");
        assertThatIllegalStateException().isThrownBy(() -> months(4, 5).name());
    }

    @Test
    void aYearAHalfYearNineMonthsQuartersAndMonthsAreStandardAndNoOthers() {
        Map<String, String> named = all().stream()
                .filter(MonthSpan::isStandard)
                .collect(toMap(MonthSpan::toString, span -> {
                    PeriodName name = span.name();
                    return name.period() + " " + name.accumulation().code();
                }));

        assertThat(named)
                .hasSize(12 + 4 + 3)
                .containsEntry("2025-1..12", "2025 P")
                .containsEntry("2025-1..6", "2025-S1 C")
                .containsEntry("2025-1..9", "2025-Q3 C")
                .containsEntry("2025-1..3", "2025-Q1 P")
                .containsEntry("2025-4..6", "2025-Q2 P")
                .containsEntry("2025-7..9", "2025-Q3 P")
                .containsEntry("2025-10..12", "2025-Q4 P")
                .containsEntry("2025-1..1", "2025-01 P")
                .containsEntry("2025-12..12", "2025-12 P");
    }

    @Test
    void monthsOutOfOrderOrOfNoYearAreRefused() {
        for (int first = -1; first <= 14; first++) {
            for (int last = -1; last <= 14; last++) {
                if (1 <= first && first <= last && last <= 12) {
                    continue;
                }
                int from = first;
                int to = last;
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> months(from, to))
                        .withMessage("Expecting months from 1 to 12 in order but were " + from + " to " + to);
            }
        }
    }
}
