package vn.chitieu.notebook.exhibit;

import java.util.List;

/**
 * A part of what is published about a programme, in one language; the page and the notebooks show the same chapters.
 *
 * @param id name within the programme: small letters and hyphens
 * @param lead paragraphs before the exhibits
 */
public record Chapter(String id, String heading, List<String> lead, List<Exhibit> exhibits) {

    public Chapter {
        lead = List.copyOf(lead);
        exhibits = List.copyOf(exhibits);
    }
}
