package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class VintagesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 9);

    @Test
    void aFigureOfTomorrowIsInvisibleHoweverWrongItIs() {
        Observation known = vintage("100", "2025-07-01");
        Observation poisoned = vintage("1e9", "2025-07-10");
        assertThat(Vintages.visible(List.of(known, poisoned), TODAY)).containsExactly(known);
        assertThat(Vintages.latestByKey(List.of(known, poisoned), TODAY).values())
                .containsExactly(known);
        assertThat(Vintages.latestByKey(List.of(known, poisoned), TODAY.plusDays(1))
                        .values())
                .containsExactly(poisoned);
    }

    @Test
    void theLatestDateCounts() {
        assertThat(latest(vintage("100", "2025-06-01"), vintage("90", "2025-07-01")))
                .isEqualTo("90");
        assertThat(latest(vintage("90", "2025-07-01"), vintage("100", "2025-06-01")))
                .isEqualTo("90");
    }

    @Test
    void anArchiveCountsOnceItsStampHasPassed() {
        Observation press = vintage("100", "2025-02-28");
        Observation archive = archive("101", "2025-03-02", "2025-06-06");
        assertThat(latest(press, archive)).isEqualTo("101");
        assertThat(Vintages.latest(List.of(press, archive), LocalDate.of(2025, 6, 5))
                        .value())
                .isEqualByComparingTo("100");
    }

    @Test
    void anArchiveStampedLaterOnlyFillsWhatNothingElseTells() {
        LocalDate then = LocalDate.of(2020, 1, 1);
        Observation of2024 = archive("100", "2019-12-31", "2024-11-13");
        Observation of2025 = archive("101", "2019-12-31", "2025-06-06");
        assertThat(Vintages.latest(List.of(of2025, of2024), then)).isEqualTo(of2024);
    }

    @Test
    void onTheSameDateTrustThenStatusThenDeliveryThenTheLargerValueDecide() {
        Observation office = vintage("100", ObservationStatus.ESTIMATE, 1, "a/2025-07-15");
        Observation press = vintage("110", ObservationStatus.FINAL, 5, "a/2025-07-15");
        Observation provisional = vintage("120", ObservationStatus.PROVISIONAL, 5, "a/2025-07-15");
        Observation unknown = vintage("130", ObservationStatus.UNKNOWN, 5, "a/2025-07-15");
        Observation estimate = vintage("140", ObservationStatus.ESTIMATE, 5, "a/2025-07-15");
        Observation corrected = vintage("135", ObservationStatus.ESTIMATE, 5, "a/2025-07-16");
        Observation larger = vintage("136", ObservationStatus.ESTIMATE, 5, "a/2025-07-16");
        List<Observation> best = List.of(office, press, provisional, unknown, larger, corrected, estimate);
        List<Observation> sorted = new ArrayList<>(best);
        Collections.reverse(sorted);
        sorted.sort(Vintages.preference(TODAY));
        assertThat(sorted).isEqualTo(best);
    }

    /** Ten forms of one day: the second is 2025-07-15.2 and the tenth 2025-07-15.10. */
    @Test
    void ofSeveralDeliveriesOfOneDayTheLastCountsHoweverManyThereAre() {
        assertThat(latest(
                        vintage("101", ObservationStatus.ESTIMATE, 5, "a/2025-07-15"),
                        vintage("102", ObservationStatus.ESTIMATE, 5, "a/2025-07-15.2"),
                        vintage("100", ObservationStatus.ESTIMATE, 5, "a/2025-07-15.10"),
                        vintage("109", ObservationStatus.ESTIMATE, 5, "a/2025-07-15.9")))
                .isEqualTo("100");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfRowsNeverDecides(long seed) {
        Random random = new Random(seed);
        List<ObservationStatus> statuses =
                List.of(ObservationStatus.FINAL, ObservationStatus.PROVISIONAL, ObservationStatus.ESTIMATE);
        List<Observation> vintages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            LocalDate published = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(5) * 200L);
            LocalDate source = random.nextBoolean() ? published : published.plusDays(random.nextInt(900));
            vintages.add(vintage(
                    Integer.toString(random.nextInt(3)),
                    statuses.get(random.nextInt(3)),
                    published,
                    source,
                    1 + random.nextInt(2),
                    "a/2025-07-1" + random.nextInt(3),
                    i));
        }
        Observation latest =
                Vintages.latestByKey(vintages, TODAY).values().iterator().next();
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(vintages, random);
            assertThat(Vintages.latestByKey(vintages, TODAY).values()).containsExactly(latest);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsVisibleOnlyGrowsWithTime(long seed) {
        Random random = new Random(seed);
        List<Observation> vintages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            vintages.add(vintage("1", TODAY.plusDays(random.nextInt(100)).toString()));
        }
        for (int day = 0; day < 100; day++) {
            assertThat(Vintages.visible(vintages, TODAY.plusDays(day + 1)))
                    .containsAll(Vintages.visible(vintages, TODAY.plusDays(day)));
        }
    }

    @Test
    void theLatestOfNothingOrOfTwoKeysOrOfTheFutureIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vintages.latest(List.of(), TODAY))
                .withMessage("Expecting at least one vintage but was given none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vintages.latest(List.of(vintage("1", "2025-07-10")), TODAY))
                .withMessage("Expecting vintages of VN-HG.grdp._T.2024.P.current published by 2025-07-09 but was"
                        + " VN-HG.grdp._T.2024.P.current of 2025-07-10");
    }

    @Test
    void aRevisionGoesFromTheFirstVintageToTheOneThatCounts() {
        List<Revision> revisions = Revisions.of(
                List.of(
                        vintage("110", "2025-06-01"),
                        vintage("100", "2025-02-01"),
                        vintage("100.0", "2025-03-01"),
                        archive("120", "2025-01-30", "2025-07-10")),
                TODAY);
        assertThat(revisions).singleElement().satisfies(revision -> {
            assertThat(revision.firstValue()).isEqualByComparingTo("100");
            assertThat(revision.firstDate()).isEqualTo("2025-02-01");
            assertThat(revision.latestValue()).isEqualByComparingTo("110");
            assertThat(revision.latestDate()).isEqualTo("2025-06-01");
            assertThat(revision.vintageCount()).isEqualTo(3);
            assertThat(revision.change()).isEqualByComparingTo("10");
            assertThat(revision.changePct()).hasValue(10.0);
        });
    }

    @Test
    void theSameValueToldTwiceIsNoRevision() {
        assertThat(Revisions.of(List.of(vintage("1.0", "2025-01-01"), vintage("1.00", "2025-02-01")), TODAY))
                .isEmpty();
    }

    @Test
    void aRevisionFromZeroHasNoPercent() {
        List<Revision> revisions = Revisions.of(List.of(vintage("0", "2025-01-01"), vintage("5", "2025-02-01")), TODAY);
        assertThat(revisions.get(0).changePct()).isEmpty();
    }

    private static String latest(Observation... vintages) {
        return Vintages.latest(List.of(vintages), TODAY).value().toPlainString();
    }

    private static Observation vintage(String value, String published) {
        LocalDate date = LocalDate.parse(published);
        return vintage(value, ObservationStatus.ESTIMATE, date, date, 5, "a/2025-07-15", 2);
    }

    private static Observation archive(String value, String published, String stamp) {
        return vintage(
                value,
                ObservationStatus.UNKNOWN,
                LocalDate.parse(published),
                LocalDate.parse(stamp),
                2,
                "a/2025-07-15",
                2);
    }

    private static Observation vintage(String value, ObservationStatus status, int trustRank, String deliveryId) {
        LocalDate date = LocalDate.of(2025, 7, 1);
        return vintage(value, status, date, date, trustRank, deliveryId, 2);
    }

    private static Observation vintage(
            String value,
            ObservationStatus status,
            LocalDate published,
            LocalDate source,
            int trustRank,
            String deliveryId,
            int line) {
        ObservationKey key =
                new ObservationKey("VN-HG", "grdp", "_T", Period.ofYear(2024), Accumulation.PERIOD, PriceBasis.CURRENT);
        return new Observation(
                key,
                new BigDecimal(value),
                "billion_vnd",
                status,
                published,
                PublishedKind.RELEASE,
                source,
                "https://example.org/a",
                trustRank,
                deliveryId,
                "figures.csv",
                line);
    }
}
