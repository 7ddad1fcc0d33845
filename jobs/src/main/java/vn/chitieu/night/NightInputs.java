package vn.chitieu.night;

import java.io.IOException;
import java.util.List;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.programme.Programme;

/**
 * What is read once, of the copies that a night or many nights work on.
 *
 * @param copied the request, its data sets being the copies
 */
record NightInputs(NightRequest copied, Codelists codelists, List<Programme> programmes, Delivered delivered) {

    static NightInputs read(NightRequest copied) throws IOException {
        Codelists codelists = Codelists.read(copied.datasets());
        List<Programme> all = new OfficeProgrammes(copied.datasets()).read(codelists);
        return new NightInputs(
                copied,
                codelists,
                Delivered.programmes(copied, all),
                Delivered.read(copied.datasets(), copied.warehouse().root(), codelists, all));
    }

    IngestResult ingest() {
        return delivered.ingest();
    }

    Stages stages(NightListener listener, SessionStart spark) {
        return new Stages(listener, copied, spark, codelists, programmes, delivered);
    }

    RunMaker maker(Stages stages) {
        return new RunMaker(copied, programmes, delivered, stages);
    }
}
