package vn.chitieu.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

class StoredFolderTest {

    private static final Texts MESSAGES = Words.of("cli").in(Language.EN);

    @ParameterizedTest
    @ValueSource(strings = {"/srv/chitieu", "file:///srv/chitieu"})
    void aFolderOfThisMachineStaysWhatItIs(String text) {
        assertThat(StoredFolder.of(text, MESSAGES).path()).isEqualTo(Path.of("/srv/chitieu"));
    }

    @ParameterizedTest
    @CsvSource({
        "hdfs://name:8020/srv/w, hdfs://name:8020/srv/w",
        "HDFS://name:8020/srv//w/, hdfs://name:8020/srv/w",
        "hdfs://name:8020/srv/x/../w, hdfs://name:8020/srv/w",
        "hdfs://name:8020/srv/chi%20tieu, hdfs://name:8020/srv/chi tieu",
        "hdfs://name:8020, hdfs://name:8020/",
    })
    void anAddressOfHdfsIsAPathThatReadsAsTheAddress(String text, String path) {
        assertThat(StoredFolder.of(text, MESSAGES).path().normalize()).hasToString(path);
    }

    @ParameterizedTest
    @CsvSource({"abfs://host/w, abfs", "https://host/w, https", "s3://bucket/w, s3"})
    void anotherSchemeIsRefusedWithWhatWouldBeServed(String text, String scheme) {
        assertThatExceptionOfType(LocalPath.NotServedException.class)
                .isThrownBy(() -> StoredFolder.of(text, MESSAGES))
                .withMessage(
                        "'" + text + "' cannot be used: " + scheme + ": is not served; name a folder of this machine,"
                                + " of HDFS (hdfs://host:8020/folder) or of an object store (s3a://bucket/folder)");
    }

    /** The client of object stores is on no class path of a test. */
    @Test
    void withoutTheClientOfObjectStoresItIsSaidWhereItBelongs() {
        assertThatExceptionOfType(LocalPath.NotServedException.class)
                .isThrownBy(() -> StoredFolder.of("s3a://bucket/w", MESSAGES))
                .withMessageContaining(
                        "'s3a://bucket/w' cannot be used: the client of object stores is no part of this")
                .withMessageContaining("lib-s3 by one command")
                .withMessageContaining("--packages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3a://key:word@bucket/w", "S3A://key:word@bucket/w?x=1"})
    void keysInAnAddressAreNotRepeated(String text) {
        assertThatExceptionOfType(LocalPath.NotServedException.class)
                .isThrownBy(() -> StoredFolder.of(text, MESSAGES))
                .withMessageContaining("***@bucket/w")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("word"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hdfs:/w", "hdfs:///w", "hdfs://name:8020/w?x=1", "hdfs://name:8020/w w"})
    void whatNamesNoFolderOfHdfsIsRefused(String text) {
        assertThatExceptionOfType(LocalPath.NotServedException.class)
                .isThrownBy(() -> StoredFolder.of(text, MESSAGES))
                .withMessageContaining(text);
    }

    /** What every program takes for granted of paths, checked by hand on one of HDFS. */
    @Test
    void pathsOfHdfsFollowTheRulesOfPaths() {
        Path root = StoredFolder.named("hdfs://name:8020/srv/w");
        Path table = root.resolve("runs/r/t.parquet");

        assertThat(table).hasToString("hdfs://name:8020/srv/w/runs/r/t.parquet");
        assertThat(root.relativize(table)).hasToString("runs/r/t.parquet");
        assertThat(root.resolve(root.relativize(table))).isEqualTo(table);
        assertThat(table.resolve("../../s").normalize()).hasToString("hdfs://name:8020/srv/w/runs/s");
        assertThat(table.relativize(root)).hasToString("../../..");
        assertThat(table.startsWith(root)).isTrue();
        assertThat(root.startsWith(table)).isFalse();
        assertThat(table.getFileName()).hasToString("t.parquet");
        assertThat(root.getParent()).hasToString("hdfs://name:8020/srv");
        assertThat(StoredFolder.named("hdfs://name:8020/").getParent()).isNull();
        assertThat(table.toUri()).isEqualTo(URI.create("hdfs://name:8020/srv/w/runs/r/t.parquet"));
        assertThat(root.resolve(table.toString())).isEqualTo(table);
        assertThat(root.resolve("a")).isLessThan(root.resolve("b"));
    }
}
