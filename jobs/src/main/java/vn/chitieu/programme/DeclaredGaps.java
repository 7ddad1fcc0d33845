package vn.chitieu.programme;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.catalog.DataException;
import vn.chitieu.text.LocalizedText;

/** The declared gaps of all programmes, at most one a target. */
public final class DeclaredGaps implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS =
            List.of("programme_id", "target_id", "reason_code", "reason_vi", "reason_en");

    private final TreeMap<String, DeclaredGap> byTarget = new TreeMap<>();

    private DeclaredGaps() {}

    /**
     * Returns the gaps given.
     *
     * @throws DataException if a target has two
     */
    public static DeclaredGaps of(List<DeclaredGap> gaps) {
        DeclaredGaps all = new DeclaredGaps();
        for (DeclaredGap gap : gaps) {
            if (all.byTarget.put(key(gap.programmeId(), gap.targetId()), gap) != null) {
                throw new DataException("Expecting one declared gap a target but found again %s of %s: keep one of them"
                        .formatted(gap.targetId(), gap.programmeId()));
            }
        }
        return all;
    }

    /**
     * Reads {@code declared_gap.csv}.
     *
     * @throws DataException if the file has other columns, an empty cell or a target twice
     * @throws IOException if the file cannot be read
     */
    public static DeclaredGaps read(Path csv) throws IOException {
        List<DeclaredGap> gaps = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord line : reader) {
                if (!line.getHeader().equals(COLUMNS)) {
                    throw new DataException(
                            "Expecting columns %s but was %s in %s".formatted(COLUMNS, line.getHeader(), csv));
                }
                for (String column : COLUMNS) {
                    if (line.getField(column).isBlank()) {
                        throw new DataException("Expecting a value of %s but was empty in %s, line %s"
                                .formatted(column, csv, line.getStartingLineNumber()));
                    }
                }
                gaps.add(new DeclaredGap(
                        line.getField("programme_id"),
                        line.getField("target_id"),
                        line.getField("reason_code"),
                        new LocalizedText(line.getField("reason_vi"), line.getField("reason_en"))));
            }
        }
        return of(gaps);
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
