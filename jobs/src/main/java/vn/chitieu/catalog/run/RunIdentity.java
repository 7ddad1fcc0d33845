package vn.chitieu.catalog.run;

import java.time.LocalDate;
import vn.chitieu.catalog.Sha256;

/**
 * What decides the content of a run, and nothing else.
 *
 * @param asOf the last day whose publications the run knows
 * @param inputSha256 of everything delivered that the run reads
 * @param settingsSha256 of every setting that can change a number
 * @param classesSha256 of the product, see {@link ProductClasses#sha256()}
 */
public record RunIdentity(LocalDate asOf, String inputSha256, String settingsSha256, String classesSha256) {

    public RunIdentity {
        Sha256.requireSum(inputSha256);
        Sha256.requireSum(settingsSha256);
        Sha256.requireSum(classesSha256);
    }

    /** Returns the name of the run. */
    public RunId runId() {
        return RunId.of(asOf, inputSha256, settingsSha256, classesSha256);
    }
}
