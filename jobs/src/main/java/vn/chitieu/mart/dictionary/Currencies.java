package vn.chitieu.mart.dictionary;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.chitieu.observation.Unit;
import vn.chitieu.observation.codelist.Codelists;

/** Which currency a unit counts in, as ISO 4217 writes it: what the dimension of the unit begins with. */
public final class Currencies {

    /** Between an amount and what it is for in a dimension, as in {@code vnd_per_person}. */
    private static final String PER = "_per_";

    private final Codelists codelists;
    private final Set<String> codes;

    private Currencies(Codelists codelists, Set<String> codes) {
        this.codelists = codelists;
        this.codes = codes;
    }

    /** Returns the currencies that areas reckon in and those of the program's code list. */
    public static Currencies of(Codelists codelists) {
        Set<String> codes = new TreeSet<>();
        Codes.with(codelists).all().stream()
                .filter(code -> code.codelistCode().equals(Codes.CURRENCY))
                .forEach(code -> codes.add(code.code()));
        return new Currencies(codelists, codes);
    }

    /** Returns the currency of a unit; empty if it counts no money. */
    public Optional<String> of(String unitCode) {
        Unit unit = codelists.units().byCode().get(unitCode);
        return Optional.ofNullable(unit).map(Currencies::ofDimension).filter(codes::contains);
    }

    private static String ofDimension(Unit unit) {
        int per = unit.dimension().indexOf(PER);
        return (per < 0 ? unit.dimension() : unit.dimension().substring(0, per)).toUpperCase(Locale.ROOT);
    }
}
