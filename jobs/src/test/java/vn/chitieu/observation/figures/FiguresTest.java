package vn.chitieu.observation.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;

/** What is held packed comes out as it went in. */
class FiguresTest {

    private static final LocalDate DAY = LocalDate.of(2025, 4, 6);

    private static Observation figure(String area, String period, String value) {
        return new Observation(
                new ObservationKey(
                        area, "exports", "_T", Period.parse(period), Accumulation.PERIOD, PriceBasis.CURRENT),
                new BigDecimal(value),
                "million_usd",
                ObservationStatus.PROVISIONAL,
                DAY,
                PublishedKind.RELEASE,
                DAY,
                "https://example.org/page",
                1,
                "office/2025-04-07",
                "figures.csv",
                7);
    }

    private static Observation dated(Observation figure, LocalDate published, LocalDate source, int line) {
        return new Observation(
                figure.key(),
                figure.value(),
                figure.unitCode(),
                figure.status(),
                published,
                figure.publishedKind(),
                source,
                figure.sourceUrl(),
                figure.trustRank(),
                figure.deliveryId(),
                figure.sourceFile(),
                line);
    }

    @Test
    void everyValueComesOutWithTheDecimalsItWasPrintedWith() {
        List<Observation> figures = List.of(
                figure("VN", "2024", "0"),
                figure("VN", "2024-S1", "-0.00"),
                figure("VN", "2024-Q3", "106.440"),
                figure("VN", "1900-01", "1E+3"),
                figure("VN", "2199-12", "-9223372036854775808"),
                figure("VN", "2025-01", "4611686018427387904.5"),
                figure("VN", "2025-02", "123456789012345678901234567890.1234"),
                figure("VN", "2025-03", "-123456789012345678901234567890"),
                dated(figure("VN", "2025-03", "1"), LocalDate.of(1969, 12, 31), LocalDate.of(2026, 1, 1), 0),
                dated(figure("VN", "2025-03", "1"), LocalDate.MIN, LocalDate.MAX, Integer.MAX_VALUE),
                figure("VN", "2025-03", "1").closedFrom(LocalDate.of(2025, 5, 1)));

        assertThat(PackedVintages.of(figures).unpacked()).isEqualTo(figures);
        assertThat(PackedVintages.of(figures)).isEqualTo(PackedVintages.of(new ArrayList<>(figures)));
        assertThat(PackedVintages.of(figures)).isNotEqualTo(PackedVintages.of(figures.subList(1, 3)));
    }

    @Test
    void shippedFiguresStandAreaByAreaInOrderWhateverTheOrderInWhichTheyCome() {
        Path datasets = Path.of("../datasets");
        List<Observation> shipped =
                new ArrayList<>(Ingest.read(datasets, Codelists.read(datasets)).observations());
        List<Observation> ordered = new ArrayList<>(shipped);
        ordered.sort(Vintages.ORDER);
        assertThat(shipped).hasSizeGreaterThan(10_000).isEqualTo(ordered);
        Collections.shuffle(shipped, new Random(16));

        Figures figures = Figures.of(shipped);

        assertThat(figures).hasSameSizeAs(ordered).isEqualTo(ordered);
        assertThat(figures.get(0)).isEqualTo(ordered.get(0));
        assertThat(figures.get(figures.size() - 1)).isEqualTo(ordered.get(ordered.size() - 1));
        assertThat(figures.of("VN-HG"))
                .isNotEmpty()
                .isEqualTo(ordered.stream()
                        .filter(figure -> figure.key().areaCode().equals("VN-HG"))
                        .toList());
        assertThat(figures.of("nowhere")).isEmpty();
        String delivery = ordered.get(0).deliveryId();
        assertThat(figures.ofDelivery(delivery))
                .isNotEmpty()
                .isEqualTo(ordered.stream()
                        .filter(figure -> figure.deliveryId().equals(delivery))
                        .toList());
        assertThat(figures.ofDelivery("nobody/2025-01-01")).isEmpty();
    }

    @Test
    void aSeriesOfMonthsTakesFewBytesAFigure() {
        Figures.Builder figures = new Figures.Builder();
        Period month = Period.parse("2015-01");
        for (int i = 0; i < 120; i++) {
            figures.add(figure("VN", month.toString(), "1." + i));
            month = month.next();
        }

        assertThat(figures.build().packed("VN").bytes()).isLessThan(120 * 16);
    }

    @Test
    void figuresThatAreAddedOrLeftOutChangeTheirAreaAlone() {
        Figures two = Figures.of(List.of(figure("VN-HG", "2024", "1"), figure("VN-ST", "2024", "2")));

        Figures three = two.and(List.of(figure("VN-HG", "2023", "3")));

        assertThat(three)
                .containsExactly(
                        figure("VN-HG", "2023", "3"), figure("VN-HG", "2024", "1"), figure("VN-ST", "2024", "2"));
        assertThat(three.packed("VN-ST")).isSameAs(two.packed("VN-ST"));
        assertThat(Figures.together(List.of(three, two)))
                .hasSize(5)
                .isSortedAccordingTo(Vintages.ORDER)
                .isEqualTo(Figures.together(List.of(two, three)));
        assertThat(Figures.together(List.of())).isEmpty();
        assertThat(three.where(figure -> figure.value().intValue() != 2).areas())
                .containsExactly("VN-HG");
        assertThat(three.ofAreas(new TreeSet<>(List.of("VN-ST", "VN-HG", "nowhere"))))
                .isEqualTo(three);
    }

    @Test
    void anAreaTravelsToATask() throws IOException, ClassNotFoundException {
        PackedVintages figures = PackedVintages.of(List.of(figure("VN", "2024", "1"), figure("VN", "2025", "2")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(figures);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(figures);
        }
    }

    @Test
    void twoDaysSeeTheSameUnlessADateOfAVintageLiesBetween() {
        Observation printed = figure("VN", "2025-03", "30.5");
        Observation later = dated(figure("VN", "2025-04", "31"), LocalDate.of(2025, 5, 6), LocalDate.of(2025, 5, 9), 8);
        Observation closed = figure("VN", "2025-02", "29").closedFrom(LocalDate.of(2025, 6, 1));
        PackedVintages figures = PackedVintages.of(List.of(closed, printed, later));

        List<String> sums = List.of(
                        "2025-04-05",
                        "2025-04-06",
                        "2025-05-05",
                        "2025-05-06",
                        "2025-05-08",
                        "2025-05-09",
                        "2025-05-31",
                        "2025-06-01",
                        "2030-01-01")
                .stream()
                .map(day -> figures.sumSeenFrom(LocalDate.parse(day)))
                .toList();

        assertThat(sums.get(1)).isNotEqualTo(sums.get(0)).isEqualTo(sums.get(2));
        assertThat(sums.get(3)).isNotEqualTo(sums.get(2)).isEqualTo(sums.get(4));
        assertThat(sums.get(5)).isNotEqualTo(sums.get(4)).isEqualTo(sums.get(6));
        assertThat(sums.get(7)).isNotEqualTo(sums.get(6)).isEqualTo(sums.get(8));
    }

    @Test
    void theSumOfWhatIsSeenTellsAnyDifference() {
        Observation printed = figure("VN", "2025-03", "30.5");
        String sum = PackedVintages.of(List.of(printed)).sumSeenFrom(DAY);

        assertThat(PackedVintages.of(List.of(figure("VN", "2025-03", "30.5"))).sumSeenFrom(DAY))
                .isEqualTo(sum);
        assertThat(List.of(
                        PackedVintages.of(List.of(figure("VN", "2025-03", "30.50"))),
                        PackedVintages.of(List.of(figure("VN", "2025-04", "30.5"))),
                        PackedVintages.of(List.of(figure("VN-HG", "2025-03", "30.5"))),
                        PackedVintages.of(List.of(printed, printed)),
                        PackedVintages.of(List.of(dated(printed, DAY, DAY.minusDays(1), 7))),
                        PackedVintages.of(List.of(dated(printed, DAY, DAY, 8)))))
                .extracting(other -> other.sumSeenFrom(DAY))
                .doesNotHaveDuplicates()
                .doesNotContain(sum);
    }
}
