package vn.chitieu.observation.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.SourceDating;
import vn.chitieu.observation.figures.Figures;

/**
 * When the world learned each figure.
 *
 * <ol>
 *   <li>A printed date is the date of publication, unless the code lists say that it is the stamp of an archive or of a
 *       later upload. Such figures count as known from the earlier of the stamp and the release calendar; an archive's
 *       stamp stays its source date, since it shows figures in the state of that day.
 *   <li>Without a printed date the release calendar decides, but a figure is known no later than its {@link Release}:
 *       of the days printed there the last one that the calendar allows.
 *   <li>It never comes before one that it restates: an outcome of the same key with another value, a printed date and a
 *       status no firmer than its own. One that only repeats a dated figure restates nothing.
 *   <li>A plan without a date counts as known on the day before its year begins.
 *   <li>Nothing without a printed date is known later than the day of its delivery.
 * </ol>
 */
public final class PublicationDates {

    private final Codelists codelists;

    public PublicationDates(Codelists codelists) {
        this.codelists = codelists;
    }

    /**
     * Returns the figures as observations, in the order given. Their dates do not depend on that order.
     *
     * @param others outcomes with a printed date that are known beside them
     */
    List<Observation> resolve(Collection<DeliveredFigure> figures, Figures others) {
        Map<ObservationKey, List<Observation>> dated = new HashMap<>();
        Set<ObservationKey> undated = new HashSet<>();
        figures.stream().filter(figure -> figure.printed().isEmpty()).forEach(figure -> undated.add(figure.key()));
        undated.stream().map(ObservationKey::areaCode).distinct().forEach(area -> others.of(area).stream()
                .filter(other -> undated.contains(other.key()))
                .forEach(other -> dated.computeIfAbsent(other.key(), key -> new ArrayList<>())
                        .add(other)));
        for (DeliveredFigure figure : figures) {
            if (!figure.isPlan() && figure.printed().isPresent()) {
                dated.computeIfAbsent(figure.key(), key -> new ArrayList<>())
                        .add(printed(figure, figure.printed().get()));
            }
        }
        Release releases = new Release(codelists, figures, this::release);
        List<Observation> observations = new ArrayList<>();
        for (DeliveredFigure figure : figures) {
            Optional<LocalDate> printed = figure.printed();
            observations.add(
                    printed.isPresent()
                            ? printed(figure, printed.get())
                            : derived(figure, dated.getOrDefault(figure.key(), List.of()), releases));
        }
        return observations;
    }

    /** Returns a figure whose source prints a date as an observation; it does not depend on other figures. */
    public Observation printed(DeliveredFigure figure, LocalDate stamp) {
        if (figure.isPlan() || figure.dating() == SourceDating.RELEASE) {
            return figure.published(stamp, figure.trust().publishedKind(), stamp);
        }
        LocalDate calendar = release(figure);
        LocalDate known = calendar.isBefore(stamp) ? calendar : stamp;
        return figure.published(known, PublishedKind.ARCHIVE, figure.dating() == SourceDating.ARCHIVE ? stamp : known);
    }

    private Observation derived(DeliveredFigure figure, List<Observation> dated, Release releases) {
        LocalDate date = figure.isPlan()
                ? codelists
                        .reportingYears()
                        .of(figure.key().areaCode())
                        .start(Period.ofYear(figure.key().period().year()))
                        .minusDays(1)
                : releases.day(figure, release(figure));
        boolean isRepeat = dated.stream().anyMatch(other -> other.value().compareTo(figure.value()) == 0);
        if (!figure.isPlan() && !isRepeat) {
            for (Observation other : dated) {
                if (restates(figure, other) && other.publishedDate().isAfter(date)) {
                    date = other.publishedDate();
                }
            }
        }
        LocalDate known = date.isAfter(figure.delivered()) ? figure.delivered() : date;
        return figure.published(known, PublishedKind.DERIVED, known);
    }

    private static boolean restates(DeliveredFigure figure, Observation dated) {
        return Vintages.firmness(figure.status()) <= Vintages.firmness(dated.status())
                && figure.value().compareTo(dated.value()) != 0;
    }

    private LocalDate release(DeliveredFigure figure) {
        ObservationKey key = figure.key();
        return codelists
                .releaseCalendar()
                .release(
                        codelists.areaOf(key.areaCode()).level(),
                        codelists.reportingYears().of(key.areaCode()),
                        key.period(),
                        figure.status(),
                        codelists.indicator(key.indicatorCode()).kind());
    }
}
