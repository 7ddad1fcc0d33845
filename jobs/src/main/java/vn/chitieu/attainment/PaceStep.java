package vn.chitieu.attainment;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.Provenance;

/**
 * What one remaining period must bring so that a version of a target is just met.
 *
 * @param unitCode of all values: the target's unit, or that of the level where the target is its growth
 * @param requiredValue of the period alone, in the season's proportion; of a stock, the level at its end; of a growth
 *     rate, the growth of the rest of the year
 * @param requiredCumulated since January; of a stock, the level at the period's end
 * @param naiveValue of the period alone if the rest were spread evenly; null where nothing is spread
 * @param projectedValue of the period alone; null if not projected by period
 * @param lastYearValue of the same period a year before; null if not known
 */
public record PaceStep(
        String programmeId,
        String targetId,
        int targetVersion,
        Period period,
        String unitCode,
        double requiredValue,
        double requiredCumulated,
        @Nullable Double naiveValue,
        @Nullable Double projectedValue,
        @Nullable Double lastYearValue,
        Provenance provenance)
        implements Serializable {}
