package vn.chitieu.account.area;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import vn.chitieu.account.AccountResult;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;

/** The published figures that the project ships. */
public final class ShippedFigures {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home", "."), "datasets");
    private static final List<Observation> ALL =
            Ingest.read(DATASETS, Codelists.read(DATASETS)).observations();

    private ShippedFigures() {}

    static List<Observation> visible(String areaCode, LocalDate asOf) {
        return Vintages.visible(ALL, asOf).stream()
                .filter(observation -> observation.key().areaCode().equals(areaCode))
                .toList();
    }

    public static AccountResult accounts(String areaCode, LocalDate asOf) {
        return RegionalAccounts.of(areaCode, visible(areaCode, asOf), asOf);
    }
}
