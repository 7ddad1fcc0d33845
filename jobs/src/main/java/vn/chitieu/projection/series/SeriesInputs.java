package vn.chitieu.projection.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.formula.CompletedIndex;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

/** The series of an area, made of its observations and of its accounts. */
public final class SeriesInputs {

    private static final String NATIONAL_PRODUCT = "gdp";
    private static final String REGIONAL_PRODUCT = "grdp";
    private static final String NET_PRODUCT_TAXES = "D21X31";
    private static final String TOTAL = "_T";

    private SeriesInputs() {}

    /**
     * Returns the series in order of their ids, whatever the order of the figures.
     *
     * <p>Levels and growth of the gross product, of its parts and per head and the population are those of the account,
     * which derives what is not printed, growth only between levels of one vintage family; their printed figures count
     * only where the account has none at that price basis. An index whose growth is printed further than its levels is
     * completed by it ({@link CompletedIndex}), from levels since its last break alone, on and back. Figures that are
     * missing or forecasts, of indicators without facts, in another unit, or from before the last break of the series
     * are left out.
     *
     * @param latest the latest vintage of each key; of one or more areas
     * @param figures of the same areas
     * @param facts by indicator code
     */
    public static List<SeriesInput> assemble(
            Collection<Observation> latest,
            Collection<AccountFigure> figures,
            Map<String, Indicator> facts,
            Collection<HistoryBreak> breaks) {
        Map<SeriesId, List<DatedValue>> ofAccounts = new TreeMap<>();
        for (AccountFigure figure : figures) {
            series(figure).ifPresent(id -> add(ofAccounts, id, value(figure)));
        }
        Map<SeriesId, List<DatedValue>> series = new TreeMap<>(ofAccounts);
        Map<SeriesId, Indicator> inUnit = new TreeMap<>();
        Set<SeriesId> taken = ofAccounts(figures);
        for (Observation observation : latest) {
            SeriesId id = id(observation.key());
            Optional<Indicator> known =
                    Optional.ofNullable(facts.get(id.indicatorCode())).flatMap(of -> of.in(observation.unitCode()));
            if (known.isPresent() && !taken.contains(id) && isFigure(observation.status())) {
                inUnit.put(id, known.get());
                add(series, id, value(observation));
            }
        }
        series.forEach((id, values) -> {
            List<HistoryBreak> ofSeries = breaks.stream()
                    .filter(one -> one.isOf(id.indicatorCode(), id.areaCode()))
                    .toList();
            if (!ofSeries.isEmpty()) {
                values.removeIf(value -> ofSeries.stream().anyMatch(one -> one.isAfter(value.period())));
            }
        });
        complete(series, facts);
        List<SeriesInput> inputs = new ArrayList<>();
        series.forEach((id, values) -> {
            Indicator known = inUnit.getOrDefault(id, facts.get(id.indicatorCode()));
            if (known != null && !values.isEmpty()) {
                inputs.add(new SeriesInput(id, known, values));
            }
        });
        return inputs;
    }

    /** Adds to each index the levels that follow from its growth. */
    private static void complete(Map<SeriesId, List<DatedValue>> series, Map<String, Indicator> facts) {
        series.forEach((id, growth) -> {
            Indicator rate = facts.get(id.indicatorCode());
            Indicator index = rate == null ? null : facts.get(rate.baseCode());
            if (rate != null && index != null && rate.completes(index)) {
                List<DatedValue> levels =
                        series.get(new SeriesId(id.areaCode(), index.code(), id.activityCode(), id.priceBasis()));
                if (levels != null) {
                    CompletedIndex.missing(ofPeriods(levels), ofPeriods(growth))
                            .forEach((period, level) -> levels.add(value(
                                    period,
                                    Accumulation.PERIOD,
                                    level.value(),
                                    ObservationStatus.PROVISIONAL,
                                    level.publishedDate(),
                                    Origin.DERIVED)));
                }
            }
        });
    }

    private static NavigableMap<Period, CompletedIndex.Dated> ofPeriods(List<DatedValue> values) {
        NavigableMap<Period, CompletedIndex.Dated> byPeriod = new TreeMap<>();
        for (DatedValue value : values) {
            if (CompletedIndex.isOfPeriods(value.period(), value.accumulation())) {
                byPeriod.put(value.period(), new CompletedIndex.Dated(value.value(), value.publishedDate()));
            }
        }
        return byPeriod;
    }

    /** Returns the series that {@link #assemble} takes from these figures, not from observations. */
    public static Set<SeriesId> ofAccounts(Collection<AccountFigure> figures) {
        Set<SeriesId> ids = new TreeSet<>();
        figures.forEach(figure -> series(figure).ifPresent(ids::add));
        return ids;
    }

    /** Returns the series that a figure of an account is taken for; empty if its series is made of observations. */
    private static Optional<SeriesId> series(AccountFigure figure) {
        if (figure.account() == Account.GRDP && figure.measure() == Measure.LEVEL) {
            return Optional.of(id(figure));
        }
        if (figure.account() == Account.GRDP && figure.measure() == Measure.GROWTH_PCT) {
            return Optional.of(AccountIdentities.about(id(figure), "_growth"));
        }
        if (figure.account() == Account.PER_CAPITA && figure.measure() == Measure.LEVEL) {
            return Optional.of(perHead(figure));
        }
        if (figure.account() == Account.PER_CAPITA && figure.measure() == Measure.GROWTH_PCT) {
            return Optional.of(AccountIdentities.about(perHead(figure), "_growth"));
        }
        return figure.measure() == Measure.POPULATION
                ? Optional.of(new SeriesId(figure.areaCode(), "population", figure.itemCode(), PriceBasis.NONE))
                : Optional.empty();
    }

    private static void add(Map<SeriesId, List<DatedValue>> series, SeriesId id, DatedValue value) {
        series.computeIfAbsent(id, i -> new ArrayList<>()).add(value);
    }

    private static boolean isFigure(ObservationStatus status) {
        return status != ObservationStatus.FORECAST && status != ObservationStatus.MISSING;
    }

    public static SeriesId id(ObservationKey key) {
        return new SeriesId(key.areaCode(), key.indicatorCode(), key.activityCode(), key.priceBasis());
    }

    private static SeriesId id(AccountFigure figure) {
        String indicator =
                switch (figure.itemCode()) {
                    case TOTAL -> Area.isNation(figure.areaCode()) ? NATIONAL_PRODUCT : REGIONAL_PRODUCT;
                    case NET_PRODUCT_TAXES -> "net_product_taxes";
                    default -> "value_added";
                };
        return new SeriesId(figure.areaCode(), indicator, figure.itemCode(), figure.priceBasis());
    }

    private static SeriesId perHead(AccountFigure figure) {
        return AccountIdentities.about(id(figure), "_per_capita");
    }

    private static DatedValue value(Observation observation) {
        ObservationKey key = observation.key();
        return value(
                key.period(),
                key.accumulation(),
                observation.value().doubleValue(),
                observation.status(),
                observation.publishedDate(),
                Origin.PUBLISHED);
    }

    private static DatedValue value(AccountFigure figure) {
        return value(
                figure.period(),
                figure.accumulation(),
                figure.value(),
                figure.status(),
                figure.vintageDate(),
                figure.origin());
    }

    private static DatedValue value(
            Period period,
            Accumulation accumulation,
            double value,
            ObservationStatus status,
            LocalDate published,
            Origin origin) {
        return new DatedValue(period, accumulation, value, status, published, origin);
    }
}
