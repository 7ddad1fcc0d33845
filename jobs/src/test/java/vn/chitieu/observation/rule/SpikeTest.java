package vn.chitieu.observation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;

class SpikeTest {

    @ParameterizedTest
    @CsvSource({
        "718, 1607, 789, true", // 2.1 times the mean of neighbours that are 1.10 apart
        "718, 350, 789, true", // half of it
        "718, 1100, 789, false", // 1.46 times
        "718, 1607, 1500, false", // the level has changed
        "0, 1607, 789, false"
    })
    void aFigureFarFromNeighboursThatAgreeIsASpike(String before, String value, String after, boolean expected) {
        assertThat(Spike.is(
                        Optional.of(figure(before, "2011", "a")),
                        figure(value, "2012", "a"),
                        Optional.of(figure(after, "2013", "a"))))
                .isEqualTo(expected);
    }

    @Test
    void withoutANeighbourNothingIsSaid() {
        assertThat(Spike.is(Optional.empty(), figure("1607", "2012", "a"), Optional.of(figure("789", "2013", "a"))))
                .isFalse();
    }

    @Test
    void aSecondSourceWithTheSameValueConfirms() {
        Observation figure = figure("1607", "2012", "a");
        assertThat(Spike.isConfirmed(figure, List.of(figure, figure("1607", "2012", "a"))))
                .isFalse();
        assertThat(Spike.isConfirmed(figure, List.of(figure, figure("1670", "2012", "b"))))
                .isFalse();
        assertThat(Spike.isConfirmed(figure, List.of(figure, figure("1607.0", "2012", "b"))))
                .isTrue();
    }

    private static Observation figure(String value, String period, String source) {
        LocalDate day = LocalDate.of(2014, 7, 1);
        return new Observation(
                new ObservationKey("VN-X", "doctors", "_T", Period.parse(period), Accumulation.PERIOD, PriceBasis.NONE),
                new BigDecimal(value),
                "persons",
                ObservationStatus.FINAL,
                day,
                PublishedKind.RELEASE,
                day,
                source,
                1,
                "t/2014-07-01",
                "t.csv",
                2);
    }
}
