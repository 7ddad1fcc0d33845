package vn.chitieu.catalog;

import java.util.List;
import java.util.Optional;

/** Finds the known word that somebody most likely meant. */
final class NearestWord {

    private NearestWord() {}

    /** Returns the first known word with the fewest changed letters, if a third of the letters or fewer changed. */
    static Optional<String> to(String word, List<String> known) {
        Optional<String> nearest = Optional.empty();
        int fewest = Math.max(1, word.length() / 3) + 1;
        for (String candidate : known) {
            int changes = changes(word, candidate);
            if (changes < fewest) {
                fewest = changes;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
