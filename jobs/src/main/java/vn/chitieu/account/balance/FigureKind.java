package vn.chitieu.account.balance;

import java.util.Optional;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.observation.Observation;

/** What a published figure measures of the gross product. */
enum FigureKind {
    LEVEL,
    GROWTH,
    CONTRIBUTION,
    SHARE,
    PER_CAPITA,
    PER_CAPITA_GROWTH,
    POPULATION,
    PLAN_ATTAINMENT;

    static Optional<FigureKind> of(Observation observation) {
        String code = observation.key().indicatorCode();
        if (code.equals("population")) {
            return Optional.of(POPULATION);
        }
        if (code.equals("gdp_per_capita") || code.equals("grdp_per_capita")) {
            return Optional.of(PER_CAPITA);
        }
        if (code.equals("gdp_per_capita_growth") || code.equals("grdp_per_capita_growth")) {
            return Optional.of(PER_CAPITA_GROWTH);
        }
        if (GrdpCodes.isLevel(code)) {
            return Optional.of(LEVEL);
        }
        int ending =
                code.indexOf('_', GrdpCodes.isLevel(stem(code)) ? stem(code).length() : code.length());
        return ending < 0 ? Optional.empty() : ofEnding(code.substring(ending));
    }

    private static String stem(String code) {
        for (String ending : new String[] {"_growth", "_contribution", "_share", "_plan_attainment"}) {
            if (code.endsWith(ending)) {
                return code.substring(0, code.length() - ending.length());
            }
        }
        return code;
    }

    private static Optional<FigureKind> ofEnding(String ending) {
        return switch (ending) {
            case "_growth" -> Optional.of(GROWTH);
            case "_contribution" -> Optional.of(CONTRIBUTION);
            case "_share" -> Optional.of(SHARE);
            case "_plan_attainment" -> Optional.of(PLAN_ATTAINMENT);
            default -> Optional.empty();
        };
    }

    /** Returns whether it compares with the year before. */
    boolean isAgainstYearBefore() {
        return this == GROWTH || this == CONTRIBUTION || this == PER_CAPITA_GROWTH;
    }
}
