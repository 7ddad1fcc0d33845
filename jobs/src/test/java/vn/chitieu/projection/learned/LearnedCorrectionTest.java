package vn.chitieu.projection.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.projection.dense.CombinedForecast;
import vn.chitieu.projection.dense.Correction;
import vn.chitieu.projection.dense.PointCorrection;

class LearnedCorrectionTest {

    private static final double YEAR = 4 * GrowingQuarters.FIRST_QUARTER;
    private static final CombinedForecast USUAL = GrowingQuarters.saying(YEAR);

    private static LearnedCorrection saying(double point, double scale, int boosters) {
        return new LearnedCorrection(
                List.of(RegressionTree.parse("" + point)), List.of(RegressionTree.parse("" + scale)), boosters, 594);
    }

    @Test
    void thePointMovesByScalesAndTheScaleByAFactor() {
        Correction correction = saying(-0.8, 0.2, 2).of(USUAL);

        // the mean of two boosters: -0.4 of a scale of 0.02
        assertThat(correction.factor()).isCloseTo(Math.exp(-0.008), within(1e-15));
        assertThat(correction.percent()).isCloseTo(-0.7968, within(1e-4));
        assertThat(correction.scaleFactor()).isCloseTo(Math.exp(0.1), within(1e-15));
        assertThat(correction.series()).isEqualTo(594);
    }

    @Test
    void neitherMovesByMoreThanOne() {
        Correction most = saying(30, 30, 1).of(USUAL);
        Correction least = saying(-30, -30, 1).of(USUAL);

        assertThat(most.factor()).isEqualTo(Math.exp(GrowingQuarters.SIGMA));
        assertThat(most.scaleFactor()).isEqualTo(Math.E);
        assertThat(least.factor()).isEqualTo(Math.exp(-GrowingQuarters.SIGMA));
        assertThat(least.scaleFactor()).isEqualTo(Math.exp(-1));
    }

    @Test
    void aSeriesOfAKindThatNothingWasLearntOnStays() {
        LearnedCorrection correction = saying(1, 1, 1);
        double[] withZero = GrowingQuarters.values();
        withZero[2] = 0;

        assertThat(correction.of(
                        GrowingQuarters.of(withZero, YEAR, USUAL.origin().earlier())))
                .isEqualTo(Correction.NONE);
        double[] withDeficit = GrowingQuarters.values();
        withDeficit[2] = -1;
        assertThat(correction.of(
                        GrowingQuarters.of(withDeficit, YEAR, USUAL.origin().earlier())))
                .isEqualTo(Correction.NONE);
        assertThat(correction.of(GrowingQuarters.of(GrowingQuarters.values(), YEAR, List.of())))
                .isEqualTo(Correction.NONE);
    }

    @Test
    void aFileIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("correction.csv");
        CorrectionFiles.write(file, saying(-0.8, 0.2, 2));

        assertThat(Files.readString(file)).isEqualTo("""
                        part,content
                        series,594
                        boosters,2
                        point,-0.8
                        scale,0.2
                        """);
        assertThat(CorrectionFiles.read(file).of(USUAL))
                .isEqualTo(saying(-0.8, 0.2, 2).of(USUAL));
    }

    @Test
    void aFileWithoutTreesSwitchesItOff(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("correction.csv"), "part,content\n");

        assertThat(CorrectionFiles.read(file)).isSameAs(PointCorrection.NONE);
    }

    @Test
    void saysWhatIsWrongWithAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("correction.csv"), "part,content\nmedian,3\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CorrectionFiles.read(file))
                .withMessageContaining("Expecting series, boosters, point or scale in line 2 but was median");
    }

    @Test
    void whatIsShippedMovesNoPointFar() {
        Correction correction = CorrectionFiles.shipped().of(USUAL);

        assertThat(correction.series()).isEqualTo(584);
        assertThat(Math.abs(Math.log(correction.factor()))).isLessThan(GrowingQuarters.SIGMA / 2);
    }
}
