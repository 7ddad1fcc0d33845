package vn.chitieu.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.chitieu.account.AccountResult;
import vn.chitieu.account.area.RegionalAccounts;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.programme.Programme;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.text.Words;

/** The figures, code lists and programmes of the office as of a day, for commands that need no Spark. */
public record OfficeFigures(Codelists codelists, List<Programme> programmes, Figures observations, LocalDate asOf) {

    private static final Words WORDS = Words.of("night");

    /**
     * Reads everything: what lies in the data folder, and what was received into the warehouse.
     *
     * @param day the as-of date; empty for the last day on which any figure was published
     * @throws DataException if no figure can be used
     */
    public static OfficeFigures read(Path datasets, Path warehouse, Optional<LocalDate> day) throws IOException {
        Codelists codelists = Codelists.read(datasets);
        List<Programme> programmes = new OfficeProgrammes(datasets).read(codelists);
        IngestResult ingest = Ingest.read(
                Deliveries.of(datasets, DeliveryRegistry.of(warehouse)),
                codelists,
                OfficeForms.read(datasets, codelists, programmes),
                BulkStore.of(warehouse, datasets));
        if (!ingest.isUsable()) {
            throw new DataException(WORDS.text("nothing_usable"));
        }
        return new OfficeFigures(codelists, programmes, ingest.observations(), AsOf.of(ingest, day));
    }

    /**
     * Returns a programme by its id.
     *
     * @throws DataException if there is none, or it was adopted after the as-of date
     */
    public Programme programme(String id) {
        Programme programme = OfficeProgrammes.named(id, programmes);
        if (programme.status(asOf) == Programme.Status.NOT_YET_ADOPTED) {
            throw new DataException(WORDS.text("not_adopted", id, programme.adoptedOn(), asOf));
        }
        return programme;
    }

    /** Returns every vintage of an area published by a day. */
    public List<Observation> visible(String areaCode, LocalDate day) {
        return Vintages.visible(observations.of(areaCode), day);
    }

    /** Returns the accounts of an area as of a day. */
    public AccountResult accounts(String areaCode, LocalDate day) {
        return RegionalAccounts.of(areaCode, visible(areaCode, day), day);
    }
}
