package vn.chitieu.notebook;

import java.util.List;

/**
 * All that is told about a programme in one language, which its page and its notebooks both show.
 *
 * @param targets a page for each target
 */
record ProgrammeBook(
        ProgrammeView view,
        Chapter overview,
        Chapter grdp,
        Chapter revenueTrade,
        List<TargetPage> targets,
        Chapter accuracy,
        Chapter revisions) {

    ProgrammeBook {
        targets = List.copyOf(targets);
    }

    static ProgrammeBook of(ProgrammeView view) {
        return new ProgrammeBook(
                view,
                OverviewChapter.of(view),
                GrdpChapter.of(view),
                RevenueTradeChapter.of(view),
                TargetPages.of(view),
                AccuracyChapter.of(view),
                RevisionChapter.of(view));
    }
}
