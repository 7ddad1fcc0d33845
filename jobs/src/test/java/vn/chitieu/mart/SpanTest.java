package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;

class SpanTest {

    @Test
    void aYearToDateBeginsWithTheYear() {
        Span nineMonths = span("2024-Q3", "C");

        assertThat(nineMonths.isCumulated()).isTrue();
        assertThat(nineMonths.firstDay(ReportingYear.CALENDAR)).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(nineMonths.lastDay(ReportingYear.CALENDAR)).isEqualTo(LocalDate.of(2024, 9, 30));
        assertThat(nineMonths.firstDay(ReportingYear.namedByItsBeginning(4))).isEqualTo(LocalDate.of(2024, 4, 1));
    }

    @Test
    void aPeriodAloneAndTheFirstOfAYearHoldNothingOfOthers() {
        assertThat(span("2024-Q3", "P").isCumulated()).isFalse();
        assertThat(span("2024-Q3", "P").firstDay(ReportingYear.CALENDAR)).isEqualTo(LocalDate.of(2024, 7, 1));
        assertThat(span("2024-S1", "C").isCumulated()).isFalse();
        assertThat(span("2024", "C").isCumulated()).isFalse();
    }

    private static Span span(String period, String accumulation) {
        return new Span(Period.parse(period), Accumulation.ofCode(accumulation));
    }
}
