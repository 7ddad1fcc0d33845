package vn.chitieu.source.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.text.Language;

/** Hostile inputs 9, 14 to 20 of the list in the hostile inputs' README, and what a registry promises. */
@NullUnmarked
class DeliveryRegistryTest {

    private static final DeliveryTerms TERMS = new DeliveryTerms("TC-01", "Sở Tài chính", Optional.empty());
    private static final Instant EVENING = Instant.parse("2025-07-15T18:30:00Z"); // 01:30 of the 16th in Viet Nam

    @TempDir
    private Path folder;

    private DeliveryRegistry registry;

    @BeforeEach
    void openRegistry() {
        registry = DeliveryRegistry.of(folder.resolve("warehouse"));
    }

    @Test
    void aFileIsCopiedHashedAndReceiptedOnItsDayInVietNam() throws IOException {
        Path file = write("TC-01.xlsx", "figures");

        Registration registration = registry.register(file, TERMS, EVENING);

        assertThat(registration.isNew()).isTrue();
        assertThat(registration.receipt().received()).isEqualTo(LocalDate.of(2025, 7, 16));
        String sum = Sha256.of("figures");
        assertThat(folder.resolve("warehouse/delivery").resolve(sum).resolve("content"))
                .hasContent("figures");
        assertThat(Files.readString(
                        folder.resolve("warehouse/delivery").resolve(sum).resolve("receipt-1.json")))
                .contains("\"form_code\" : \"TC-01\"", "\"sender\" : \"Sở Tài chính\"", sum, "TC-01.xlsx");
        assertThat(registry.list()).singleElement().satisfies(delivery -> assertThat(delivery.id())
                .isEqualTo("TC-01-" + sum.substring(0, 8) + "/2025-07-16"));
    }

    @Test
    void theSameBytesTwiceAreANoOp() throws IOException {
        registry.register(write("a.xlsx", "figures"), TERMS, EVENING);
        Registration again = registry.register(write("b.xlsx", "figures"), TERMS, EVENING.plusSeconds(60));

        assertThat(again.isNew()).isFalse();
        assertThat(registry.list())
                .singleElement()
                .satisfies(one -> assertThat(one.receipt().fileName()).isEqualTo("a.xlsx"));
    }

    @Test
    void theSameBytesOnOtherTermsGetAFurtherReceiptWhichCounts() throws IOException {
        registry.register(write("a.xlsx", "figures"), TERMS, EVENING);
        DeliveryTerms other = new DeliveryTerms("TC-02", "Sở Tài chính", Optional.of(LocalDate.of(2025, 7, 1)));

        assertThat(registry.register(write("a.xlsx", "figures"), other, EVENING).isNew())
                .isTrue();
        assertThat(registry.list()).singleElement().satisfies(one -> {
            assertThat(one.receipt().terms()).isEqualTo(other);
            assertThat(one.receipt().publishedOrReceived()).isEqualTo("2025-07-01");
        });
    }

    @Test
    void whatIsConfirmedStaysWithTheReceiptWhenTheBytesComeAgain() throws IOException {
        Path file = write("a.xlsx", "figures");
        DeliveryTerms confirming = TERMS.confirming(List.of("E10"), "one-off land rent");
        registry.register(file, TERMS, EVENING);

        assertThat(registry.register(file, confirming, EVENING).isNew()).isTrue();
        assertThat(registry.register(file, TERMS, EVENING).isNew()).isFalse();
        assertThat(registry.register(file, confirming, EVENING).isNew()).isFalse();
        assertThat(registry.list()).singleElement().satisfies(one -> {
            assertThat(one.receipt().terms().reasonFor("E10")).contains("one-off land rent");
            assertThat(one.receipt().terms().reasonFor("E11")).isEmpty();
        });
    }

    @Test
    void laterFilesOfAFormOnOneDayAreNumberedInTheOrderOfReceipt() throws IOException {
        registry.register(write("a.xlsx", "first"), TERMS, EVENING);
        registry.register(write("a.xlsx", "corrected"), TERMS, EVENING.plusSeconds(1));
        registry.register(
                write("b.xlsx", "of another form"),
                new DeliveryTerms("TC-02", "Sở Tài chính", Optional.empty()),
                EVENING.plusSeconds(2));

        assertThat(registry.list().stream().map(RegisteredDelivery::id).toList())
                .containsExactly(
                        "TC-01-" + Sha256.of("first").substring(0, 8) + "/2025-07-16",
                        "TC-01-" + Sha256.of("corrected").substring(0, 8) + "/2025-07-16.2",
                        "TC-02-" + Sha256.of("of another form").substring(0, 8) + "/2025-07-16");
        assertThat(registry.list().stream()
                        .map(delivery -> Delivery.dayOf(delivery.id()))
                        .distinct())
                .containsExactly(LocalDate.of(2025, 7, 16));
    }

    /** Rows are stored under the id, and a person withdraws by it. */
    @Test
    void whoJudgesAFileIsToldTheIdThatItWillHave() throws IOException {
        DeliveryTerms bulk = new DeliveryTerms(DeliveryTerms.BULK, "Cục Thống kê", Optional.empty());
        List<String> told = new ArrayList<>();
        for (String content : List.of("first", "second", "third")) {
            registry.registerBulk(
                    write(content + ".csv", content),
                    bulk,
                    EVENING.plusSeconds(told.size()),
                    delivery -> told.add(delivery.id()));
        }

        assertThat(told.get(2)).endsWith("/2025-07-16.3");
        assertThat(registry.list().stream().map(RegisteredDelivery::id).toList())
                .isEqualTo(told);
    }

    @Test
    void emptyFilesLinksFoldersAndPipesAreNeverOpened() throws Exception {
        Path empty = write("empty.xlsx", "");
        Path link = Files.createSymbolicLink(folder.resolve("link.xlsx"), Path.of("/etc/hostname"));
        Path pipe = folder.resolve("pipe.xlsx");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertRefused(empty, "Expecting 1 byte to 32 MB but was 0 bytes");
        assertRefused(link, "Expecting a regular file but was a symbolic link");
        assertRefused(pipe, "Expecting a regular file but was a pipe or device");
        assertRefused(folder, "Expecting a regular file but was a folder");
        assertRefused(folder.resolve("none.xlsx"), "Expecting a file but there is none");
        assertThat(registry.list()).isEmpty();
    }

    /** Hostile input 14. A copy may win the race against the writer, but not each of a hundred times. */
    @Test
    void aFileThatGrowsWhileItIsCopiedIsRefused() throws Exception {
        Path growing = Files.write(folder.resolve("growing.xlsx"), new byte[1 << 23]);
        AtomicBoolean isDone = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try (OutputStream out = Files.newOutputStream(growing, StandardOpenOption.APPEND)) {
                while (!isDone.get()) {
                    out.write(1);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.start();
        try {
            Optional<DataException> refusal = Optional.empty();
            for (int i = 0; i < 100 && refusal.isEmpty(); i++) {
                try {
                    registry.register(growing, TERMS, EVENING);
                } catch (DataException e) {
                    refusal = Optional.of(e);
                }
            }
            assertThat(refusal.orElseThrow().message(Language.EN))
                    .contains("growing.xlsx: Expecting a finished file but it changed while it was copied."
                            + " Wait until it is written and deliver it again.");
        } finally {
            isDone.set(true);
            writer.join();
        }
        int before = registry.list().size();
        assertThat(registry.register(growing, TERMS, EVENING).receipt().bytes()).isEqualTo(Files.size(growing));
        assertThat(registry.list()).hasSize(before + 1);
    }

    /**
     * Hostile input 22. To the superuser the permissions of a file mean nothing, but those of the kernel's files do.
     */
    @Test
    void aFileWithoutPermissionIsRefused() throws IOException {
        Path unreadable = write("closed.xlsx", "figures");
        Files.setPosixFilePermissions(unreadable, Set.of());
        if (Files.isReadable(unreadable)) {
            unreadable = Path.of("/sys/bus/platform/drivers_probe");
        }

        assertRefused(unreadable, unreadable.getFileName() + ": Expecting a readable file but permission is denied");
        assertThat(registry.list()).isEmpty();
    }

    @Test
    void aNameThatNoFolderWouldBearIsOnlyText() throws IOException {
        String name = "a\nb [1]*\u202Ecod.xlsx";
        registry.register(write(name, "figures"), TERMS, EVENING);

        assertThat(registry.list())
                .singleElement()
                .satisfies(one -> assertThat(one.receipt().fileName()).isEqualTo(name));
    }

    @Test
    void nothingUnfinishedIsLeft() throws IOException {
        registry.register(write("a.xlsx", "figures"), TERMS, EVENING);
        registry.register(write("a.xlsx", "figures"), TERMS, EVENING);

        try (Stream<Path> entries = Files.list(folder.resolve("warehouse/delivery"))) {
            assertThat(entries.map(entry -> entry.getFileName().toString())).containsExactly(Sha256.of("figures"));
        }
    }

    @Test
    void aChangedCopyIsNotUsed() throws IOException {
        registry.register(write("a.xlsx", "figures"), TERMS, EVENING);
        RegisteredDelivery delivery = registry.list().get(0);
        Files.writeString(delivery.content(), "other figures");

        assertThatThrownBy(delivery::read)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("to be as received")
                .hasMessageContaining("Deliver a.xlsx again");
    }

    @Test
    void theLastKeptCopyOfAFolderIsRead() throws IOException {
        Path datasets = folder.resolve("datasets");
        registry.keep(TestDelivery.write(datasets, "a/2025-07-15", "x\n1\n"), EVENING);
        registry.keep(TestDelivery.write(datasets, "a/2025-07-15", "x\n2\n"), EVENING.plusSeconds(1));
        Delivery spoilt = TestDelivery.write(datasets, "a/2025-07-15", "x\n2\n");
        Files.delete(spoilt.folder().resolve("figures.csv"));

        Delivery kept = Objects.requireNonNull(registry.lastKept().get("a/2025-07-15"));

        assertThat(kept.id()).isEqualTo("a/2025-07-15");
        assertThat(new String(kept.read(kept.files().get(0)), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("x\n2\n");
        assertThat(registry.lastKept()).doesNotContainKey("b/2025-07-15");
        assertThat(registry.list()).isEqualTo(List.of());
    }

    @Test
    void theLastKeptCopyIsTheOneKeptLastWhateverTheClockSaid() throws IOException {
        Path datasets = folder.resolve("datasets");
        registry.keep(TestDelivery.write(datasets, "a/2025-07-15", "x\n1\n"), EVENING);
        registry.keep(TestDelivery.write(datasets, "a/2025-07-15", "x\n2\n"), EVENING.minusSeconds(86_400));
        assertThat(lastKept()).isEqualTo("x\n2\n");

        registry.keep(TestDelivery.write(datasets, "a/2025-07-15", "x\n1\n"), EVENING.minusSeconds(172_800));
        assertThat(lastKept()).isEqualTo("x\n1\n");
    }

    @Test
    void aFileThatChangedUnderTheSameDescriptionIsKeptAndACopyThatRottedIsMadeAgain() throws IOException {
        Path datasets = folder.resolve("datasets");
        Delivery delivery = TestDelivery.write(datasets, "a/2025-07-15", "x\n1\n");
        Path description = delivery.folder().resolve("datapackage.json");
        Files.writeString(
                description,
                "{\"resources\": [{\"name\": \"figures\", \"path\": \"figures.csv\", \"format\": \"csv\"}]}");
        registry.keep(delivery, EVENING);
        Files.writeString(delivery.folder().resolve("figures.csv"), "x\n2\n");

        registry.keep(delivery, EVENING.plusSeconds(1));
        assertThat(lastKept()).isEqualTo("x\n2\n");

        Files.writeString(
                Objects.requireNonNull(registry.lastKept().get("a/2025-07-15"))
                        .folder()
                        .resolve("figures.csv"),
                "");
        registry.keep(delivery, EVENING.plusSeconds(2));
        assertThat(lastKept()).isEqualTo("x\n2\n");
    }

    /** "Deliver it again" is what a damaged copy is told with: it is made again, under the name that it had. */
    @Test
    void aCopyThatRottedIsMadeAgainWhenTheSameFilesComeAgain() throws IOException {
        Path file = write("a.xlsx", "figures");
        Path parts = Files.createDirectories(folder.resolve("parts"));
        for (String part : List.of("1", "2", "3")) {
            Files.writeString(parts.resolve(part + ".csv"), "figures of " + part);
        }
        DeliveryTerms bulk = new DeliveryTerms(DeliveryTerms.BULK, "office", Optional.empty());
        registry.register(file, TERMS, EVENING);
        registry.registerBulk(parts, bulk, EVENING.plusSeconds(1), delivery -> {});
        String whole = registry.sha256();
        assertThat(registry.registerBulk(parts, bulk, EVENING.plusSeconds(2), delivery -> {}))
                .extracting(Registration::isNew, Registration::isMended)
                .containsExactly(false, false);
        Path copy = registry.list().get(1).parts();
        Files.writeString(registry.list().get(0).content(), "figurez");
        Files.writeString(copy.resolve("1.csv"), "figurez of 1");
        Files.delete(copy.resolve("2.csv"));
        Files.writeString(copy.resolve("4.csv"), "");
        assertThat(registry.damage()).hasSize(2);

        Registration again = registry.register(file, TERMS, EVENING.plusSeconds(3));
        Path renamed = Files.move(parts, folder.resolve("renamed"));
        Registration partsAgain = registry.registerBulk(renamed, bulk, EVENING.plusSeconds(3), delivery -> {});

        assertThat(List.of(again, partsAgain)).allMatch(Registration::isMended).noneMatch(Registration::isNew);
        assertThat(registry.damage()).isEmpty();
        assertThat(registry.sha256()).isEqualTo(whole);
        assertThat(copy.resolve("2.csv")).hasContent("figures of 2");
    }

    /** Listed, and gone when it is read: a link to nothing is both at any time. */
    @Test
    void aPartThatCannotBeReadIsNamed() throws IOException {
        Path parts = Files.createDirectories(folder.resolve("parts"));
        Files.writeString(parts.resolve("1.csv"), "figures");
        registry.registerBulk(
                parts, new DeliveryTerms(DeliveryTerms.BULK, "office", Optional.empty()), EVENING, delivery -> {});
        String whole = registry.sha256();
        RegisteredDelivery delivery = registry.list().get(0);
        Path part = delivery.parts().resolve("1.csv");
        Files.delete(part);
        Files.createSymbolicLink(part, folder.resolve("nothing"));

        assertThatThrownBy(delivery::requireAsReceived)
                .isInstanceOf(DataException.class)
                .hasMessage("Expecting a readable file " + part + " but it could not be read. Check the disk and the"
                        + " permissions of the warehouse and run again; if the file is gone, deliver it again.");
        assertThat(registry.sha256()).isNotEqualTo(whole);
    }

    @Test
    void aWithdrawnFileIsKeptMarkedAndUsedAgainWhenRestored() throws IOException {
        Path file = write("a.xlsx", "figures");
        registry.register(file, TERMS, EVENING);
        registry.register(write("b.xlsx", "other figures"), TERMS, EVENING.plusSeconds(1));
        List<String> ids = registry.list().stream().map(RegisteredDelivery::id).toList();

        assertThat(registry.withdraw(ids.get(0), Optional.of("the wrong year"))).isTrue();
        assertThat(registry.withdraw(ids.get(0), Optional.of("the wrong year"))).isFalse();

        assertThat(registry.list()).extracting(RegisteredDelivery::id).containsExactly(ids.get(1));
        assertThat(registry.listAll()).extracting(RegisteredDelivery::id).containsExactlyElementsOf(ids);
        assertThat(registry.listAll().get(0).receipt().withdrawn()).contains("the wrong year");
        assertThat(registry.listAll().get(0).content()).hasContent("figures");
        assertThat(registry.register(file, TERMS, EVENING.plusSeconds(2)).isNew())
                .isFalse();
        assertThat(registry.list()).hasSize(1);

        assertThat(registry.withdraw(ids.get(0), Optional.empty())).isTrue();
        assertThat(registry.list()).extracting(RegisteredDelivery::id).containsExactlyElementsOf(ids);
        assertThatThrownBy(() -> registry.withdraw("TC-01-00000000/2025-07-16", Optional.of("x")))
                .hasMessage(
                        "there is no received file 'TC-01-00000000/2025-07-16'; there are " + String.join(", ", ids));
    }

    @Test
    void whatAJudgeRefusesIsNotKept() throws IOException {
        Path file = write("a.xlsx", "figures");

        assertThatThrownBy(() -> registry.register(file, TERMS, EVENING, candidate -> {
                    assertThat(candidate.read()).isEqualTo("figures".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    throw new DataException("no");
                }))
                .hasMessage("no");

        assertThat(registry.listAll()).isEmpty();
        assertThat(folder.resolve("warehouse/delivery")).isEmptyDirectory();
    }

    /** 48 bytes of memory a byte: 4,800 bytes bear 100, of which 7 + 13 are used. */
    @Test
    void noMoreIsTakenInThanTheMemoryBears() throws IOException {
        registry.register(write("a.xlsx", "figures"), TERMS, EVENING);
        registry.register(write("b.xlsx", "other figures"), TERMS, EVENING);
        IntakeBound bound = new IntakeBound(4_800);

        registry.register(write("c.csv", "x".repeat(80)), TERMS, EVENING, file -> registry.requireRoom(bound, file));
        assertThatThrownBy(() -> registry.register(
                        write("d.csv", "y"), TERMS, EVENING, file -> registry.requireRoom(bound, file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("d.csv: Expecting a file that a night can hold in memory but was 1 bytes, and"
                        + " with 100 bytes received before more than the 100 bytes");
        assertThat(registry.list()).hasSize(3);
    }

    @Test
    void whatIsReceivedHasThePermissionsOfTheUmask() throws IOException {
        Path file = write("a.xlsx", "figures");
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("r--------"));
        Path usual = Files.createDirectory(folder.resolve("usual"));
        Path usualFile = write("usual.txt", "");

        registry.register(file, TERMS, EVENING);

        Path place = registry.list().get(0).content();
        assertThat(Files.getPosixFilePermissions(place.getParent())).isEqualTo(Files.getPosixFilePermissions(usual));
        assertThat(Files.getPosixFilePermissions(place)).isEqualTo(Files.getPosixFilePermissions(usualFile));
    }

    @Test
    void damageOfReceivedFilesAndKeptCopiesIsFound() throws IOException {
        registry.register(write("a.xlsx", "figures"), TERMS, EVENING);
        registry.keep(TestDelivery.write(folder.resolve("datasets"), "a/2025-07-15", "x\n1\n"), EVENING);
        assertThat(registry.damage()).isEmpty();

        Files.writeString(registry.list().get(0).content(), "rotten!");
        Files.writeString(
                Objects.requireNonNull(registry.lastKept().get("a/2025-07-15"))
                        .folder()
                        .resolve("figures.csv"),
                "x\n9\n");

        assertThat(registry.damage()).hasSize(2);
    }

    private String lastKept() {
        Delivery kept = Objects.requireNonNull(registry.lastKept().get("a/2025-07-15"));
        return new String(kept.read(kept.files().get(0)), java.nio.charset.StandardCharsets.UTF_8);
    }

    private void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> registry.register(file, TERMS, EVENING))
                .isInstanceOfSatisfying(DataException.class, e -> {
                    assertThat(e.message(Language.EN)).contains(message);
                    assertThat(e.message(Language.VI)).contains(": cần ");
                });
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
