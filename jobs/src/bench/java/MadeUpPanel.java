import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Writes monthly series of ten years and one case of each, always the same ones. */
public final class MadeUpPanel {

    private static final int MONTHS = 120;

    private MadeUpPanel() {}

    /** Takes the number of series and a folder. */
    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        Random random = new Random(20250715);
        try (BufferedWriter series = Files.newBufferedWriter(folder.resolve("series.csv"));
                BufferedWriter cases = Files.newBufferedWriter(folder.resolve("cases.csv"))) {
            series.write("series_id,period,value\n");
            cases.write("case_id,series_id,frequency,agg,year,cutoff_period,target\n");
            for (int i = 0; i < count; i++) {
                double level = Math.exp(5 + random.nextGaussian());
                double growth = random.nextDouble() / 100;
                double[] season = random.doubles(12, -0.2, 0.2).toArray();
                for (int t = 0; t < MONTHS; t++) {
                    double value = level * Math.exp(growth * t + season[t % 12] + 0.04 * random.nextGaussian());
                    series.write(String.format(
                            Locale.ROOT, "s%d,%d-%02d,%.2f\n", i, 2015 + t / 12, t % 12 + 1, value));
                }
                cases.write(String.format(Locale.ROOT, "c%d,s%d,M,sum,2024,2024-06,%.1f\n", i, i, 12 * level));
            }
        }
    }
}
