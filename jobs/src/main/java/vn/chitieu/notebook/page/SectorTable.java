package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.programme.GrowthCell;
import vn.chitieu.notebook.programme.SectorAccounts;
import vn.chitieu.notebook.programme.SectorAccounts.Figure;
import vn.chitieu.notebook.programme.SectorAccounts.Sector;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.OriginMark;
import vn.chitieu.notebook.text.PlainText;

/** The table of a page that shows growth by sector and what each sector contributed. */
final class SectorTable {

    private static final String GROWTH = "grdp.growth";

    private final PageBlock block;
    private final Markup page;

    private SectorTable(PageBlock block) {
        this.block = block;
        this.page = block.page();
    }

    /** One column of one account. */
    private record Measure(String key, Function<Sector, Figure> figure) {}

    /** Writes the table with its heading; nothing if there is no account. */
    static void write(PageBlock block, List<SectorAccounts> accounts) {
        if (!accounts.isEmpty()) {
            new SectorTable(block).write(accounts);
        }
    }

    private void write(List<SectorAccounts> accounts) {
        block.openScroll(block.id("grdp"));
        page.open("table", styled("grdp")).line();
        String area =
                PlainText.shortened(block.programme().areaName(block.texts().language()));
        page.open("caption").leaf("span", block.text("grdp.caption", area), styled("stay"));
        page.closeLine();
        page.open("thead").open("tr");
        block.columnHead(block.text("grdp.sector"), attribute("rowspan", "2"));
        for (SectorAccounts account : accounts) {
            page.leaf(
                    "th",
                    block.texts().throughPeriod(account.period().toString()),
                    attribute("scope", "colgroup"),
                    attribute("colspan", String.valueOf(measures(account).size())),
                    styled("span"));
        }
        page.close().open("tr");
        accounts.forEach(account -> measures(account).forEach(m -> block.columnHead(block.text(m.key()))));
        page.close().close().open("tbody").line();
        for (String activity : activities(accounts)) {
            page.open("tr", styled(activity.equals("_T") ? "total" : "sector"));
            block.rowHead(activityName(activity));
            accounts.forEach(account -> figures(account, activity));
            page.closeLine();
        }
        page.close().close().closeLine();
        page.leaf("p", block.text("origin.legend"), styled("note")).line();
    }

    private void figures(SectorAccounts account, String activity) {
        for (Measure measure : measures(account)) {
            Optional<Sector> known = account.sectors().stream()
                    .filter(sector -> sector.activityCode().equals(activity))
                    .findFirst();
            Figure figure = known.map(measure.figure()).orElse(Figure.NONE);
            page.open("td", styled("n")).text(block.number(figure.value(), 2));
            String mark = OriginMark.of(figure.origin());
            if (!mark.isEmpty()) {
                page.leaf("abbr", mark, attribute("title", block.text("origin." + figure.origin())));
            }
            if (measure.key().equals(GROWTH)
                    && known.map(Sector::growthOfOtherVintage)
                            .flatMap(other -> other.value().stream().boxed().findFirst())
                            .isPresent()) {
                page.leaf("abbr", GrowthCell.MARK, attribute("title", block.text("origin.other_vintage")));
            }
            page.close();
        }
    }

    /** Returns the columns of an account that hold any number. */
    private static List<Measure> measures(SectorAccounts account) {
        List<Measure> measures = new ArrayList<>(List.of(new Measure(GROWTH, Sector::growth)));
        for (Measure measure : List.of(
                new Measure("grdp.contribution", Sector::contribution), new Measure("grdp.share", Sector::share))) {
            if (account.sectors().stream()
                    .anyMatch(sector -> measure.figure().apply(sector).value().isPresent())) {
                measures.add(measure);
            }
        }
        return measures;
    }

    private static List<String> activities(List<SectorAccounts> accounts) {
        return SectorAccounts.ORDER.stream()
                .filter(activity -> accounts.stream()
                        .flatMap(account -> account.sectors().stream())
                        .anyMatch(sector -> sector.activityCode().equals(activity)))
                .toList();
    }

    private String activityName(String activity) {
        if (activity.equals("_T")) {
            return block.text(block.programme().isNation() ? "grdp.total.country" : "grdp.total");
        }
        MartRow row = block.programme().activities().get(activity);
        return row == null
                ? activity
                : PlainText.shortened(row.label("activity_name", block.texts().language()));
    }
}
