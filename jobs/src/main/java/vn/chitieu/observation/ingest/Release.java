package vn.chitieu.observation.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.SourceDating;

/**
 * Which figures of one delivery were released together: those of a page that prints one day; a total with its parts, of
 * one area, period, price basis and status, once the period is over; and with either of them what else stands on a page
 * without a date and is due on the same day.
 */
final class Release {

    private final Codelists codelists;
    private final Map<List<Object>, List<DeliveredFigure>> dated = new HashMap<>();
    private final Map<List<Object>, LocalDate> dayOfPage = new HashMap<>();

    /**
     * Takes the dates of release that are printed with some of the figures.
     *
     * @param calendar the day by which a figure without a date is known at the latest
     */
    Release(Codelists codelists, Collection<DeliveredFigure> figures, Function<DeliveredFigure, LocalDate> calendar) {
        this.codelists = codelists;
        for (DeliveredFigure figure : figures) {
            if (!figure.isPlan() && figure.printed().isPresent() && figure.dating() == SourceDating.RELEASE) {
                dated.computeIfAbsent(page(figure), page -> new ArrayList<>()).add(figure);
                dated.computeIfAbsent(account(figure), account -> new ArrayList<>())
                        .add(figure);
            }
        }
        for (DeliveredFigure figure : figures) {
            if (!figure.isPlan() && figure.printed().isEmpty()) {
                LocalDate due = calendar.apply(figure);
                dayOfPage.merge(pageOf(figure, due), printed(figure, due), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
    }

    /**
     * Returns the day on which a figure without a date was released.
     *
     * @param due the day by which it is known at the latest
     */
    LocalDate day(DeliveredFigure figure, LocalDate due) {
        return dayOfPage.getOrDefault(pageOf(figure, due), due);
    }

    /** Returns the last day printed with the page or the account of a figure by the day it is due, or else that day. */
    private LocalDate printed(DeliveredFigure figure, LocalDate due) {
        NavigableSet<LocalDate> days = days(dated.getOrDefault(page(figure), List.of()));
        if (days.size() > 1) {
            days.clear();
        }
        days.addAll(days(dated.getOrDefault(account(figure), List.of()).stream()
                        .filter(other -> isOfOneQuantity(figure.key(), other.key()))
                        .toList())
                .tailSet(codelists
                        .reportingYears()
                        .of(figure.key().areaCode())
                        .end(figure.key().period())));
        LocalDate last = days.floor(due);
        return last == null ? due : last;
    }

    private static NavigableSet<LocalDate> days(List<DeliveredFigure> figures) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        figures.forEach(figure -> figure.printed().ifPresent(days::add));
        return days;
    }

    private boolean isOfOneQuantity(ObservationKey one, ObservationKey other) {
        return !one.activityCode().equals(other.activityCode())
                && !Collections.disjoint(
                        codelists.deliveredNames(one.indicatorCode()), codelists.deliveredNames(other.indicatorCode()));
    }

    private static List<Object> page(DeliveredFigure figure) {
        return List.of(figure.place().deliveryId(), figure.sourceUrl());
    }

    private static List<Object> pageOf(DeliveredFigure figure, LocalDate due) {
        return List.of(
                figure.place().deliveryId(), figure.sourceUrl(), figure.key().areaCode(), due);
    }

    private static List<Object> account(DeliveredFigure figure) {
        ObservationKey key = figure.key();
        return List.of(
                figure.place().deliveryId(),
                key.areaCode(),
                key.period(),
                key.accumulation(),
                key.priceBasis(),
                figure.status());
    }
}
