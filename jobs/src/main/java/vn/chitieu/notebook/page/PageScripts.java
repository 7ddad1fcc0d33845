package vn.chitieu.notebook.page;

/** Where the library stands that draws the charts of a page. */
public enum PageScripts {
    /** Once beside the pages of an export, in the folder above that of each programme. */
    BESIDE,
    /** In each page, which can then be mailed alone. */
    INSIDE;

    /** The name of the library's file. */
    public static final String LIBRARY = "plotly-basic.min.js";
}
