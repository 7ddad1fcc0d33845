package vn.chitieu.attainment.scenario;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks of a scenario.
 *
 * @param free the part of the gross product or the period to be solved for; null for the whole rest of the year
 * @param given growth in percent by part ({@code S1}, {@code S2}, {@code S3}, {@code D21X31}) or period
 *     ({@code 2025-Q3})
 * @param target instead of the programme's value; null to keep it
 * @param pricesPct change of the deflator of the gross product; null for what the programme's figure per head implies
 * @param populationPct change of the average population; null for that of the last year known
 */
public record ScenarioRequest(
        @Nullable String free,
        SortedMap<String, Double> given,
        @Nullable Double target,
        @Nullable Double pricesPct,
        @Nullable Double populationPct) {}
