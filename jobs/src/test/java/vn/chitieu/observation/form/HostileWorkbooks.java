package vn.chitieu.observation.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** All cases of {@link HostileWorkbooksTest} one after another, for a process that has nothing else. */
public final class HostileWorkbooks {

    private HostileWorkbooks() {}

    /** Returns how many workbooks were read; a wrong outcome is an {@link AssertionError}. */
    public static int readAll(Path folder) throws IOException {
        int read = 0;
        for (Arguments arguments : all(HostileWorkbooksTest.refusedWhole())) {
            Object[] of = arguments.get();
            test(folder).refusedWhole((String) of[0], (byte[]) of[1], (String) of[2]);
            read++;
        }
        for (Arguments arguments : all(HostileWorkbooksTest.heldBack())) {
            Object[] of = arguments.get();
            @SuppressWarnings("unchecked")
            UnaryOperator<TestWorkbook> spoil = (UnaryOperator<TestWorkbook>) of[1];
            test(folder).heldBack((String) of[0], spoil, (String) of[2], (String) of[3]);
            read++;
        }
        for (Arguments arguments : all(HostileWorkbooksTest.readAllTheSame())) {
            Object[] of = arguments.get();
            test(folder).readAllTheSame((String) of[0], (TestWorkbook) of[1], (String) of[2]);
            read++;
        }
        return read;
    }

    private static List<Arguments> all(Stream<Arguments> arguments) {
        try (arguments) {
            return arguments.toList();
        }
    }

    private static HostileWorkbooksTest test(Path folder) throws IOException {
        HostileWorkbooksTest test = new HostileWorkbooksTest();
        test.folder = Files.createTempDirectory(folder, "workbook");
        return test;
    }
}
