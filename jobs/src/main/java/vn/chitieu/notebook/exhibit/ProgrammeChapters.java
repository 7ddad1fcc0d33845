package vn.chitieu.notebook.exhibit;

import java.util.List;
import vn.chitieu.notebook.programme.ProgrammeView;

/**
 * The chapters about a programme in one language, which its page and its notebooks both show.
 *
 * @param targets a page for each target
 */
public record ProgrammeChapters(
        ProgrammeView view,
        Chapter overview,
        Chapter grdp,
        Chapter revenueTrade,
        List<TargetPage> targets,
        Chapter accuracy,
        Chapter revisions) {

    public ProgrammeChapters {
        targets = List.copyOf(targets);
    }

    public static ProgrammeChapters of(ProgrammeView view) {
        return new ProgrammeChapters(
                view,
                OverviewChapter.of(view),
                GrdpChapter.of(view),
                RevenueTradeChapter.of(view),
                TargetExhibits.of(view),
                AccuracyChapter.of(view),
                RevisionChapter.of(view));
    }
}
