package vn.chitieu.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ChangeOptions;
import vn.chitieu.cli.console.PagesOption;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.night.NightRequest;
import vn.chitieu.night.NightRequest.Choice;
import vn.chitieu.text.Texts;

/** What is asked of one night and of many: the same options of both commands. */
final class NightOptions {

    @Option(names = "--programme", paramLabel = "ID", descriptionKey = "chitieu.nightly.programme")
    private List<String> programmes = new ArrayList<>();

    @Mixin
    private PagesOption pages = new PagesOption();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    WarehouseOption where() {
        return change.where();
    }

    /**
     * Returns the request.
     *
     * @throws vn.chitieu.cli.console.ConfigurationException if there is no folder of data, or the wait is no span
     */
    NightRequest request(Warehouse warehouse, Optional<LocalDate> asOf, Set<Choice> choices, Texts messages) {
        return new NightRequest(
                where().existingDatasets(messages),
                warehouse,
                pages.pages(warehouse),
                programmes,
                asOf,
                choices,
                change.longestWait(messages));
    }
}
