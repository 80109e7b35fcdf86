package io.minewatch.validation.check;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.Name;
import io.minewatch.validation.recording.Lines;
import io.minewatch.validation.rule.PeopleRules;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags on hard hats of a building site: cards that fall silent, and two that are not one. */
public final class HatCheck implements Check {
  private final List<Rule> shipped;

  /** Judged by the rules of people that a pack has. */
  public HatCheck(List<Rule> shipped) {
    this.shipped = shipped;
  }

  private static final List<String> DAYS =
      List.of("210401", "210405", "210406", "210407", "210418", "210421", "210423");

  private static final Pattern ROW = Pattern.compile("^\"(\\d{13})-([^\"]*)\".*\"\\[(\\{.*)]\".*");
  private static final Pattern BEACON = Pattern.compile("'instanceId':'(\\w+)','rssi':(-?\\d+)");

  /** What the tags were set to, and when a card counts as silent. */
  private static final Duration PERIOD = Duration.ofSeconds(30);

  private static final long SILENT_MILLIS = 90_000 + 60_000;

  /** Broken transmissions show as ids with a handful of records; a hat sends thousands a day. */
  private static final int FEWEST_OF_A_HAT = 100;

  @Override
  public String folder() {
    return "people-hardhat-ble";
  }

  @Override
  public Section run(Path recordings) throws IOException {
    Tally tally = new Tally();
    for (String day : DAYS) {
      day(Lines.read(recordings.resolve(folder()).resolve(day + ".csv.gz")), tally);
    }
    return new Section(
        "Tags on hard hats",
        tally.records
            + " records of two hats on seven days, newest first; the place is the strongest beacon;"
            + " broken ids are left as they are",
        PeopleRules.WORDS,
        "A gap is when a hat is not heard for more than 150 s (silence and delay) within its day."
            + " Naive: a card is silent after three of its usual gaps of 2 s. A hat is a tag with"
            + " at least 100 records in a day; all others are broken ids.",
        List.of(
            Figure.of(
                "gaps of hats told, of " + tally.gaps,
                tally.told,
                tally.naiveTold,
                Figure.Aim.MORE),
            Figure.of(
                "hats told as silent without a gap",
                tally.wrong,
                tally.naiveWrong,
                Figure.Aim.LESS),
            Figure.of(
                "broken ids taken for a person who is silent, of " + tally.broken,
                tally.phantoms,
                tally.broken,
                Figure.Aim.LESS),
            Figure.alone(
                "days on which two hats were taken for one person's, of " + tally.pairs,
                Figure.number(tally.pairsFound)),
            Figure.alone("hats taken for parked", Figure.number(tally.parked))));
  }

  /** What came out of all days. */
  private static final class Tally {
    private int records;
    private int gaps;
    private int told;
    private int naiveTold;
    private int wrong;
    private int naiveWrong;
    private int broken;
    private int phantoms;
    private int pairs;
    private int pairsFound;
    private int parked;
  }

  /** One record. */
  private record Heard(long at, String id, String beacon) {}

  private void day(List<String> lines, Tally tally) {
    TreeMap<Long, List<Heard>> bySecond = new TreeMap<>();
    Map<String, List<Long>> times = new HashMap<>();
    Set<ZoneId> zones = new LinkedHashSet<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher row = ROW.matcher(lines.get(i));
      if (row.matches() && Name.isValid(row.group(2))) {
        Heard heard = new Heard(Long.parseLong(row.group(1)), row.group(2), nearest(row.group(3)));
        tally.records++;
        zones.add(new ZoneId(heard.beacon));
        bySecond.computeIfAbsent(heard.at / 1_000, key -> new ArrayList<>()).add(heard);
        times.computeIfAbsent(heard.id, key -> new ArrayList<>()).add(heard.at);
      }
    }
    long first = bySecond.firstKey();
    Pit pit =
        new Pit(
            List.copyOf(zones),
            0,
            PERIOD,
            PeopleRules.of(shipped, Duration.ofMinutes(1)),
            first * 1_000);
    for (long second = first; second <= bySecond.lastKey(); second++) {
      List<Fix> fixes =
          bySecond.getOrDefault(second, List.of()).stream().map(HatCheck::fix).toList();
      if (!fixes.isEmpty()) {
        pit.say(second * 1_000 + 999, fixes);
      }
      pit.time(second * 1_000 + 999);
    }
    score(pit, times, bySecond.lastKey() * 1_000, tally);
  }

  private static String nearest(String beacons) {
    Matcher each = BEACON.matcher(beacons);
    String best = "none";
    int strongest = Integer.MIN_VALUE;
    while (each.find()) {
      int strength = Integer.parseInt(each.group(2));
      if (strength > strongest) {
        strongest = strength;
        best = each.group(1);
      }
    }
    return best;
  }

  private static Fix fix(Heard heard) {
    return new Fix(
        new CardId(heard.id),
        Instant.ofEpochMilli(heard.at),
        true,
        new ZoneId(heard.beacon),
        null,
        "",
        0,
        false,
        false);
  }

  private static void score(Pit pit, Map<String, List<Long>> times, long end, Tally tally) {
    int hats = 0;
    for (var each : times.entrySet()) {
      boolean isHat = each.getValue().size() >= FEWEST_OF_A_HAT;
      long silent = opened(pit, "SILENT", each.getKey());
      if (!isHat) {
        tally.broken++;
        tally.phantoms += silent > 0 ? 1 : 0;
        continue;
      }
      hats++;
      int gaps = gaps(each.getValue(), end, SILENT_MILLIS);
      int naive = gaps(each.getValue(), end, 6_000);
      tally.gaps += gaps;
      tally.told += (int) Math.min(gaps, silent);
      tally.wrong += (int) Math.max(0, silent - gaps);
      tally.naiveTold += gaps;
      tally.naiveWrong += naive - gaps;
      tally.parked += (int) opened(pit, "PARKED", each.getKey());
    }
    tally.pairs += hats > 1 ? 1 : 0;
    boolean paired =
        times.keySet().stream().mapToLong(id -> opened(pit, "TWO_CARDS", id)).sum() > 0;
    tally.pairsFound += hats > 1 && paired ? 1 : 0;
  }

  private static long opened(Pit pit, String rule, String card) {
    return pit.findings().stream()
        .filter(each -> each.kind() == FindingKind.OPENED && each.rule().equals(rule))
        .filter(each -> each.subject().id().equals(card))
        .count();
  }

  private static int gaps(List<Long> times, long end, long longerThan) {
    List<Long> all = new ArrayList<>(times);
    all.add(end);
    int gaps = 0;
    for (int i = 1; i < all.size(); i++) {
      gaps += all.get(i) - all.get(i - 1) > longerThan ? 1 : 0;
    }
    return gaps;
  }
}
