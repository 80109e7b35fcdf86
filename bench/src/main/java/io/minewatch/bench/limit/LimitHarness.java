package io.minewatch.bench.limit;

import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.workload.Parcel;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges messages as fast as this machine can: what a system could reach that did nothing else. One
 * thread. Each gateway's first message teaches it the order of the gateway's names; later messages
 * are compared byte by byte with what is expected, so a name costs no lookup, yet none goes
 * unchecked.
 */
public final class LimitHarness {
  private static final String POSITIONS = "/positions";

  private final Map<String, Line> lines = new HashMap<>();
  private final Map<String, Site> sites = new HashMap<>();
  private final List<Told> told = new ArrayList<>();
  private final Bytes in = new Bytes();
  private final Recorder record;
  private long readings;
  private long fixes;

  /** Hears every reading, to keep it somewhere. */
  public interface Recorder {
    /** Keeps nothing. */
    Recorder NOTHING = (mine, place, value, measured) -> {};

    /**
     * One reading.
     *
     * @param place of its point in the mine's plan
     * @param measured milliseconds since 1970 UTC
     */
    void reading(Plan mine, int place, double value, long measured);
  }

  /** One mine. */
  private static final class Site {
    final Plan plan;
    final Slots slots;
    final List<byte[]> zones = new ArrayList<>();
    final int[] heads;

    Site(Plan plan, List<Told> told) {
      this.plan = plan;
      slots = new Slots(plan, told);
      for (ZonePlan zone : plan.zones()) {
        zones.add(bytes(zone.id().value()));
      }
      heads = new int[zones.size()];
    }
  }

  /** One gateway: what its messages hold, in their order. */
  private static final class Line {
    final Site site;
    byte[][] names = {};
    int[] places = {};
    byte[] zones = {};
    long[] fixedAt = {};

    Line(Site site) {
      this.site = site;
    }
  }

  public LimitHarness(List<Plan> plans) {
    this(plans, Recorder.NOTHING);
  }

  public LimitHarness(List<Plan> plans, Recorder record) {
    this.record = record;
    plans.forEach(plan -> sites.put(plan.mine().value(), new Site(plan, told)));
  }

  public void judge(Parcel parcel) {
    judge(parcel.topic(), parcel.payload());
  }

  /** Judges one message as it comes from a broker. */
  public void judge(String topic, byte[] payload) {
    Line line = lines.get(topic);
    if (line == null) {
      String mine = topic.split("/", -1)[2];
      line = new Line(Objects.requireNonNull(sites.get(mine)));
      lines.put(topic, line);
    }
    in.open(payload);
    if (topic.endsWith(POSITIONS)) {
      positions(line);
    } else {
      readings(line);
    }
  }

  private void readings(Line line) {
    in.expect('[');
    in.skip("{\"bn\":\"".length());
    in.skipPast('"');
    in.skip(",\"bt\":".length());
    long measured = in.whole() * 1_000;
    int i = 0;
    do {
      in.skip((i == 0 ? ",\"n\":\"" : "{\"n\":\"").length());
      int place = place(line, i);
      in.skip(",\"u\":\"".length());
      in.skipPast('"');
      in.skip(",\"v".length());
      double value;
      if (in.take('b')) {
        in.skip("\":".length());
        value = in.peek() == 't' ? 1 : 0;
        in.skipPast('e');
      } else {
        in.skip("\":".length());
        value = in.decimal();
      }
      int quality = in.take(',') ? quality() : 0;
      in.expect('}');
      line.site.slots.judge(place, value, measured, quality);
      record.reading(line.site.plan, place, value, measured);
      readings++;
      i++;
    } while (in.take(','));
    in.expect(']');
  }

  private int place(Line line, int i) {
    if (i < line.names.length && in.takeText(line.names[i])) {
      return line.places[i];
    }
    if (i < line.names.length) {
      throw new IllegalStateException("a gateway changed the order of its points");
    }
    String name = in.text();
    line.names = Arrays.copyOf(line.names, i + 1);
    line.places = Arrays.copyOf(line.places, i + 1);
    line.names[i] = bytes(name);
    line.places[i] = line.site.slots.place(name);
    return line.places[i];
  }

  /** 0 for one that measures, 1 for one that blinds, 2 for one that does neither. */
  private int quality() {
    in.skip("\"q\":\"".length());
    byte first = in.peek();
    in.skipPast('"');
    return first == 'O' ? 0 : first == 'C' ? 2 : 1;
  }

  private void positions(Line line) {
    in.skip("{\"fixes\":[".length());
    int i = 0;
    do {
      in.skip("{\"card\":\"".length());
      if (i == line.names.length) {
        line.names = Arrays.copyOf(line.names, i + 1);
        line.zones = Arrays.copyOf(line.zones, i + 1);
        line.fixedAt = Arrays.copyOf(line.fixedAt, i + 1);
        line.names[i] = bytes(in.text());
      } else if (!in.takeText(line.names[i])) {
        throw new IllegalStateException("a gateway changed the order of its cards");
      }
      in.skip(",\"at\":".length());
      long at = in.whole();
      in.skip(",\"in\":".length());
      int zone = 0;
      if (in.peek() == 't') {
        in.skip("true,\"zone\":\"".length());
        zone = zone(line.site);
      }
      in.skipPast('}');
      if (at > line.fixedAt[i]) {
        line.site.heads[line.zones[i]]--;
        line.zones[i] = (byte) zone;
        line.site.heads[zone]++;
        line.fixedAt[i] = at;
      }
      fixes++;
      i++;
    } while (in.take(','));
    in.expect(']');
  }

  private int zone(Site site) {
    for (int zone = 1; zone < site.zones.size(); zone++) {
      if (in.takeText(site.zones.get(zone))) {
        return zone;
      }
    }
    throw new IllegalStateException("no such zone");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public long readings() {
    return readings;
  }

  public long fixes() {
    return fixes;
  }

  /** How many people are underground in a mine. */
  public int underground(String mine) {
    int[] heads = Objects.requireNonNull(sites.get(mine)).heads;
    return Arrays.stream(heads, 1, heads.length).sum();
  }

  public List<Told> told() {
    return told;
  }
}
