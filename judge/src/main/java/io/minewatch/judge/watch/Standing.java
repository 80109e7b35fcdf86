package io.minewatch.judge.watch;

import io.minewatch.domain.finding.Subject;
import java.util.function.BiConsumer;

/** What stands in a mine at one moment, for a watch that begins and was not told how it came. */
public interface Standing {
  /** Tells every open finding, by rule and subject; not those of the mine's own conditions. */
  void open(BiConsumer<String, Subject> to);

  /**
   * The newest reading of a point of the plan, if its value is known now.
   *
   * @param into takes it
   * @return false when the point is not seen: then nothing was taken
   */
  boolean newest(int point, Sample into);
}
