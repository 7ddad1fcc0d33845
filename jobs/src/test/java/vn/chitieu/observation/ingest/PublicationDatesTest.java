package vn.chitieu.observation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.SourceDating;
import vn.chitieu.observation.codelist.SourceTrust;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.source.Place;

class PublicationDatesTest {

    private static final Codelists CODELISTS = Codelists.read(Path.of(System.getProperty("chitieu.home"), "datasets"));

    @Test
    void aPrintedDateIsTheDateOfPublication() {
        Observation release = resolve(figure("8", "2024", ObservationStatus.ESTIMATE, "2025-01-02"));
        assertThat(release.publishedDate()).isEqualTo("2025-01-02");
        assertThat(release.sourceDate()).isEqualTo("2025-01-02");
        assertThat(release.publishedKind()).isEqualTo(PublishedKind.PRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "2024,ESTIMATE,2025-01-30",
        "2024-Q1,ESTIMATE,2024-04-30",
        "2023,PROVISIONAL,2024-12-30",
        "2022,FINAL,2024-12-30"
    })
    void withoutAPrintedDateTheReleaseCalendarDecides(String period, ObservationStatus status, String expected) {
        Observation derived = resolve(figure("8", period, status, ""));
        assertThat(derived.publishedDate()).isEqualTo(expected);
        assertThat(derived.sourceDate()).isEqualTo(expected);
        assertThat(derived.publishedKind()).isEqualTo(PublishedKind.DERIVED);
    }

    @Test
    void anUndatedFigureNeverComesBeforeTheDatedOneThatItRestates() {
        DeliveredFigure dated = figure("90.04", "2024", ObservationStatus.ESTIMATE, "2025-02-19");
        DeliveredFigure restated = figure("93.78", "2024", ObservationStatus.ESTIMATE, "");
        DeliveredFigure same = figure("90.040", "2024", ObservationStatus.ESTIMATE, "");
        assertThat(dates(restated, dated)).containsExactly("2025-02-19", "2025-02-19");
        assertThat(dates(dated, restated)).containsExactly("2025-02-19", "2025-02-19");
        assertThat(dates(dated, same)).containsExactly("2025-02-19", "2025-01-30");
    }

    @Test
    void anUndatedRepeatOfADatedFigureDoesNotOutliveALaterOne() {
        DeliveredFigure first = figure("93.78", "2024", ObservationStatus.ESTIMATE, "2025-01-23");
        DeliveredFigure later = figure("90.04", "2024", ObservationStatus.ESTIMATE, "2025-02-19");
        DeliveredFigure repeat = figure("93.78", "2024", ObservationStatus.ESTIMATE, "");
        assertThat(dates(first, later, repeat)).containsExactly("2025-01-23", "2025-02-19", "2025-01-30");
    }

    @Test
    void anUndatedEstimateDoesNotRestateAFinalFigure() {
        DeliveredFigure settled = figure("8", "2022", ObservationStatus.FINAL, "2024-11-01");
        DeliveredFigure estimate = figure("9", "2022", ObservationStatus.ESTIMATE, "");
        assertThat(dates(settled, estimate)).containsExactly("2024-11-01", "2023-01-30");
    }

    @Test
    void anArchiveIsKnownFromTheEarlierOfStampAndCalendarAndKeepsItsStamp() {
        Observation old = resolve(figure("8", "2020", SourceDating.ARCHIVE, "2025-06-06"));
        assertThat(old.publishedDate()).isEqualTo("2021-01-30");
        assertThat(old.sourceDate()).isEqualTo("2025-06-06");
        assertThat(old.publishedKind()).isEqualTo(PublishedKind.ARCHIVE);
        Observation fresh = resolve(figure("8", "2025-05", SourceDating.ARCHIVE, "2025-06-06"));
        assertThat(fresh.publishedDate()).isEqualTo("2025-06-06");
    }

    @Test
    void aPagePutUpAgainIsNoLaterVintage() {
        Observation page = resolve(figure("8", "2017-03", SourceDating.REUPLOAD, "2018-08-13"));
        assertThat(page.publishedDate()).isEqualTo("2017-04-30");
        assertThat(page.sourceDate()).isEqualTo("2017-04-30");
        assertThat(page.publishedKind()).isEqualTo(PublishedKind.ARCHIVE);
    }

    @Test
    void aPlanWithoutADateIsKnownBeforeItsYearBegins() {
        DeliveredFigure plan = figure("8.8", "2025", ObservationStatus.FORECAST, "", true, SourceDating.RELEASE);
        assertThat(resolve(plan).publishedDate()).isEqualTo("2024-12-31");
        assertThat(resolve(plan).publishedKind()).isEqualTo(PublishedKind.DERIVED);
    }

    @ParameterizedTest
    @CsvSource({"2024,FINAL", "2025-06,ESTIMATE", "2024,PROVISIONAL"})
    void nothingIsKnownLaterThanTheDayOfItsDelivery(String period, ObservationStatus status) {
        assertThat(resolve(figure("8", period, status, "")).publishedDate()).isEqualTo("2025-07-15");
    }

    @Test
    void aScoreIsPublishedOnceAndDoesNotWaitForASecondYear() {
        DeliveredFigure score = of("pci_score", "_T", PriceBasis.NONE, "70.54", "2024", ObservationStatus.FINAL, "");
        assertThat(resolve(score).publishedDate()).isEqualTo("2025-05-30"); // 150 days after 2024-12-31
    }

    @Test
    void partsWithoutADateAreOfTheReleaseOfTheirTotal() {
        DeliveredFigure total = growth("gdp_growth", "_T", "7.52", "https://example.org/total", "2025-07-05");
        DeliveredFigure part = growth("value_added_growth", "S1", "3.84", "https://example.org/parts", "");
        assertThat(dates(part, total)).containsExactly("2025-07-05", "2025-07-05");
        DeliveredFigure late = growth("gdp_growth", "_T", "7.53", "https://example.org/later", "2025-07-14");
        assertThat(dates(part, total, late)).startsWith("2025-07-14");
        DeliveredFigure early = growth("gdp_growth", "_T", "7.50", "https://example.org/early", "2025-06-13");
        assertThat(dates(part, early)).startsWith("2025-07-15");
        DeliveredFigure industry = growth("iip_growth", "_T", "9.2", "https://example.org/iip", "2025-07-02");
        assertThat(dates(part, industry)).startsWith("2025-07-15");
    }

    @Test
    void figuresOfOnePageShareItsDay() {
        String page = "https://example.org/page";
        DeliveredFigure dated = growth("iip_growth", "_T", "9.2", page, "2025-07-02");
        DeliveredFigure undated = growth("value_added_growth", "S1", "3.84", page, "");
        assertThat(dates(undated, dated)).startsWith("2025-07-02");
        DeliveredFigure other = growth("retail_services_growth", "_T", "9.3", page, "2025-07-06");
        assertThat(dates(undated, dated, other)).startsWith("2025-07-15");
    }

    @Test
    void whatStandsOnOnePageWithoutADateStaysTogether() {
        DeliveredFigure total = growth("gdp_growth", "_T", "7.52", "https://example.org/total", "2025-07-05");
        DeliveredFigure part = growth("value_added_growth", "S1", "3.84", "https://example.org/parts", "");
        DeliveredFigure besides = growth("iip_growth", "_T", "9.2", "https://example.org/parts", "");
        assertThat(dates(besides, part, total)).containsExactly("2025-07-05", "2025-07-05", "2025-07-05");
    }

    private static DeliveredFigure growth(String indicator, String activity, String value, String url, String printed) {
        DeliveredFigure figure = of(
                indicator, activity, PriceBasis.CONSTANT_2010, value, "2025-S1", ObservationStatus.ESTIMATE, printed);
        return new DeliveredFigure(
                figure.key(),
                figure.value(),
                figure.unitCode(),
                figure.status(),
                false,
                figure.printed(),
                figure.dating(),
                figure.delivered(),
                url,
                figure.trust(),
                figure.place(),
                "");
    }

    private static DeliveredFigure of(
            String indicator,
            String activity,
            PriceBasis basis,
            String value,
            String period,
            ObservationStatus status,
            String printed) {
        return delivered(
                new ObservationKey("VN-HG", indicator, activity, Period.parse(period), Accumulation.PERIOD, basis),
                value,
                status,
                printed,
                false,
                SourceDating.RELEASE);
    }

    private static List<String> dates(DeliveredFigure... figures) {
        return new PublicationDates(CODELISTS)
                .resolve(List.of(figures), Figures.NONE).stream()
                        .map(observation -> observation.publishedDate().toString())
                        .toList();
    }

    private static Observation resolve(DeliveredFigure figure) {
        return new PublicationDates(CODELISTS)
                .resolve(List.of(figure), Figures.NONE)
                .get(0);
    }

    private static DeliveredFigure figure(String value, String period, SourceDating dating, String stamp) {
        return figure(value, period, ObservationStatus.UNKNOWN, stamp, false, dating);
    }

    private static DeliveredFigure figure(String value, String period, ObservationStatus status, String printed) {
        return figure(value, period, status, printed, false, SourceDating.RELEASE);
    }

    private static DeliveredFigure figure(
            String value,
            String period,
            ObservationStatus status,
            String printed,
            boolean isPlan,
            SourceDating dating) {
        return delivered(
                new ObservationKey(
                        "VN-HG",
                        "grdp_per_capita",
                        "_T",
                        Period.parse(period),
                        Accumulation.PERIOD,
                        PriceBasis.CURRENT),
                value,
                status,
                printed,
                isPlan,
                dating);
    }

    private static DeliveredFigure delivered(
            ObservationKey key,
            String value,
            ObservationStatus status,
            String printed,
            boolean isPlan,
            SourceDating dating) {
        return new DeliveredFigure(
                key,
                new BigDecimal(value),
                "million_vnd_per_person",
                status,
                isPlan,
                printed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(printed)),
                dating,
                LocalDate.parse("2025-07-15"),
                "https://example.org/a",
                new SourceTrust(5, PublishedKind.PRESS),
                Place.line("a/2025-07-15", "figures.csv", 2),
                "");
    }
}
