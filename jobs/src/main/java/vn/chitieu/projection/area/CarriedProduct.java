package vn.chitieu.projection.area;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.SampleDistribution;
import vn.chitieu.projection.series.AccountIdentities;

/**
 * The gross product at current prices, its growth and the same per head, from volume, prices and population in every
 * draw: amount = last amount × growth of volume × growth of prices.
 *
 * @param perHead null where the population is not projected
 * @param sample has the draws of {@code amount} and {@code perHead}, beside those that they are made of
 */
record CarriedProduct(
        SeriesProjection amount, @Nullable SeriesProjection perHead, SeriesProjection growth, JointSample sample) {

    /** The code of the method. */
    static final String METHOD = "volume_and_prices";

    /**
     * Returns the projections.
     *
     * @param volume of the gross product, with its last year's value
     * @param people null where all is carried on from an amount and the population is not projected
     * @param sample has the draws of volume, population and prices
     */
    static CarriedProduct of(
            CurrentPriceBase base, SeriesProjection volume, @Nullable SeriesProjection people, JointSample sample) {
        double last = Objects.requireNonNull(volume.previousYearValue(), "last year's volume");
        double[] volumes = sample.of(volume.id());
        double[] prices = sample.of(base.pricesId());
        double[] persons = people == null ? new double[volumes.length] : sample.of(people.id());
        double[] amounts = new double[volumes.length];
        double[] growth = new double[volumes.length];
        for (int d = 0; d < volumes.length; d++) {
            amounts[d] = base.amount(volumes[d] / last, prices[d], persons[d]);
            growth[d] = growth(volumes[d] / last, prices[d], base.years());
        }
        double ofVolume = volume.point() / last;
        double peoplePoint = people == null ? 0 : people.point();
        double point = base.amount(ofVolume, base.pricesMedian(), peoplePoint);
        Made made = new Made(base, volume);
        SeriesId product = base.product();
        SeriesProjection ofGrowth = made.of(
                AccountIdentities.about(product, "_growth"),
                "pct",
                Aggregation.LAST,
                growth(ofVolume, base.pricesMedian(), base.years()),
                growth,
                new Past(null, List.of()));
        SeriesProjection amount =
                made.of(product, base.unitCode(), Aggregation.SUM, point, amounts, base.pastAmounts(peoplePoint));
        JointSample withAmounts = sample.with(product, amounts);
        if (people == null) {
            return new CarriedProduct(amount, null, ofGrowth, withAmounts);
        }
        double[] perHeads = new double[amounts.length];
        for (int d = 0; d < amounts.length; d++) {
            perHeads[d] = amounts[d] / persons[d];
        }
        SeriesId head = AccountIdentities.current(product.areaCode(), "grdp_per_capita");
        return new CarriedProduct(
                amount,
                made.of(
                        head,
                        AccountIdentities.PER_HEAD_UNIT,
                        Aggregation.LAST,
                        point / peoplePoint,
                        perHeads,
                        base.pastHeads()),
                ofGrowth,
                withAmounts.with(head, perHeads));
    }

    /** Returns growth at current prices in the year, prices having grown evenly over the years carried on. */
    private static double growth(double ofVolume, double prices, int years) {
        return 100 * (ofVolume * Math.pow(prices, 1.0 / years) - 1);
    }

    /** Makes projections that are known as far into the year as volume is. */
    private record Made(CurrentPriceBase base, SeriesProjection volume) {

        SeriesProjection of(
                SeriesId id, String unitCode, Aggregation aggregation, double point, double[] draws, Past past) {
            @Nullable Double nation = base.nationPct();
            return new SeriesProjection(
                    id,
                    base.year(),
                    unitCode,
                    volume.frequency(),
                    aggregation,
                    new KnownPart(volume.lastPeriod(), volume.observedPeriods(), null),
                    new Forecast(null, point, SampleDistribution.of(draws), null),
                    past,
                    List.of(),
                    new ProjectionMethod(
                            METHOD,
                            MethodNote.volumeAndPrices(
                                    base.lastYear(),
                                    100 * Math.expm1(base.prices().mean()),
                                    base.prices().changes().size(),
                                    nation),
                            MethodNote.NO_AMOUNT_OF_THE_YEAR,
                            base.prices().changes().size(),
                            volume.method().flag(),
                            Basis.NONE),
                    ObservationStatus.FORECAST,
                    volume.vintageDate());
        }
    }
}
