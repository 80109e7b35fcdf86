package io.minewatch.bench.workload;

import io.minewatch.bench.script.PointKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message encoded before the run. In flight only its stamps are patched, so that sending costs
 * next to nothing beside judging.
 */
final class Template {
  /** SenML base time in seconds: 10 digits until the year 2286. */
  private static final int SECONDS_DIGITS = 10;

  /** Position times in milliseconds. */
  private static final int MILLIS_DIGITS = 13;

  private final byte[] bytes;
  private final int[] stamps;
  private final int digits;

  private Template(Text text, int digits) {
    this.bytes = text.out.toString().getBytes(StandardCharsets.UTF_8);
    this.stamps = text.stamps.stream().mapToInt(Integer::intValue).toArray();
    this.digits = digits;
  }

  /** A fresh copy with this measured time in it. */
  byte[] stamped(long millis) {
    byte[] copy = bytes.clone();
    long stamp = digits == SECONDS_DIGITS ? millis / 1_000 : millis;
    for (int at : stamps) {
      long rest = stamp;
      for (int i = at + digits - 1; i >= at; i--) {
        copy[i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
    return copy;
  }

  int length() {
    return bytes.length;
  }

  /** Readings of one gateway, in its fixed order. */
  static Template ofReadings(String mine, String gateway, List<PointSlot> points, Sampled values) {
    Text text = new Text();
    for (int i = 0; i < points.size(); i++) {
      PointSlot point = points.get(i);
      text.out.append(i == 0 ? "[{" : ",{");
      if (i == 0) {
        text.out.append("\"bn\":\"").append(mine).append('/').append(gateway).append("/\",\"bt\":");
        text.stamp(SECONDS_DIGITS);
        text.out.append(',');
      }
      text.out.append("\"n\":\"").append(point.name()).append("\",\"u\":\"");
      text.out.append(point.kind().measure().wireUnit()).append("\",");
      int value = values.value(i);
      if (point.kind() == PointKind.SWITCH) {
        text.out.append("\"vb\":").append(value > 0);
      } else {
        text.out.append("\"v\":").append(value / 100.0);
      }
      String quality = values.quality(i);
      if (!quality.isEmpty()) {
        text.out.append(",\"q\":\"").append(quality).append('"');
      }
      text.out.append('}');
    }
    text.out.append(']');
    return new Template(text, SECONDS_DIGITS);
  }

  /**
   * Positions of one message.
   *
   * @param cards and where each of them is; an empty zone for out of the mine
   */
  static Template ofPositions(List<String> cards, List<String> zones) {
    Text text = new Text();
    text.out.append("{\"fixes\":[");
    for (int i = 0; i < cards.size(); i++) {
      String zone = zones.get(i);
      text.out.append(i == 0 ? "{" : ",{").append("\"card\":\"").append(cards.get(i));
      text.out.append("\",\"at\":");
      text.stamp(MILLIS_DIGITS);
      if (zone.isEmpty()) {
        text.out.append(",\"in\":false}");
      } else {
        text.out.append(",\"in\":true,\"zone\":\"").append(zone).append("\",\"station\":\"st-");
        text.out.append(zone).append("\",\"dist\":").append((i * 7 % 400) / 10.0 - 20).append('}');
      }
    }
    text.out.append("]}");
    return new Template(text, MILLIS_DIGITS);
  }

  /** What the points of a gateway say in one cycle. */
  interface Sampled {
    int value(int place);

    /** Empty for good. */
    String quality(int place);
  }

  private static final class Text {
    final StringBuilder out = new StringBuilder();
    final List<Integer> stamps = new ArrayList<>();

    void stamp(int digits) {
      stamps.add(out.length()); // all we write is ASCII: characters are bytes
      out.append("0".repeat(digits));
    }
  }
}
