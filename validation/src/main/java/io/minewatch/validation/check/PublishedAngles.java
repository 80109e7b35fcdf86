package io.minewatch.validation.check;

import io.minewatch.judge.slope.AngleLevels;
import io.minewatch.validation.recording.Table;
import io.minewatch.validation.score.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The published table of tangential angles, row by row against the bands of the product. */
final class PublishedAngles {
  private PublishedAngles() {}

  static Figure figure(Path file, AngleLevels levels) throws IOException {
    Table table = Table.read(file);
    int same = 0;
    for (int row = 0; row < table.size(); row++) {
      String colour = table.text("alert_colour", row).toUpperCase(Locale.ROOT);
      double angle = within(table.text("tangential_angle_deg", row));
      same += levels.band(angle).name().equals(colour) ? 1 : 0;
    }
    return Figure.alone(
        "published table of tangential angles: rows with the same colour",
        same + " of " + table.size());
  }

  /** Just above an angle that a row leaves out. */
  private static final double ABOVE = 0.01;

  /** The lowest angle of a row, or just above it where the row leaves it out. */
  private static double within(String text) {
    double[] numbers =
        Arrays.stream(text.split("[^0-9.]+", -1))
            .filter(word -> !word.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    boolean lowestLeftOut = text.matches("[0-9.]+ < a.*");
    return lowestLeftOut ? numbers[0] + ABOVE : numbers[0];
  }
}
