package vn.chitieu.cli.operate;

import java.util.List;
import vn.chitieu.catalog.run.PublishedFile;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.notebook.terminal.TextRecords;
import vn.chitieu.text.Texts;

/** What the listings of operators have in common. */
final class Listings {

    private Listings() {}

    static long bytes(PublishedRun run) {
        return run.manifest().allFiles().stream()
                .mapToLong(PublishedFile::bytes)
                .sum();
    }

    static String names(List<RunId> names) {
        return String.join(", ", names.stream().map(RunId::text).toList());
    }

    static TextRecords records(List<String> names, String prefix, Texts messages, List<List<String>> rows) {
        return new TextRecords(
                names, names.stream().map(name -> messages.text(prefix + name)).toList(), rows);
    }
}
