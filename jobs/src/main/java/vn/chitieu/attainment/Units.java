package vn.chitieu.attainment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.chitieu.catalog.DataException;

/** The units of {@code CL_UNIT} and the factors between those of one dimension. */
public final class Units implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, Unit> byCode = new TreeMap<>();

    private Units() {}

    /**
     * One unit.
     *
     * @param dimension what is measured, for example {@code usd}; only units of one dimension convert
     * @param factorToBase how many base units of the dimension it is, above 0
     */
    public record Unit(String code, String dimension, double factorToBase) implements Serializable {

        private static final long serialVersionUID = 1L;

        public Unit {
            if (!(factorToBase > 0) || Double.isInfinite(factorToBase)) {
                throw new IllegalArgumentException(
                        "Expecting the factor of unit " + code + " to be above 0 but was " + factorToBase);
            }
        }
    }

    /**
     * Returns the units given.
     *
     * @throws IllegalArgumentException if a unit is given twice
     */
    public static Units of(List<Unit> units) {
        Units all = new Units();
        for (Unit unit : units) {
            if (all.byCode.put(unit.code(), unit) != null) {
                throw new IllegalArgumentException("Expecting each unit once but found again " + unit.code());
            }
        }
        return all;
    }

    /**
     * Reads {@code CL_UNIT.csv}.
     *
     * @throws DataException if a factor is no number above 0 or a unit is given twice
     * @throws IOException if the file cannot be read
     */
    public static Units read(Path csv) throws IOException {
        List<Unit> units = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord line : reader) {
                try {
                    units.add(new Unit(
                            line.getField("code"),
                            line.getField("dimension"),
                            Double.parseDouble(line.getField("factor_to_base"))));
                } catch (IllegalArgumentException e) {
                    throw new DataException(
                            "Expecting a unit with code, dimension and factor_to_base above 0 but was %s in %s, line %s"
                                    .formatted(line.getFields(), csv, line.getStartingLineNumber()),
                            e);
                }
            }
            return of(units);
        } catch (IllegalArgumentException e) {
            throw new DataException(e.getMessage() + ", in " + csv, e);
        }
    }

    /** Returns whether both units are known and measure the same. */
    public boolean areComparable(String from, String to) {
        Unit a = byCode.get(from);
        Unit b = byCode.get(to);
        return from.equals(to) || (a != null && b != null && a.dimension().equals(b.dimension()));
    }

    /**
     * Returns what a value in {@code from} is multiplied by to be in {@code to}.
     *
     * @throws IllegalArgumentException if the units are of different dimensions or one is unknown
     */
    public double factor(String from, String to) {
        if (from.equals(to)) {
            return 1;
        }
        Unit a = byCode.get(from);
        Unit b = byCode.get(to);
        if (a == null || b == null || !a.dimension().equals(b.dimension())) {
            throw new IllegalArgumentException(
                    "Expecting units of one dimension of CL_UNIT but were '%s' and '%s'".formatted(from, to));
        }
        return a.factorToBase() / b.factorToBase();
    }
}
