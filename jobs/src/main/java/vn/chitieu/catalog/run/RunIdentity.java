package vn.chitieu.catalog.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;
import vn.chitieu.catalog.Sha256;

/**
 * What decides the content of a run, and nothing else.
 *
 * @param asOf the last day whose publications the run knows
 * @param inputSha256 of everything delivered that the run reads
 * @param settingsSha256 of every setting that can change a number
 * @param classesSha256 of the product, see {@link ProductClasses#sha256()}
 * @param predecessor the run that changes are explained from; empty for a first run
 */
public record RunIdentity(
        @JsonProperty("as_of_date") LocalDate asOf,
        String inputSha256,
        String settingsSha256,
        String classesSha256,
        Optional<RunId> predecessor) {

    public RunIdentity {
        Sha256.requireSum(inputSha256);
        Sha256.requireSum(settingsSha256);
        Sha256.requireSum(classesSha256);
    }

    /** Creates the identity of a first run. */
    public RunIdentity(LocalDate asOf, String inputSha256, String settingsSha256, String classesSha256) {
        this(asOf, inputSha256, settingsSha256, classesSha256, Optional.empty());
    }

    /** Returns the same night with another predecessor. */
    public RunIdentity after(Optional<RunId> run) {
        return new RunIdentity(asOf, inputSha256, settingsSha256, classesSha256, run);
    }

    /** Returns whether another run knew the same and computed the same way, whatever its predecessor. */
    public boolean isSameNight(RunIdentity other) {
        return after(Optional.empty()).equals(other.after(Optional.empty()));
    }

    /** Returns the name of the run. */
    public RunId runId() {
        String inputs = predecessor
                .map(run -> Sha256.of(inputSha256 + "\nafter " + run))
                .orElse(inputSha256);
        return RunId.of(asOf, inputs, settingsSha256, classesSha256);
    }
}
