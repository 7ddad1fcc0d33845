package vn.chitieu.catalog.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.chitieu.catalog.run.SamplePublication.BUDGET;
import static vn.chitieu.catalog.run.SamplePublication.FIRST_DAY;
import static vn.chitieu.catalog.run.SamplePublication.SECOND_DAY;
import static vn.chitieu.catalog.run.SamplePublication.TRADE;
import static vn.chitieu.catalog.run.SamplePublication.identity;
import static vn.chitieu.catalog.run.SamplePublication.night;
import static vn.chitieu.catalog.run.SamplePublication.runId;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.table.ParquetTables;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.catalog.table.TableSpec;

@NullUnmarked // the test runner fills the field
class WarehouseTest {

    @TempDir
    private Path directory;

    private Path root;
    private Warehouse warehouse;

    @BeforeEach
    void inAFreshDirectory() {
        root = directory.resolve("warehouse");
        warehouse = Warehouse.at(root);
    }

    @Test
    void nothingIsPublishedAtFirst() {
        assertThat(warehouse.current()).isEmpty();
        assertThat(warehouse.lastGood()).isEmpty();
        assertThat(warehouse.runs()).isEmpty();
        assertThat(root).doesNotExist();
    }

    @Test
    void copiesThatCannotAllBeLaidTakeNoRoomWhenThePointerMoves() {
        night(warehouse, FIRST_DAY);
        Path laid = warehouse.mart().resolve(".copies.tmp");
        List<Boolean> isThere = new ArrayList<>();
        Warehouse full = new Warehouse(root, new TableFiles(TableFiles.MOST_ROWS), step -> {
            if (step == PublicationStep.MART_FILE_LAID) {
                occupy(laid.resolve("trade.parquet"));
            } else if (step == PublicationStep.POINTER_MOVED) {
                isThere.add(Files.exists(laid));
            }
        });

        assertThatExceptionOfType(UnfinishedPublicationException.class).isThrownBy(() -> night(full, SECOND_DAY));

        assertThat(isThere).containsExactly(false);
        assertThat(warehouse.current().orElseThrow().runId()).isEqualTo(runId(SECOND_DAY));
    }

    /** A folder that holds something keeps a file from its place. */
    private static void occupy(Path place) {
        try {
            Files.createDirectories(place.resolve("inside"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRunWhoseCopiesCannotBeWrittenIsPublishedAllTheSameAndSaysSo() throws IOException {
        night(warehouse, FIRST_DAY);
        Path mart = warehouse.mart();
        Files.move(mart, directory.resolve("away"));
        Files.writeString(mart, "a file where the folder should be");

        try (RunLock lock = warehouse.lock("a night")) {
            assertThatExceptionOfType(UnfinishedPublicationException.class)
                    .isThrownBy(() -> SamplePublication.publish(warehouse, lock, SECOND_DAY))
                    .satisfies(e -> assertThat(e.runId()).isEqualTo(runId(SECOND_DAY)));
        }
        assertThat(warehouse.current().orElseThrow().runId()).isEqualTo(runId(SECOND_DAY));

        Files.delete(mart);
        try (RunLock lock = warehouse.lock("mend")) {
            warehouse.makeCurrent(lock, warehouse.find(runId(SECOND_DAY)).orElseThrow());
        }
        assertThat(mart.resolve("trade.parquet"))
                .hasSameBinaryContentAs(
                        warehouse.current().orElseThrow().directory().resolve("trade.parquet"));
    }

    @Test
    void aPublishedRunIsReadThroughThePointer() {
        night(warehouse, FIRST_DAY);

        PublishedRun run = warehouse.current().orElseThrow();

        assertThat(run.runId()).isEqualTo(runId(FIRST_DAY));
        assertThat(run.specs()).containsExactly(BUDGET, TRADE);
        assertThat(run.read(BUDGET).rows()).hasSize(50);
        assertThat(run.read("trade").rows().get(0))
                .containsExactly("VN-100", 181.0, runId(FIRST_DAY).text());
        assertThat(run.scan(TRADE, row -> {}).rows()).isEqualTo(50);
        assertThat(run.manifest().inputs())
                .containsExactly(new RunInput("gso/2025-07-05", "grdp.csv", Sha256.of("grdp"), 120));
        assertThat(run.manifest().counts()).containsEntry("quarantined_rows", 2L);
        assertThat(run.manifest().finishedAt()).hasToString("2025-10-06T17:01:30Z");
        assertThat(warehouse.mart().resolve("views.sql")).hasContent("-- 2025-06-30\n");
    }

    @Test
    void theManifestNamesEverything() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);

        assertThat(Files.readString(run.directory().resolve("manifest.json")))
                .startsWith("{\n  \"manifest_version\" : 2,\n  \"run_id\" : \"" + run.runId()
                        + "\",\n  \"as_of_date\" : \"2025-06-30\",\n  \"input_sha256\" : \"" + Sha256.of("input")
                        + "\"")
                .contains("\"name\" : \"budget\"", "\"file\" : \"budget.parquet\"", "\"rows\" : 50")
                .contains("\"name\" : \"area_code\",\n", "\"type\" : \"TEXT\",\n", "\"nullable\" : false\n")
                .contains("\"started_at\" : \"2025-10-06T17:00:00Z\"")
                .endsWith("}\n");
        assertThat(run.directory().resolve("manifest.sha256"))
                .hasContent(Sha256.ofFile(run.directory().resolve("manifest.json")) + "  manifest.json\n");
    }

    @Test
    void aReaderAsksForATableThatIsThere() {
        PublishedRun run = night(warehouse, FIRST_DAY);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run.read("jobs"))
                .withMessage("Expecting a table of run " + run.runId() + ", one of [budget, trade], but was 'jobs'");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(
                        () -> run.read(new TableSpec("trade", BUDGET.columns().subList(0, 1), List.of())))
                .withMessageStartingWith("Expecting table TableSpec[name=trade")
                .withMessageEndingWith("publish the run again with this version");
    }

    @Test
    void theLatestPublicationIsCurrentAndTheOthersStay() throws IOException {
        night(warehouse, SECOND_DAY);
        night(warehouse, FIRST_DAY);

        assertThat(warehouse.current().orElseThrow().runId()).isEqualTo(runId(FIRST_DAY));
        assertThat(warehouse.runs())
                .extracting(PublishedRun::runId)
                .containsExactly(runId(SECOND_DAY), runId(FIRST_DAY));
        assertThat(warehouse.find(runId(SECOND_DAY))).isPresent();
        assertThat(warehouse.find(runId(LocalDate.of(2024, 1, 1)))).isEmpty();
        assertThat(names(root)).containsExactly("current.json", "lock", "mart", "runs");
        assertThat(names(warehouse.mart())).containsExactly("budget.parquet", "trade.parquet", "views.sql");
    }

    @Test
    void anEditedManifestIsRefusedAndTheOlderRunOffered() throws IOException {
        night(warehouse, FIRST_DAY);
        PublishedRun second = night(warehouse, SECOND_DAY);
        Path manifest = second.directory().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"rows\" : 50", "\"rows\" : 51"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> warehouse.current())
                .withMessageStartingWith(
                        "Expecting manifest.json of run " + second.runId() + " to be as it was written")
                .withMessageContaining("it was edited or cut short")
                .withMessageEndingWith("; the newest good run is " + runId(FIRST_DAY) + ", as of 2025-06-30");
        assertThat(warehouse.lastGood().orElseThrow().runId()).isEqualTo(runId(FIRST_DAY));
        assertThat(warehouse.damage()).hasSize(1);
        assertThat(warehouse.find(second.runId())).isEmpty();
    }

    @Test
    void aManifestCutShortIsRefused() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);
        Path manifest = run.directory().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).substring(0, 100));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> warehouse.current())
                .withMessageContaining("it was edited or cut short")
                .withMessageEndingWith("; no other run is good");
    }

    @Test
    void aManifestAndItsSumChangedTogetherAreRefusedByThePointer() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);
        Path manifest = run.directory().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"rows\" : 50", "\"rows\" : 51"));
        Files.writeString(
                run.directory().resolve("manifest.sha256"), PublishedRun.manifestSumLine(Sha256.ofFile(manifest)));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> warehouse.current())
                .withMessageContaining("as current.json says, but was");
    }

    @Test
    void aMissingOrShortenedTableIsRefused() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);
        Files.writeString(run.files("trade").get(0), "short");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> warehouse.current())
                .withMessageContaining("Expecting file trade.parquet of run " + run.runId())
                .withMessageContaining("but was of 5 bytes");

        Files.delete(run.files("trade").get(0));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> warehouse.current())
                .withMessageContaining("but found none");
    }

    @Test
    void verifyingFindsATableChangedInPlace() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);
        byte[] content = Files.readAllBytes(run.files("trade").get(0));
        content[100] ^= 1;
        Files.write(run.files("trade").get(0), content);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> warehouse.current().orElseThrow().verify())
                .withMessageContaining("but trade.parquet in " + run.directory() + " changed since");
        try (RunLock lock = warehouse.lock("test")) {
            assertThat(warehouse.cleanUp(lock).damage()).isEmpty();
            Files.delete(warehouse.mart().resolve("trade.parquet"));
            assertThat(warehouse.cleanUp(lock).damage().orElseThrow())
                    .startsWith("Expecting file trade.parquet of run " + run.runId() + " as its manifest lists it");
        }
    }

    @Test
    void anUnreadablePointerIsRefused() throws IOException {
        night(warehouse, FIRST_DAY);
        Files.writeString(root.resolve("current.json"), "{\"run_id\":\"../../secret\",\"manifest_sha256\":\"\"}");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> warehouse.current())
                .withMessageStartingWith("Expecting the name of the current run in " + root.resolve("current.json"))
                .withMessageEndingWith("; the newest good run is " + runId(FIRST_DAY) + ", as of 2025-06-30");
    }

    @Test
    void aDamagedRunIsReplacedWhenComputedAgain() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);
        Files.delete(run.files("trade").get(0));

        night(warehouse, FIRST_DAY);

        warehouse.current().orElseThrow().verify();
        assertThat(names(root.resolve("runs"))).containsExactly(run.runId().text());
    }

    @Test
    void aFlippedBitIsFoundOnReadingAndMendedByTheSameBytes() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);
        byte[] sound = Files.readAllBytes(run.files("trade").get(0));
        byte[] rotten = sound.clone();
        rotten[100] ^= 1;
        Files.write(run.files("trade").get(0), rotten);

        assertThatExceptionOfType(DamagedRunException.class)
                .isThrownBy(() -> run.read(TRADE))
                .withMessageContaining("trade.parquet in " + run.directory() + " changed since")
                .withMessageContaining("chitieu nightly --as-of 2025-06-30 --force")
                .withMessageContaining("chitieu publish --run");
        assertThat(run.read(BUDGET).rows()).hasSize(50);
        assertThat(warehouse.isWhole(run.runId())).isFalse();

        try (RunLock lock = warehouse.lock("force");
                StagedRun again = warehouse.stage(lock, identity(FIRST_DAY))) {
            SamplePublication.write(again, FIRST_DAY);
            assertThat(again.compareWith(run)).containsExactly("trade.parquet");
        }
        assertThat(Files.readAllBytes(run.files("trade").get(0))).isEqualTo(sound);
        assertThat(warehouse.isWhole(run.runId())).isTrue();
        assertThat(warehouse.current().orElseThrow().manifestSha256()).isEqualTo(run.manifestSha256());
    }

    @Test
    void damagedRunsThatNobodyAskedForAreNamedWithTheirFiles() throws IOException {
        PublishedRun june = night(warehouse, FIRST_DAY);
        PublishedRun july = night(warehouse, SECOND_DAY);
        long all = 10L << 20;
        assertThat(warehouse.passedOver(Set.of(), all)).isEmpty();

        byte[] rotten = Files.readAllBytes(june.files("trade").get(0));
        rotten[100] ^= 1;
        Files.write(june.files("trade").get(0), rotten);
        assertThat(warehouse.passedOver(Set.of(), all))
                .containsExactly(new DamagedRun(june.runId(), List.of("trade.parquet")));
        assertThat(warehouse.passedOver(Set.of(), 0))
                .describedAs("beyond the bytes to read only sizes count")
                .isEmpty();
        assertThat(warehouse.passedOver(Set.of(june.runId()), all)).isEmpty();

        Files.delete(june.files("trade").get(0));
        Files.delete(july.directory().resolve("manifest.json"));
        assertThat(warehouse.passedOver(Set.of(), 0))
                .containsExactly(
                        new DamagedRun(july.runId(), List.of("manifest.json")),
                        new DamagedRun(june.runId(), List.of("trade.parquet")));
    }

    @Test
    void aRunOfTheLayoutWithoutPredecessorIsRead() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);
        Path manifest = run.directory().resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(
                manifest,
                text.replace("\"manifest_version\" : 2", "\"manifest_version\" : 1")
                        .replace("  \"predecessor\" : \"\",\n", ""));
        Files.writeString(
                run.directory().resolve("manifest.sha256"), PublishedRun.manifestSumLine(Sha256.ofFile(manifest)));

        PublishedRun old = warehouse.find(run.runId()).orElseThrow();

        assertThat(Files.readString(manifest)).isNotEqualTo(text).doesNotContain("predecessor");
        assertThat(old.identity()).isEqualTo(identity(FIRST_DAY));
        try (RunLock lock = warehouse.lock("publish")) {
            warehouse.makeCurrent(lock, old);
        }
        assertThat(warehouse.current().orElseThrow().read(BUDGET).rows()).hasSize(50);
    }

    @Test
    void ofOneAsOfDateARunComesBeforeTheOneItWasExplainedFromWhateverTheClockSaid() {
        PublishedRun first = night(warehouse, FIRST_DAY);
        List<RunId> chain = new ArrayList<>(List.of(first.runId()));
        for (int i = 0; i < 4; i++) { // every one with the same clock times
            RunIdentity next = identity(FIRST_DAY).after(Optional.of(chain.get(0)));
            try (RunLock lock = warehouse.lock("nightly");
                    StagedRun staged = warehouse.stage(lock, next)) {
                SamplePublication.write(staged, FIRST_DAY);
                chain.add(0, SamplePublication.publish(staged).runId());
            }
        }

        assertThat(warehouse.runs()).extracting(PublishedRun::runId).containsExactlyElementsOf(chain);
    }

    @Test
    void aLockThatIsALinkIsRefusedAndItsTargetKept() throws IOException {
        Files.createDirectories(root);
        Path victim = Files.writeString(directory.resolve("victim"), "precious");
        Files.createSymbolicLink(root.resolve("lock"), victim);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> warehouse.lock("nightly"));
        assertThat(victim).hasContent("precious");
    }

    @Test
    void whoWaitsGetsTheLockWhenTheOtherEnds() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        RunLock held = warehouse.lock("first");
        try {
            assertThatExceptionOfType(LockHeldException.class)
                    .isThrownBy(() -> warehouse.lock("second", Duration.ofMillis(600)));
            Future<Boolean> waiting = other.submit(() -> {
                try (RunLock lock = warehouse.lock("second", Duration.ofMinutes(1))) {
                    lock.requireHeld(root);
                    return true;
                }
            });
            held.close();
            assertThat(waiting.get()).isTrue();
        } finally {
            held.close();
            other.shutdownNow();
        }
    }

    @Test
    void theFolderOfAWorkingRunIsPrivateAndGoesWithIt() throws IOException {
        try (RunLock lock = warehouse.lock("nightly")) {
            Path dead = Files.createDirectories(root.resolve(".work-1/spark/blockmgr-1"));
            try (WorkFolder work = warehouse.work(lock)) {
                Path inside = work.folder("spark");
                assertThat(Files.getPosixFilePermissions(inside.getParent()))
                        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
                assertThat(warehouse.cleanUp(lock).removed()).containsExactly(".work-1");
                assertThat(dead).doesNotExist();
                assertThat(inside).exists();
            }
        }
        assertThat(names(root)).containsExactly("lock");
    }

    @Test
    void theSameRunComputedAgainIsFoundEqualAndLeavesNoTrace() throws IOException {
        PublishedRun published = night(warehouse, FIRST_DAY);

        try (RunLock lock = warehouse.lock("force");
                StagedRun again = warehouse.stage(lock, identity(FIRST_DAY))) {
            SamplePublication.write(again, FIRST_DAY);
            again.compareWith(published);
        }

        assertThat(names(root.resolve("runs")))
                .containsExactly(published.runId().text());
    }

    @Test
    void aRunThatDoesNotReproduceIsRefusedByTheNamesOfItsTables() throws IOException {
        PublishedRun published = night(warehouse, FIRST_DAY);

        try (RunLock lock = warehouse.lock("force");
                StagedRun again = warehouse.stage(lock, identity(FIRST_DAY))) {
            again.write(SamplePublication.table(BUDGET, FIRST_DAY));
            again.write(SamplePublication.table(TRADE, SECOND_DAY));
            assertThatExceptionOfType(NotReproducibleException.class)
                    .isThrownBy(() -> again.compareWith(published))
                    .withMessage("Expecting run " + published.runId() + ", computed again, to give the same bytes but"
                            + " trade.parquet, views.sql differ; the published run stays as it is; please report this");
        }

        warehouse.current().orElseThrow().verify();
        assertThat(names(root.resolve("runs")))
                .containsExactly(published.runId().text());
    }

    @ParameterizedTest(name = "object hash codes of kind {0}")
    @ValueSource(ints = {0, 2, 3}) // random, all alike, counted
    void anotherProcessGivesTheSameBytes(int hashCodes) throws IOException, InterruptedException {
        Path other = directory.resolve("other");
        List<String> options = List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=" + hashCodes);

        Process child = ChildProcess.start(options, "night", other, FIRST_DAY);

        assertThat(child.waitFor()).isZero();
        PublishedRun ours = night(warehouse, FIRST_DAY);
        PublishedRun theirs = Warehouse.at(other).current().orElseThrow();
        assertThat(theirs.manifest()).isEqualTo(ours.manifest());
        theirs.verify();
    }

    @Test
    void aPublishedRunIsNeverPublishedOver() {
        night(warehouse, FIRST_DAY);

        try (RunLock lock = warehouse.lock("test");
                StagedRun again = warehouse.stage(lock, identity(FIRST_DAY))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> SamplePublication.publish(again))
                    .withMessage("Expecting run " + runId(FIRST_DAY)
                            + " to be new but it is published already; compare with it instead");
        }
    }

    @Test
    void aStagedTableChangedBeforePublicationIsNotPublished() throws IOException {
        try (RunLock lock = warehouse.lock("test");
                StagedRun staged = warehouse.stage(lock, identity(FIRST_DAY))) {
            SamplePublication.write(staged, FIRST_DAY);
            Path stage =
                    root.resolve("runs").resolve(names(root.resolve("runs")).get(0));
            String sum = Sha256.ofFile(stage.resolve("trade.parquet"));
            ParquetTables.write(SamplePublication.table(TRADE, SECOND_DAY), stage.resolve("trade.parquet"));

            assertThatExceptionOfType(java.io.UncheckedIOException.class)
                    .isThrownBy(() -> SamplePublication.publish(staged))
                    .withMessageStartingWith("Expecting file trade.parquet of run " + runId(FIRST_DAY)
                            + " to read back as written, " + sum + ", but was ");
        }
        assertThat(warehouse.current()).isEmpty();
        assertThat(names(root.resolve("runs"))).isEmpty();
    }

    @Test
    void cleaningUpRemovesWhatDeadRunsLeftAndNothingElse() throws IOException {
        night(warehouse, FIRST_DAY);
        Path runs = root.resolve("runs");
        Files.createDirectories(runs.resolve(".stage-20250101-0123456789ab-77/deep"));
        Files.writeString(runs.resolve(".stage-20250101-0123456789ab-77/deep/trade.parquet"), "half");
        Files.createDirectories(runs.resolve(".discarded-20250101-0123456789ab"));
        Files.writeString(root.resolve(".current.json.tmp"), "half");
        Files.writeString(warehouse.mart().resolve(".trade.parquet.tmp"), "half");
        Files.writeString(warehouse.mart().resolve("budget.parquet"), "edited");
        Files.writeString(warehouse.mart().resolve("formerly.parquet"), "of a table that is no more");
        Files.writeString(warehouse.mart().resolve("notes.txt"), "of the reader");

        try (RunLock lock = warehouse.lock("test");
                StagedRun own = warehouse.stage(lock, identity(SECOND_DAY))) {
            Warehouse.CleanUp cleanUp = warehouse.cleanUp(lock);

            assertThat(cleanUp.removed())
                    .containsExactly(
                            ".discarded-20250101-0123456789ab", ".stage-20250101-0123456789ab-77", ".current.json.tmp");
            assertThat(cleanUp.repaired()).containsExactly("budget.parquet", ".trade.parquet.tmp", "formerly.parquet");
            SamplePublication.write(own, SECOND_DAY);
        }
        assertThat(names(warehouse.mart()))
                .containsExactly("budget.parquet", "notes.txt", "trade.parquet", "views.sql");
        assertThat(names(runs)).containsExactly(runId(FIRST_DAY).text());
    }

    @Test
    void onlyTheHolderOfTheLockChangesTheWarehouse() {
        RunLock lock = warehouse.lock("test");
        assertThatExceptionOfType(LockHeldException.class)
                .isThrownBy(() -> warehouse.lock("second"))
                .withMessageContaining("process " + ProcessHandle.current().pid() + " on host ")
                .withMessageEndingWith(", test; wait until it ends, or end that process");
        lock.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> warehouse.stage(lock, identity(FIRST_DAY)))
                .withMessage("Expecting the lock of warehouse " + root + " to be held but was given back");
        try (RunLock other = Warehouse.at(directory.resolve("other")).lock("test")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> warehouse.cleanUp(other))
                    .withMessageEndingWith("but was the lock of " + directory.resolve("other"));
        }
    }

    @Test
    void anotherProcessHoldsTheLockUntilItEnds() throws IOException, InterruptedException {
        Process child = ChildProcess.start("hold", root);
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held");
            assertThatExceptionOfType(LockHeldException.class)
                    .isThrownBy(() -> warehouse.lock("second"))
                    .withMessageStartingWith("Expecting warehouse " + root + " to be free but another run holds "
                            + root.resolve("lock") + ": process " + child.pid() + " on host ")
                    .withMessageEndingWith(", holding; wait until it ends, or end that process");
        } finally {
            child.destroyForcibly();
        }
        child.waitFor();

        night(warehouse, FIRST_DAY);
        assertThat(warehouse.current()).isPresent();
    }

    @Test
    void readersNeverSeeTwoRunsMixed() throws ExecutionException, InterruptedException {
        night(warehouse, FIRST_DAY);
        AtomicBoolean done = new AtomicBoolean();
        Callable<Set<String>> reader = () -> {
            Set<String> seen = new TreeSet<>();
            while (!done.get()) {
                PublishedRun run = warehouse.current().orElseThrow();
                Set<Object> runIds = new TreeSet<>();
                run.read(BUDGET).rows().forEach(row -> runIds.add(String.valueOf(row[2])));
                run.read(TRADE).rows().forEach(row -> runIds.add(String.valueOf(row[2])));
                assertThat(runIds).containsExactly(run.runId().text());
                seen.add(run.runId().text());
            }
            return seen;
        };
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Set<String>>> seen = new ArrayList<>();
            seen.add(readers.submit(reader));
            seen.add(readers.submit(reader));
            for (int day = 1; day <= 15; day++) {
                night(warehouse, FIRST_DAY.plusDays(day));
            }
            done.set(true);
            for (Future<Set<String>> runs : seen) {
                assertThat(runs.get()).isNotEmpty();
            }
        } finally {
            done.set(true);
            readers.shutdownNow();
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** As where its disk was unmounted while a run holds it. */
    @Test
    void aWarehouseThatIsMovedAwayIsNotBegunAnewInItsPlace() throws IOException {
        Path root = directory.resolve("moved");
        SamplePublication.night(root, SamplePublication.FIRST_DAY);
        Warehouse moved = Warehouse.at(root);
        PublishedRun run = moved.current().orElseThrow();
        try (RunLock lock = moved.lock("a test")) {
            Files.move(root, directory.resolve("away"));
            Files.createDirectory(root);

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> moved.stage(lock, SamplePublication.identity(SamplePublication.SECOND_DAY)))
                    .withMessageContaining("to stay in its place while a run holds it");
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> moved.cleanUp(lock));
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> moved.pointTo(lock, run));
            assertThat(root).isEmptyDirectory();
        }
        assertThat(moved.isThere()).isFalse();
        assertThat(Warehouse.at(directory.resolve("away")).isThere()).isTrue();
    }
}
