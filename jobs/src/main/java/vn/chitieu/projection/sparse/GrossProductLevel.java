package vn.chitieu.projection.sparse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.FanPath;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.StudentDistribution;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.GrowthFigures;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.series.YearFigures;

/**
 * Projects a level of the gross product, or of a part of it, from its growth to date: the rest of last year grows by
 * what {@link GrowthToDate} expects of the rest of this year.
 *
 * <p>Growth is what accounts are compiled and revised in. On the nation's quarterly accounts of 2016 to 2024 this errs
 * by a third to two thirds less than the combination of forecasters on the levels themselves
 * ({@code docs/decision/0005-coherent-projections.md}).
 */
public final class GrossProductLevel {

    private static final int MONTHS = 12;

    private GrossProductLevel() {}

    /** Returns the projection; empty for other series, and where this year or the one before is not known enough. */
    public static Optional<SeriesProjection> project(SeriesHistory history, GrowthReference reference) {
        int month = history.lastMonth();
        int year = history.year();
        OptionalDouble annualBefore = history.annual(year - 1);
        OptionalDouble toDateBefore = history.toDate(year - 1, month);
        if (!AccountIdentities.isGrossProduct(history.input().id())
                || month == 0
                || annualBefore.isEmpty()
                || toDateBefore.isEmpty()) {
            return Optional.empty();
        }
        double share = toDateBefore.getAsDouble() / annualBefore.getAsDouble();
        if (!(share > 0 && share < 1 && annualBefore.getAsDouble() > 0)) {
            return Optional.empty();
        }
        SeriesHistory rates = SeriesHistory.of(rates(history, reference), year);
        return rates.lastMonth() != month
                ? Optional.empty()
                : GrowthToDate.find(rates, reference, share)
                        .map(growth -> projection(history, growth, annualBefore.getAsDouble()));
    }

    /**
     * Returns growth to date and of the year, of every year whose levels and those of the year before are known: as the
     * accounts have it, which take it between levels of one vintage family, else between the levels.
     */
    private static SeriesInput rates(SeriesHistory history, GrowthReference reference) {
        List<DatedValue> rates = new ArrayList<>();
        for (Map.Entry<Integer, YearFigures> ofYear : history.levels().entrySet()) {
            YearFigures before = history.levels().get(ofYear.getKey() - 1);
            if (before == null) {
                continue;
            }
            GrowthFigures growth = GrowthFigures.between(ofYear.getValue(), before);
            for (int month = 1; month <= MONTHS; month++) {
                OptionalDouble known = reference.rate(history.input(), ofYear.getKey(), month);
                OptionalDouble rate = known.isPresent() ? known : growth.toDate(month);
                boolean isOpen = ofYear.getKey() == history.year() && month > history.lastMonth();
                if (rate.isPresent() && !isOpen) {
                    rates.add(new DatedValue(
                            period(ofYear.getKey(), month),
                            month == MONTHS ? Accumulation.PERIOD : Accumulation.CUMULATED,
                            rate.getAsDouble(),
                            ObservationStatus.PROVISIONAL,
                            history.vintageDate(),
                            Origin.DERIVED));
                }
            }
        }
        SeriesId id = history.input().id();
        Indicator facts = history.facts().growth();
        return new SeriesInput(
                new SeriesId(id.areaCode(), facts.code(), id.activityCode(), id.priceBasis()), facts, rates);
    }

    private static Period period(int year, int month) {
        if (month == MONTHS) {
            return Period.ofYear(year);
        }
        return month % 3 == 0 ? new Period(year, Frequency.Q, month / 3) : new Period(year, Frequency.M, month);
    }

    private static SeriesProjection projection(
            SeriesHistory history, GrowthToDate.YearGrowth growth, double annualBefore) {
        int month = growth.month();
        int year = history.year();
        double toDate = history.toDate(year, month).orElseThrow();
        double restBefore = annualBefore - history.toDate(year - 1, month).orElseThrow();
        double rest = restBefore * (1 + growth.rest() / 100);
        boolean canOnlyGrow = history.input().values().stream().allMatch(value -> value.value() >= 0);
        PredictiveDistribution distribution = new StudentDistribution(
                toDate + rest,
                annualBefore / 100 * growth.scale(),
                growth.degreesOfFreedom(),
                LinkFunction.IDENTITY,
                canOnlyGrow ? toDate : Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
        Period last = history.periodUntil(month);
        return new SeriesProjection(
                history.input().id(),
                year,
                history.facts().unitCode(),
                last.frequency(),
                Aggregation.SUM,
                new KnownPart(last, last.index(), toDate),
                new Forecast(rest, toDate + rest, distribution, growth.scale()),
                history.past(month),
                path(history, growth, distribution),
                new ProjectionMethod(
                        "growth_to_date",
                        growth.words(),
                        MethodNote.NONE,
                        history.annualBefore().size(),
                        "",
                        new Basis(growth.scaledErrors(), List.of())),
                ObservationStatus.FORECAST,
                history.vintageDate());
    }

    /** Returns the quarters where they are known, this year until the last figure and all of last year. */
    private static List<PathPeriod> path(
            SeriesHistory history, GrowthToDate.YearGrowth growth, PredictiveDistribution distribution) {
        YearFigures now = history.levels().get(history.year());
        YearFigures before = history.levels().get(history.year() - 1);
        int known = growth.month() / 3;
        if (now == null || before == null || growth.month() % 3 != 0 || before.known(4) < 4 || now.known(4) < known) {
            return List.of();
        }
        double[] lastYear = before.periods(4);
        double[] values = now.periods(4);
        List<PathPeriod> path = new ArrayList<>();
        double cumulated = 0;
        for (int q = 0; q < 4; q++) {
            boolean isKnown = q < known;
            double value = isKnown ? values[q] : lastYear[q] * (1 + growth.rest() / 100);
            cumulated = isKnown ? now.toDate(3 * q + 3).orElse(cumulated + value) : cumulated + value;
            path.add(new PathPeriod(
                    new Period(history.year(), Frequency.Q, q + 1), isKnown, value, lastYear[q], cumulated, null));
        }
        return FanPath.withLines(path, distribution);
    }
}
