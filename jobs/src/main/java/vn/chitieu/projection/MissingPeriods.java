package vn.chitieu.projection;

import java.util.List;
import java.util.stream.Collectors;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Names of periods that have no figure, for a sentence that says so. */
public final class MissingPeriods {

    private static final Words WORDS = Words.of("projection");

    private MissingPeriods() {}

    /**
     * Returns months, quarters or half-years as a phrase such as "months 10/2025, 11/2025".
     *
     * @param periods at least one, all of one frequency below a year
     * @param year of the area; the periods of one other than the calendar year are called by their months
     */
    public static LocalizedText phrase(List<Period> periods, ReportingYear year) {
        if (!year.isCalendar()) {
            List<LocalizedText> names = periods.stream()
                    .map(period -> new ReportingPeriod(period, year).name())
                    .toList();
            return new LocalizedText(
                    names.stream().map(LocalizedText::vi).collect(Collectors.joining(", ")),
                    names.stream().map(LocalizedText::en).collect(Collectors.joining(", ")));
        }
        Frequency kind = periods.get(0).frequency();
        String list = periods.stream()
                .map(period -> period.index() + "/" + period.year())
                .collect(Collectors.joining(", "));
        return WORDS.text("missing." + kind + (periods.size() == 1 ? ".one" : ""), LocalizedText.same(list));
    }
}
