package vn.chitieu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.chitieu.catalog.run.SamplePublication.FIRST_DAY;
import static vn.chitieu.catalog.run.SamplePublication.SECOND_DAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.catalog.run.DamagedRunException;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.SamplePublication;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.mart.RunHistory;

@NullUnmarked // the test runner fills the fields
class PredecessorTest {

    @TempDir
    private Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void inAFreshWarehouse() {
        warehouse = Warehouse.at(folder.resolve("warehouse"));
    }

    @Test
    void aFirstNightHasNone() {
        assertThat(predecessor(FIRST_DAY, "figures").predecessor()).isEmpty();
        assertThat(Predecessor.of(warehouse, alone(FIRST_DAY, "figures")).read(Set.of()))
                .isEmpty();
    }

    @Test
    void aNightIsExplainedFromTheCurrentRunAndItsRunNamesIt() {
        PublishedRun first = night(FIRST_DAY, "figures");

        PublishedRun second = night(SECOND_DAY, "figures");

        assertThat(second.identity().predecessor()).contains(first.runId());
        assertThat(warehouse.find(second.runId()).orElseThrow().identity()).isEqualTo(second.identity());
    }

    @Test
    void theSameNightIsTheSameRunWhateverOldRunsStillLieThere() throws IOException {
        PublishedRun first = night(FIRST_DAY, "figures");
        PublishedRun second = night(SECOND_DAY, "figures");

        DurableFiles.deleteTree(first.directory());

        assertThat(predecessor(SECOND_DAY, "figures")).isEqualTo(second.identity());
    }

    @Test
    void aRunThatNobodyEverSawChangesNothing() {
        night(FIRST_DAY, "figures");
        PublishedRun second = night(FIRST_DAY, "more figures");
        RunIdentity next = predecessor(SECOND_DAY, "figures");
        stage(alone(FIRST_DAY, "stray")); // it has its place, and the pointer is moved back
        makeCurrent(second);

        assertThat(predecessor(SECOND_DAY, "figures")).isEqualTo(next);
        assertThat(next.predecessor()).contains(second.runId());
    }

    @Test
    void anEarlierDayFollowsTheChainBackToItsOwnRun() {
        PublishedRun first = night(FIRST_DAY, "figures");
        PublishedRun second = night(SECOND_DAY, "figures");

        assertThat(predecessor(FIRST_DAY, "figures")).isEqualTo(first.identity());
        makeCurrent(first);
        assertThat(predecessor(SECOND_DAY, "figures")).isEqualTo(second.identity());
    }

    /** June is computed for the first time while July is published: no run lies before it. */
    @Test
    void aLookAtAnEarlierDayLeavesTheChainOfTheLatest() {
        PublishedRun july = night(SECOND_DAY, "figures");
        PublishedRun june = night(FIRST_DAY, "figures");

        assertThat(june.identity().predecessor()).isEmpty();
        assertThat(warehouse.pointed()).contains(june.runId());
        assertThat(warehouse.latest()).contains(july.runId());
        assertThat(predecessor(FIRST_DAY, "figures")).isEqualTo(june.identity());
        assertThat(predecessor(SECOND_DAY, "figures")).isEqualTo(july.identity());
        assertThat(predecessor(SECOND_DAY, "more figures").predecessor()).contains(july.runId());
    }

    @Test
    void whoGoesBackForGoodIsFollowed() {
        PublishedRun june = night(FIRST_DAY, "figures");
        night(SECOND_DAY, "figures");
        try (RunLock lock = warehouse.lock("publish")) {
            warehouse.goBackTo(lock, june);
        }

        assertThat(predecessor(SECOND_DAY, "other figures").predecessor()).contains(june.runId());
    }

    /** The pointer as the version before wrote it. */
    @Test
    void aPointerWithoutTheLatestRunIsThatOfTheCurrentOne() throws IOException {
        PublishedRun june = night(FIRST_DAY, "figures");
        Files.writeString(
                warehouse.root().resolve("current.json"),
                "{\"run_id\":\"" + june.runId() + "\",\"manifest_sha256\":\"" + june.manifestSha256() + "\"}\n");

        assertThat(warehouse.current().orElseThrow().runId()).isEqualTo(june.runId());
        assertThat(warehouse.latest()).contains(june.runId());
    }

    @Test
    void figuresThatAreBackToWhatTheyWereAreNews() {
        PublishedRun first = night(FIRST_DAY, "figures");
        PublishedRun second = night(FIRST_DAY, "other figures");

        assertThat(predecessor(FIRST_DAY, "figures")).isEqualTo(first.identity().after(Optional.of(second.runId())));
    }

    @Test
    void aLostPointerIsFoundAgainByTheChain() throws IOException {
        night(FIRST_DAY, "figures");
        night(FIRST_DAY, "other figures");
        PublishedRun third = night(FIRST_DAY, "still others");

        Files.delete(warehouse.root().resolve("current.json"));

        assertThat(predecessor(FIRST_DAY, "still others")).isEqualTo(third.identity());
        assertThat(predecessor(SECOND_DAY, "figures").predecessor()).contains(third.runId());
    }

    @Test
    void newsAfterADamagedRunIsRefusedWithTheWaysOut() throws IOException {
        PublishedRun first = night(FIRST_DAY, "figures");
        flip(first.files("trade").get(0));

        assertThatExceptionOfType(DamagedRunException.class)
                .isThrownBy(() ->
                        Predecessor.of(warehouse, alone(SECOND_DAY, "figures")).read(Set.of()))
                .withMessageContaining("trade.parquet")
                .withMessageContaining("chitieu nightly --as-of 2025-06-30 --force");
    }

    /** The run is of a program that knew no history: it is no failure, and nothing of it is made up. */
    @Test
    void aHistoryBeginsAnewBehindARunThatKeptNone() {
        night(FIRST_DAY, "figures");

        Predecessor predecessor = Predecessor.of(warehouse, alone(SECOND_DAY, "figures"));

        assertThat(predecessor.identity().predecessor()).isPresent();
        try (SortedRuns held = SortedRuns.open()) {
            Predecessor.Carried carried = predecessor.history(held);
            assertThat(carried.history()).isEqualTo(RunHistory.none());
            assertThat(carried.lost()).hasValueSatisfying(finding -> {
                assertThat(finding.ruleCode()).isEqualTo("history_begins_anew");
                assertThat(finding.message().en())
                        .startsWith(
                                "The history of chances and projections begins anew: what the runs up to 2025-06-30")
                        .contains("Expecting a table of run");
                assertThat(finding.message().vi()).startsWith("Lịch sử khả năng đạt và số ước bắt đầu lại");
            });
            assertThat(predecessor.history(held)).isEqualTo(carried);
            assertThat(Predecessor.of(warehouse, alone(FIRST_DAY, "figures")).history(held))
                    .isEqualTo(new Predecessor.Carried(RunHistory.none(), Optional.empty()));
        }
    }

    /** June is published, then July and August; June is looked at again while July and August rot. */
    @Test
    void aLookBackReadsOfLaterRunsOnlyWhatTheyFollow() throws IOException {
        PublishedRun june = night(FIRST_DAY, "figures");
        PublishedRun july = night(SECOND_DAY, "figures");
        night(SECOND_DAY.plusMonths(1), "figures");

        flip(july.files("trade").get(0));
        assertThat(predecessor(FIRST_DAY, "figures")).isEqualTo(june.identity());
        Files.delete(july.files("trade").get(0));
        assertThat(predecessor(FIRST_DAY, "figures")).isEqualTo(june.identity());
        assertThat(predecessor(FIRST_DAY, "more figures").predecessor()).contains(june.runId());
        Files.delete(july.directory().resolve("manifest.json"));
        assertThat(predecessor(FIRST_DAY, "figures")).isEqualTo(june.identity());
        assertThat(predecessor(FIRST_DAY, "more figures").predecessor()).contains(june.runId());
    }

    /** What June said is in the history that July carried on. */
    @Test
    void whatBecameOfTheRunsBehindThePredecessorDoesNotMatter() throws IOException {
        PublishedRun june = night(FIRST_DAY, "figures");
        PublishedRun july = night(SECOND_DAY, "figures");
        RunIdentity august = predecessor(SECOND_DAY.plusMonths(1), "figures");

        flip(june.files("trade").get(0));
        assertThat(predecessor(SECOND_DAY.plusMonths(1), "figures")).isEqualTo(august);
        Files.delete(june.directory().resolve("manifest.json"));
        assertThat(predecessor(SECOND_DAY.plusMonths(1), "figures")).isEqualTo(august);
        assertThat(august.predecessor()).contains(july.runId());
    }

    @Test
    void theDamagedNightItselfKeepsItsNameSoThatItCanBeComputedAgain() throws IOException {
        night(FIRST_DAY, "figures");
        PublishedRun second = night(SECOND_DAY, "figures");

        flip(second.files("trade").get(0));
        assertThat(predecessor(SECOND_DAY, "figures")).isEqualTo(second.identity());
        Files.delete(second.files("trade").get(0));
        assertThat(predecessor(SECOND_DAY, "figures")).isEqualTo(second.identity());
        Files.delete(second.directory().resolve("manifest.json"));
        assertThat(predecessor(SECOND_DAY, "figures")).isEqualTo(second.identity());
    }

    @Test
    void aNightWhosePredecessorWasRemovedCannotBeComputedAgainAndSaysSo() throws IOException {
        PublishedRun first = night(FIRST_DAY, "figures");
        PublishedRun second = night(SECOND_DAY, "figures");
        DurableFiles.deleteTree(first.directory());

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() ->
                        Predecessor.of(warehouse, alone(SECOND_DAY, "figures")).read(Set.of()))
                .withMessage("run " + second.runId() + " cannot be computed again: run " + first.runId()
                        + ", from which its changes were explained, was removed");
    }

    private RunIdentity predecessor(LocalDate asOf, String figures) {
        return Predecessor.of(warehouse, alone(asOf, figures)).identity();
    }

    private PublishedRun night(LocalDate asOf, String figures) {
        return stage(predecessor(asOf, figures));
    }

    private PublishedRun stage(RunIdentity identity) {
        try (RunLock lock = warehouse.lock("nightly");
                StagedRun staged = warehouse.stage(lock, identity)) {
            SamplePublication.write(staged, identity.asOf());
            return SamplePublication.publish(staged);
        }
    }

    private void makeCurrent(PublishedRun run) {
        try (RunLock lock = warehouse.lock("publish")) {
            warehouse.makeCurrent(lock, run);
        }
    }

    private static RunIdentity alone(LocalDate asOf, String figures) {
        return new RunIdentity(asOf, Sha256.of(figures), Sha256.of("settings"), Sha256.of("classes"));
    }

    private static void flip(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[100] ^= 1;
        Files.write(file, content);
    }
}
