package io.minewatch.validation.check;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Rule;
import io.minewatch.validation.recording.Words;
import io.minewatch.validation.rule.PeopleRules;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** People who walk through a corridor and out of a room, tracked by cameras: the head count. */
public final class CorridorCheck implements Check {
  private final List<Rule> shipped;

  /** Judged by the rules of people that a pack has. */
  public CorridorCheck(List<Rule> shipped) {
    this.shipped = shipped;
  }

  private static final long START = Instant.parse("2026-01-01T10:00:00Z").toEpochMilli();
  private static final long SECOND = 1_000;
  private static final ZoneId NEAR = new ZoneId("near");
  private static final ZoneId FAR = new ZoneId("far");

  /** Every so many-th position is lost on the way. */
  private static final int LOST_EVERY = 5;

  /** Our heads are counted every 5 s; a card is sent every 2 s. */
  private static final int CARD_EVERY = 2;

  private static final int COUNT_EVERY = 5;
  private static final int CROWD_SECONDS = 5;

  @Override
  public String folder() {
    return "people-corridor";
  }

  @Override
  public Section run(Path recordings) throws IOException {
    Path folder = recordings.resolve(folder());
    List<Figure> figures = new ArrayList<>();
    figures.addAll(figures("corridor", folder.resolve("corridor_traj_UNI_CORR_500_01.txt.gz"), 25));
    figures.addAll(figures("room", folder.resolve("hermes_uo-180-180-070.txt.gz"), 16));
    return new Section(
        "People in a corridor and out of a room",
        "148 tracked persons each, at 25 and 16 frames a second; two zones of one half each; a card"
            + " sends every 2 s, every fifth position is lost (by seed); who leaves the measured"
            + " area is never seen again, nobody badges out",
        PeopleRules.WORDS + "; over the limit counts after 5 s, the limit is 3/4 of the most",
        "Truth is who is in which half at that second. Who is inside and not among our heads is an"
            + " error; who vanishes stays among them on purpose, also against the limit. Naive:"
            + " only cards heard in the last 2 s count, and one that is not heard is gone.",
        figures);
  }

  private List<Figure> figures(String what, Path file, int frames) throws IOException {
    SortedMap<Integer, Map<Integer, ZoneId>> truth = truth(Words.read(file), frames);
    Map<Integer, Integer> lastSeen = new HashMap<>();
    truth.forEach((second, where) -> where.keySet().forEach(id -> lastSeen.put(id, second)));
    int most = truth.values().stream().mapToInt(where -> count(where, NEAR)).max().orElse(0);
    int limit = Math.max(1, most * 3 / 4);
    Pit pit =
        new Pit(
            List.of(NEAR, FAR),
            limit,
            Duration.ofSeconds(CARD_EVERY),
            PeopleRules.of(shipped, Duration.ofSeconds(CROWD_SECONDS)),
            START);
    Errors errors = new Errors();
    Random dice = new Random(7);
    Map<Integer, Integer> heard = new HashMap<>();
    Map<Integer, ZoneId> heardAt = new HashMap<>();
    int end = truth.lastKey();
    for (int second = 0; second <= end + 200; second++) {
      Map<Integer, ZoneId> where = truth.getOrDefault(second, Map.of());
      List<Fix> fixes = new ArrayList<>();
      for (var each : where.entrySet()) {
        boolean due = (second + each.getKey()) % CARD_EVERY == 0;
        if (due && dice.nextInt(LOST_EVERY) != 0) {
          fixes.add(fix(each.getKey(), second, each.getValue()));
          heard.put(each.getKey(), second);
          heardAt.put(each.getKey(), each.getValue());
        }
      }
      pit.say(START + second * SECOND, fixes);
      if (second % COUNT_EVERY == 0 && second <= end) {
        errors.add(pit, second, where, lastSeen, heard, heardAt);
      }
    }
    return List.of(
        Figure.of(
            what + ": persons inside at " + errors.counts + " counts who were not counted",
            (double) errors.ours,
            (double) errors.naive,
            Figure.Aim.LESS),
        Figure.of(
            what + ": persons of " + lastSeen.size() + " who vanish and are told as silent",
            (double) silent(pit, lastSeen, true),
            0,
            Figure.Aim.MORE),
        Figure.alone(
            what + ": told as silent while still seen",
            Figure.number((double) silent(pit, lastSeen, false))),
        Figure.alone(
            what + ": over the limit of " + limit + " in the near half: seconds until told",
            crowded(pit, truth, limit)));
  }

  private static Fix fix(int id, int second, ZoneId zone) {
    Instant at = Instant.ofEpochMilli(START + second * SECOND);
    return new Fix(new CardId("c-" + id), at, true, zone, null, "", 0, false, false);
  }

  /** By second, who is in which half; the halves part at the middle of the longer axis. */
  private static SortedMap<Integer, Map<Integer, ZoneId>> truth(List<String[]> rows, int frames) {
    List<String[]> tracks = rows.stream().filter(row -> row.length >= 4).toList();
    tracks = tracks.stream().filter(row -> !row[0].startsWith("#")).toList();
    double wide = spread(tracks, 2);
    int axis = wide >= spread(tracks, 3) ? 2 : 3;
    double middle = tracks.stream().mapToDouble(row -> at(row, axis)).average().orElse(0);
    TreeMap<Integer, Map<Integer, ZoneId>> truth = new TreeMap<>();
    for (String[] row : tracks) {
      int second = (int) at(row, 1) / frames;
      truth
          .computeIfAbsent(second, key -> new TreeMap<>())
          .put((int) at(row, 0), at(row, axis) < middle ? NEAR : FAR);
    }
    return truth;
  }

  private static double spread(List<String[]> rows, int axis) {
    var all = rows.stream().mapToDouble(row -> at(row, axis)).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  private static double at(String[] row, int column) {
    return Double.parseDouble(row[column]);
  }

  private static int count(Map<Integer, ZoneId> where, ZoneId zone) {
    return (int) where.values().stream().filter(zone::equals).count();
  }

  /** How many were told as silent after (or before) they were last seen. */
  private static long silent(Pit pit, Map<Integer, Integer> lastSeen, boolean after) {
    return pit.findings().stream()
        .filter(each -> each.rule().equals("SILENT") && each.kind() == FindingKind.OPENED)
        .filter(
            each -> {
              int id = Integer.parseInt(each.subject().id().substring(2));
              long gone = START + lastSeen.getOrDefault(id, 0) * SECOND;
              return each.judged().toEpochMilli() > gone == after;
            })
        .count();
  }

  private static String crowded(
      Pit pit, SortedMap<Integer, Map<Integer, ZoneId>> truth, int limit) {
    int began = -1;
    for (var each : truth.entrySet()) {
      if (count(each.getValue(), NEAR) > limit) {
        began = each.getKey();
        break;
      }
    }
    for (Finding each : pit.findings()) {
      if (each.rule().equals("CROWDED") && each.subject().id().equals(NEAR.value())) {
        return Long.toString((each.judged().toEpochMilli() - START) / SECOND - began);
      }
    }
    return "not told";
  }

  /** Who was inside and was not counted. */
  private static final class Errors {
    private int counts;
    private long ours;
    private long naive;

    void add(
        Pit pit,
        int second,
        Map<Integer, ZoneId> where,
        Map<Integer, Integer> lastSeen,
        Map<Integer, Integer> heard,
        Map<Integer, ZoneId> heardAt) {
      counts++;
      long known =
          heard.keySet().stream().filter(id -> lastSeen.getOrDefault(id, 0) >= second).count();
      int inside = where.size();
      int counted = pit.heads(NEAR) + pit.heads(FAR);
      long gone = heardAt.size() - known;
      ours += Math.max(0, inside - (counted - gone));
      long fresh =
          where.keySet().stream()
              .filter(id -> second - heard.getOrDefault(id, -99) < CARD_EVERY)
              .count();
      naive += Math.max(0, inside - fresh);
    }
  }
}
