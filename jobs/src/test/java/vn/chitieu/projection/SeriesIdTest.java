package vn.chitieu.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.PriceBasis;

class SeriesIdTest {

    /** A code may begin another one, and '-' comes before the dot that ends a code, '0' and '_' after it. */
    @Test
    void orderIsThatOfTheTexts() {
        List<String> codes = List.of("VN", "VN-HG", "VN0", "V", "VN_", "", "VN-HG-1");
        List<SeriesId> ids = new ArrayList<>();
        for (String area : codes) {
            for (String indicator : codes) {
                for (String activity : codes) {
                    for (PriceBasis basis : List.of(PriceBasis.CURRENT, PriceBasis.CONSTANT_2010, PriceBasis.NONE)) {
                        ids.add(new SeriesId(area, indicator, activity, basis));
                    }
                }
            }
        }

        assertThat(ids.stream().sorted().toList())
                .isEqualTo(ids.stream()
                        .sorted(Comparator.comparing(SeriesId::toString))
                        .toList());
    }

    @Test
    void anAreaWithASuffixComesBeforeTheAreaItself() {
        SeriesId province = new SeriesId("VN", "grdp", "A", PriceBasis.CURRENT);
        SeriesId part = new SeriesId("VN-HG", "grdp", "A", PriceBasis.CURRENT);

        assertThat(part).isLessThan(province);
    }
}
