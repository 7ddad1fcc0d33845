package vn.chitieu.observation.codelist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Indicator.Quotient;
import vn.chitieu.observation.PriceBasis;

/** Which indicators are quotients of others: {@code quotient.csv}. */
final class Quotients {

    private Quotients() {}

    /** Returns the indicators, those that are quotients of others with how they follow from them. */
    static Map<String, Indicator> withQuotients(Path datasets, Map<String, Indicator> indicators) {
        Map<String, List<Quotient>> quotients = new LinkedHashMap<>();
        CodelistFile.read(
                        datasets,
                        "quotient.csv",
                        "indicator_code",
                        "numerator_code",
                        "numerator_price_basis",
                        "denominator_code",
                        "second_denominator_code",
                        "factor",
                        "is_growth")
                .byKey(
                        line -> List.of(line.text("indicator_code"), line.text("numerator_price_basis")),
                        line -> quotients
                                .computeIfAbsent(
                                        line.known("indicator_code", indicators.keySet()), code -> new ArrayList<>())
                                .add(quotient(line, indicators)));
        Map<String, Indicator> all = new LinkedHashMap<>(indicators);
        quotients.forEach((code, of) -> all.computeIfPresent(code, (same, plain) -> plain.withQuotients(of)));
        return Collections.unmodifiableMap(all);
    }

    private static Quotient quotient(CodelistFile.Line line, Map<String, Indicator> indicators) {
        boolean isGrowth = line.flag("is_growth");
        List<String> denominators = new ArrayList<>();
        if (!isGrowth || line.optional("denominator_code").isPresent()) {
            denominators.add(line.known("denominator_code", indicators.keySet()));
        }
        if (line.optional("second_denominator_code").isPresent()) {
            denominators.add(line.known("second_denominator_code", indicators.keySet()));
        }
        return new Quotient(
                isGrowth,
                line.positive("factor").doubleValue(),
                line.known("numerator_code", indicators.keySet()),
                line.parsed("numerator_price_basis", "codelist.price_basis", PriceBasis::ofCode),
                denominators);
    }
}
