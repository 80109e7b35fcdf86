package io.minewatch.alerting.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A curve with its limits as a picture (SVG): black on white, told apart by dashes and words, so
 * that a copy of a copy can still be read. Where nothing was heard the line is broken, and a single
 * value between two breaks is a dot.
 */
final class CurvePicture {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 250;
  private static final int LEFT = 52;
  private static final int RIGHT = 128;
  private static final int TOP = 12;
  private static final int BOTTOM = 26;

  /** Lines up and across, at least. */
  private static final int LINES = 5;

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  /** A line across: a limit and what it is called. */
  record Limit(double at, String word) {}

  /** A line up: a time and what it is called. */
  record Moment(Instant at, String word) {}

  /**
   * What is drawn.
   *
   * @param times in milliseconds since 1970 UTC, oldest first
   * @param values of these times
   * @param silent after how long without a value the line is broken
   */
  record Curve(
      List<Long> times, List<Double> values, Duration silent, List<Limit> limits, Moment onset) {}

  private final StringBuilder svg = new StringBuilder();
  private final Curve curve;
  private final ZoneId zone;
  private final long from;
  private final long to;
  private final double low;
  private final double high;

  private CurvePicture(Curve curve, ZoneId zone) {
    this.curve = curve;
    this.zone = zone;
    from = curve.times().get(0);
    to = Math.max(from + 1, curve.times().get(curve.times().size() - 1));
    double least = 0;
    double most = 0;
    for (double value : curve.values()) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    for (Limit each : curve.limits()) {
      least = Math.min(least, each.at());
      most = Math.max(most, each.at());
    }
    low = least;
    high = most == least ? least + 1 : most + (most - least) * 0.12;
  }

  /** The picture; null where there is nothing to draw. */
  static @Nullable String of(Curve curve, ZoneId zone, String label) {
    return curve.times().size() < 2 ? null : new CurvePicture(curve, zone).drawn(label);
  }

  private String drawn(String label) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(WIDTH);
    svg.append(' ').append(HEIGHT).append("\" role=\"img\" aria-label=\"");
    svg.append(Sheet.escape(label)).append("\" font-size=\"11\" font-family=\"sans-serif\">");
    grid();
    limits();
    onset();
    line();
    return svg.append("</svg>").toString();
  }

  private double x(long at) {
    return LEFT + (double) (at - from) / (to - from) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return TOP + (high - value) / (high - low) * (HEIGHT - TOP - BOTTOM);
  }

  private void grid() {
    DateTimeFormatter format = to - from > Duration.ofHours(20).toMillis() ? DAY : CLOCK;
    for (int i = 0; i <= LINES; i++) {
      double value = low + (high - low) * i / LINES;
      stroke(LEFT, y(value), WIDTH - RIGHT, y(value), "#bbb", "");
      text(LEFT - 5, y(value) + 4, "end", String.format(Locale.ROOT, "%.2f", value));
      long at = from + (to - from) * i / LINES;
      text(x(at), HEIGHT - 8, "middle", format.format(Instant.ofEpochMilli(at).atZone(zone)));
    }
  }

  /** Labels that would lie on each other stand below each other. */
  private void limits() {
    List<Double> taken = new ArrayList<>();
    for (Limit each : curve.limits()) {
      stroke(LEFT, y(each.at()), WIDTH - RIGHT, y(each.at()), "#000", "7 4");
      double at = y(each.at()) + 4;
      while (taken.stream().anyMatch(near(at))) {
        at += 12;
      }
      taken.add(at);
      text(WIDTH - RIGHT + 5, at, "start", each.word());
    }
  }

  private static java.util.function.Predicate<Double> near(double at) {
    return each -> Math.abs(each - at) < 12;
  }

  private void onset() {
    long at = curve.onset().at().toEpochMilli();
    if (at >= from && at <= to) {
      stroke(x(at), TOP, x(at), HEIGHT - BOTTOM, "#000", "1 3");
      text(x(at) - 4, TOP + 10, "end", curve.onset().word());
    }
  }

  private void line() {
    svg.append("<path fill=\"none\" stroke=\"#000\" stroke-width=\"1.6\"");
    svg.append(" stroke-linecap=\"round\" d=\"");
    long before = Long.MIN_VALUE;
    for (int i = 0; i < curve.times().size(); i++) {
      long at = curve.times().get(i);
      boolean broken = before == Long.MIN_VALUE || at - before > curve.silent().toMillis();
      svg.append(broken ? 'M' : 'L').append(digits(x(at))).append(' ');
      svg.append(digits(y(curve.values().get(i))));
      svg.append(broken ? "h0" : ""); // of no length, but painted: a move alone paints nothing
      before = at;
    }
    svg.append("\"/>");
  }

  private void stroke(double x1, double y1, double x2, double y2, String colour, String dash) {
    svg.append("<path fill=\"none\" stroke=\"").append(colour).append("\" d=\"M");
    svg.append(digits(x1)).append(' ').append(digits(y1)).append('L').append(digits(x2));
    svg.append(' ').append(digits(y2)).append('"');
    svg.append(dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"").append("/>");
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append("<text x=\"").append(digits(x)).append("\" y=\"").append(digits(y));
    svg.append("\" text-anchor=\"").append(anchor).append("\">").append(Sheet.escape(words));
    svg.append("</text>");
  }

  private static String digits(double of) {
    return String.format(Locale.ROOT, "%.1f", of);
  }
}
