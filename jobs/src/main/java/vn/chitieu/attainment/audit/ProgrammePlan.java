package vn.chitieu.attainment.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;

/** The numbers of a programme as they stand on a day, found by what they measure. */
public final class ProgrammePlan {

    private static final List<String> GROSS_PRODUCTS = List.of("grdp", "gdp");

    private final Programme programme;
    private final List<Stated> stated = new ArrayList<>();

    /** One target with its headline value. */
    public record Stated(Target target, double value) {

        public String id() {
            return target.id();
        }

        public int decimals() {
            return Phrase.decimals(value);
        }
    }

    public ProgrammePlan(Programme programme, LocalDate day) {
        this.programme = programme;
        for (Target target : programme.targets()) {
            target.headline(day)
                    .map(version -> version.value())
                    .ifPresent(value -> stated.add(new Stated(target, value)));
        }
    }

    Programme programme() {
        return programme;
    }

    public int year() {
        return programme.year();
    }

    List<Stated> all() {
        return stated;
    }

    Optional<Stated> find(Measure measure, String indicator, String activity) {
        return stated.stream()
                .filter(s -> s.target().measure() == measure
                        && s.target().indicatorCode().equals(indicator)
                        && s.target().activityCode().equals(activity))
                .findFirst();
    }

    /** Returns the target of the year's total of an indicator. */
    Optional<Stated> flow(String indicator) {
        return find(Measure.FLOW_YEAR, indicator, AreaFigures.TOTAL);
    }

    /** Returns the target of the growth of the gross product or one of its parts. */
    public Optional<Stated> growth(String item) {
        return ofItem(Measure.GROWTH_VOLUME, item);
    }

    /** Returns the target of the share of a part in the gross product. */
    Optional<Stated> share(String item) {
        return ofItem(Measure.SHARE_OF_GRDP, item);
    }

    private Optional<Stated> ofItem(Measure measure, String item) {
        return switch (item) {
            case AreaFigures.TOTAL ->
                GROSS_PRODUCTS.stream()
                        .flatMap(code -> find(measure, code, item).stream())
                        .findFirst();
            case AreaFigures.NET_TAXES -> find(measure, "net_product_taxes", item);
            default -> find(measure, "value_added", item);
        };
    }

    /** Returns the target of the gross product per head, in million VND. */
    public Optional<Stated> perCapita() {
        return GROSS_PRODUCTS.stream()
                .flatMap(code -> find(Measure.PER_CAPITA, code, AreaFigures.TOTAL).stream())
                .filter(s -> s.target().unitCode().equals("million_vnd_per_person"))
                .findFirst();
    }

    /** Returns the indicator of the gross product per head: of a country's GDP, of a province's GRDP. */
    String perHead() {
        return programme.areaCode().contains("-") ? "grdp_per_capita" : "gdp_per_capita";
    }

    /** Returns ids in the order of the programme. */
    List<String> ids(List<Stated> some) {
        return some.stream()
                .sorted(Comparator.comparingInt(stated::indexOf))
                .map(Stated::id)
                .toList();
    }
}
