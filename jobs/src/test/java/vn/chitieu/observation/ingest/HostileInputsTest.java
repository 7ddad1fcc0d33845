package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each hostile input is rejected with its message or survived with the right result; README.md lists them all. */
class HostileInputsTest {

    private static final Path README =
            Path.of(System.getProperty("chitieu.home"), "jobs/src/test/java/vn/chitieu/observation/README.md");
    private static final long GIGABYTE = 1L << 30;

    static List<HostileInputs.Case> cases() {
        return HostileInputs.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRejectedWithItsMessageOrSurvivedWithTheRightResult(HostileInputs.Case hostile, @TempDir Path folder)
            throws IOException, InterruptedException {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        assertThat(hostile.reading().outcome(new HostileInputs(folder))).contains(hostile.expected());
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        assertThat(peak - before).isLessThan(GIGABYTE);
    }

    @Test
    void theReadmeListsEveryInputWithItsOutcome() throws IOException {
        String readme = Files.readString(README, UTF_8);
        List<Integer> listed = new ArrayList<>();
        Set<Integer> here = new TreeSet<>();
        Matcher row = Pattern.compile(
                        "(?m)^\\| (\\d+) \\| [^|]+ \\| (rejected|survived|warned|elsewhere)[^|]* \\| ([^|]+) \\|$")
                .matcher(readme);
        while (row.find()) {
            listed.add(Integer.parseInt(row.group(1)));
            if (row.group(3).contains("`HostileInputsTest`")) {
                here.add(Integer.parseInt(row.group(1)));
            }
        }
        List<Integer> all = new ArrayList<>();
        for (int number = 1; number <= 112; number++) {
            all.add(number);
        }
        assertThat(listed).isEqualTo(all);
        Set<Integer> tested = new TreeSet<>();
        cases().forEach(hostile -> tested.add(hostile.number()));
        assertThat(tested).isEqualTo(here);
    }
}
