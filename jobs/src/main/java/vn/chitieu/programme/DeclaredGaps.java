package vn.chitieu.programme;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.observation.codelist.CodelistFile;

/** The declared gaps of all programmes, at most one a target. */
public final class DeclaredGaps implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, DeclaredGap> byTarget = new TreeMap<>();

    private DeclaredGaps() {}

    /**
     * Returns the gaps given.
     *
     * @throws IllegalArgumentException if a target has two
     */
    public static DeclaredGaps of(Collection<DeclaredGap> gaps) {
        DeclaredGaps all = new DeclaredGaps();
        for (DeclaredGap gap : gaps) {
            if (all.byTarget.put(key(gap.programmeId(), gap.targetId()), gap) != null) {
                throw new IllegalArgumentException("Expecting one declared gap a target but found again %s of %s"
                        .formatted(gap.targetId(), gap.programmeId()));
            }
        }
        return all;
    }

    /**
     * Reads {@code codelist/declared_gap.csv}.
     *
     * @throws vn.chitieu.catalog.DataException if the file is missing or lacks a column, or a line has other fields, an
     *     empty one or a target again; the message names file and line
     */
    public static DeclaredGaps read(Path datasets) {
        return of(CodelistFile.read(
                        datasets,
                        "declared_gap.csv",
                        "programme_id",
                        "target_id",
                        "reason_code",
                        "reason_vi",
                        "reason_en")
                .byKey(
                        line -> line.text("programme_id") + " " + line.text("target_id"),
                        line -> new DeclaredGap(
                                line.text("programme_id"),
                                line.text("target_id"),
                                line.text("reason_code"),
                                line.localized("reason")))
                .values());
    }

    /** Returns the gap declared for a target, if any. */
    public Optional<DeclaredGap> of(String programmeId, String targetId) {
        return Optional.ofNullable(byTarget.get(key(programmeId, targetId)));
    }

    /** Returns all gaps, by programme and target. */
    public List<DeclaredGap> all() {
        return List.copyOf(byTarget.values());
    }

    private static String key(String programmeId, String targetId) {
        return programmeId + "\t" + targetId;
    }
}
