package vn.chitieu.cli;

import java.nio.file.Path;
import java.util.List;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.mart.description.TableDescriptions;

/** A published run once more, its tables in files of fewer rows, as those of a nation lie. */
final class RunInParts {

    private RunInParts() {}

    static PublishedRun publish(PublishedRun run, Path root, int mostRows) {
        Warehouse warehouse = Warehouse.at(root, new TableFiles(mostRows));
        try (RunLock lock = warehouse.lock("a test");
                StagedRun staged = warehouse.stage(lock, run.identity())) {
            List<PublishedTable> written = run.specs().stream()
                    .map(spec -> staged.write(run.read(spec)))
                    .toList();
            staged.write(
                    TableDescriptions.DATA_PACKAGE,
                    TableDescriptions.dataPackage(run.runId(), run.identity().asOf(), written));
            staged.write(TableDescriptions.VIEWS, TableDescriptions.views(written));
            return staged.publish(
                    run.manifest().inputs(),
                    run.manifest().counts(),
                    run.manifest().startedAt(),
                    run.manifest().finishedAt());
        }
    }
}
