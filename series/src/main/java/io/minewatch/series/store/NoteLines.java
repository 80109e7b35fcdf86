package io.minewatch.series.store;

import static io.minewatch.series.store.LineText.quoted;
import static io.minewatch.series.store.LineText.tag;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.Statistic;
import java.util.Locale;

/** Writes the lines of statistics and rewrites. */
final class NoteLines {
  /** Stands for a value where there was only a quality. */
  private static final String NO_VALUE = "";

  /** Pieces of a window lie a microsecond apart: QuestDB keeps no less. */
  private static final int APART_NANOS = 1_000;

  private NoteLines() {}

  /** The field that counts a quality. */
  static String field(Quality quality) {
    return "q_" + quality.name().toLowerCase(Locale.ROOT);
  }

  static String head(Measure measure, String mine, String point) {
    StringBuilder head = new StringBuilder(100);
    head.append(Lines.STATISTIC);
    tag(head, "measure", Series.measurement(measure));
    tag(head, "mine", mine);
    tag(head, "point", point);
    return head.append(' ').toString();
  }

  static void add(LineBuffer to, String head, Statistic statistic, int piece) {
    StringBuilder text = to.text;
    text.append(head);
    text.append("count=").append(statistic.count());
    text.append("i,measured=").append(statistic.measured());
    text.append("i,last_ms=").append(statistic.lastAt().toEpochMilli()).append('i');
    if (statistic.measured() > 0) {
      text.append(",min=").append(statistic.min());
      text.append(",max=").append(statistic.max());
      text.append(",mean=").append(statistic.mean());
      text.append(",last=").append(statistic.last());
    }
    for (Quality quality : Quality.values()) {
      long many = statistic.byQuality().getOrDefault(quality, 0L);
      text.append(',').append(field(quality)).append('=').append(many).append('i');
    }
    long nanos = (long) piece * APART_NANOS;
    long millis = statistic.window().toEpochMilli() + nanos / LineBuffer.NANOS;
    to.end(millis, (int) (nanos % LineBuffer.NANOS));
  }

  static void add(LineBuffer to, String mine, Rewrite rewrite) {
    StringBuilder text = to.text;
    text.append(Lines.REWRITE);
    tag(text, "mine", mine);
    int from = text.length();
    tag(text, "gateway", rewrite.gateway().value());
    tag(text, "point", rewrite.point());
    tag(text, "cause", rewrite.cause().name());
    text.append(" measure=");
    quoted(text, rewrite.measure().name());
    text.append(",at_ms=").append(rewrite.at().toEpochMilli());
    // As texts: a field that is a number in one line and missing in the next is read by no one.
    text.append("i,was=");
    quoted(text, shown(rewrite.was()));
    text.append(",was_quality=");
    quoted(text, rewrite.wasQuality().name());
    text.append(",value=");
    quoted(text, shown(rewrite.value()));
    text.append(",quality=");
    quoted(text, rewrite.quality().name());
    text.append(",session=");
    quoted(text, rewrite.session());
    text.append(",seq=").append(rewrite.sequence()).append('i');
    to.end(rewrite.received().toEpochMilli(), to.beside(from));
  }

  private static String shown(double value) {
    return Double.isNaN(value) ? NO_VALUE : String.valueOf(value);
  }

  /** A value as it was shown. */
  static double read(String shown) {
    return shown.equals(NO_VALUE) ? Double.NaN : Double.parseDouble(shown);
  }
}
