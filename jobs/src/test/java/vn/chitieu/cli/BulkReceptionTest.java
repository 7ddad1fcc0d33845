package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.cli.console.ExitCode;

@Tag("full")
@NullUnmarked
class BulkReceptionTest {

    private static final String HEADER =
            "area,indicator,breakdown,frequency,period,basis,price_basis,value,unit,status,published,source_url\n";
    private static final String REVENUE =
            "hau_giang,budget_revenue_domestic,total,M,2025-05,ytd,current,2900,billion_vnd,estimate,2025-06-05,u\n";

    @TempDir
    private Path folder;

    @Test
    void aLargeFileIsValidatedStoredAndCounted() throws IOException {
        Path file = Files.writeString(
                folder.resolve("large.csv"), HEADER + REVENUE + REVENUE.replace("2025-05", "2025-13"));
        Path stored = folder.resolve("stored");

        CommandRun unnamed = ingest(file.toString(), "--out", stored.toString());
        CommandRun run =
                ingest(file.toString(), "--out", stored.toString(), "--sender", "office", "--published", "2025-07-15");
        CommandRun again =
                ingest(file.toString(), "--out", stored.toString(), "--sender", "office", "--published", "2025-07-15");

        assertThat(unnamed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unnamed.err()).contains("name them with --sender and --published");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(run.out())
                .contains("office/2025-07-15: 2 rows, 1 accepted, 1 held back with rule and advice. Stored in");
        assertThat(run.err()).contains("held back by rule period: 1 rows");
        assertThat(stored.resolve("verdict=accepted")).isDirectory();
        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("Expecting a folder that is not there yet");
    }

    private CommandRun ingest(String... arguments) {
        String[] all = new String[arguments.length + 6];
        all[0] = "ingest";
        all[1] = "--bulk";
        all[2] = "--lang";
        all[3] = "en";
        all[4] = "--warehouse";
        all[5] = folder.resolve("warehouse").toString();
        System.arraycopy(arguments, 0, all, 6, arguments.length);
        return CommandRun.of(all);
    }
}
