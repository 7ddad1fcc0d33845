package vn.chitieu.projection.area;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import vn.chitieu.projection.series.SeriesInput;

/** Every series of one area as it was known on a day. */
public record AreaInputs(String areaCode, LocalDate asOf, List<SeriesInput> inputs) implements Serializable {

    public AreaInputs {
        inputs = List.copyOf(inputs);
    }
}
