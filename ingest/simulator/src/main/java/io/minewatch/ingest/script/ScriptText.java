package io.minewatch.ingest.script;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.StringTokenizer;

/**
 * The written form of a {@link Script}: one incident a line, {@code #} begins a comment.
 *
 * <pre>
 * round 20m
 * after 45s drive T1-0101 to 1.8 within 40s hold 4m until withdrawn fall 90s
 * after 11m cut T1-0201 for 3m as DISCONNECTED     (or: as silence)
 * after 5m mask T2-0101 for 10m shows 0.3
 * after 2m crowd face-0101 for 5m people 12
 * after 3m hush 3 for 5m
 * after 0s linger 5 for 20m stays 2m
 * after 9m disconnect for 1m
 * after 4m calibrate T1-0101 for 2m shows 2.0      (the probe says that it is calibrated)
 * after 4m freeze T2-0101 for 30m
 * after 2m rain 60 for 8m                          (mm an hour)
 * after 2m slide GP-01 from 8 failing 7m for 6m    (mm an hour at the beginning)
 * after 0s stand for 10h                           (nobody works)
 * after 3m absent 1 for 10m
 * after 3m distress 4 for 1m
 * after 5m pace 3 to pump-room every 18m for 3h    (to and fro between that and the own place)
 * after 5m carry 5 by 3 for 3h                     (3 has the card of 5 too)
 * after 5m copy 4 at heading-0201 for 90s          (the card is read there as well)
 * after 5m hang 4 at main-haulage for 3h30m        (the card alone, on a nail)
 * after 20m spike T1-0101 to 3.9 for 20s           (a wild value that is called good)
 * </pre>
 */
public final class ScriptText {
  private final StringTokenizer words;

  private ScriptText(String line) {
    this.words = new StringTokenizer(line);
  }

  /**
   * Reads a script.
   *
   * @throws IllegalArgumentException naming the line that is not understood
   */
  public static Script parse(List<String> lines) {
    Duration round = Duration.ZERO;
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int comment = line.indexOf('#');
      String text = (comment < 0 ? line : line.substring(0, comment)).strip();
      try {
        if (text.startsWith("round ")) {
          round = duration(text.substring("round ".length()).strip());
        } else if (!text.isEmpty()) {
          incidents.add(new ScriptText(text).incident());
        }
      } catch (IllegalArgumentException | DateTimeParseException | NoSuchElementException e) {
        throw new IllegalArgumentException(
            "line " + (i + 1) + " of the script, '" + text + "': " + e.getMessage(), e);
      }
    }
    return new Script(round, incidents);
  }

  private Incident incident() {
    Duration after = time("after");
    String verb = words.nextToken();
    Incident incident =
        switch (verb) {
          case "drive" -> drive(after);
          case "cut" -> cut(after);
          case "mask" -> mask(after, Quality.GOOD);
          case "calibrate" -> mask(after, Quality.CALIBRATION);
          case "freeze" -> {
            PointId point = point();
            yield new Incident.Freeze(after, time("for"), point);
          }
          case "rain" -> {
            double rate = Double.parseDouble(words.nextToken());
            yield new Incident.Rain(after, time("for"), rate);
          }
          case "slide" -> slide(after);
          case "stand" -> new Incident.Stand(after, time("for"));
          case "absent" -> {
            int person = Integer.parseInt(words.nextToken());
            yield new Incident.Absent(after, time("for"), person);
          }
          case "distress" -> {
            int person = Integer.parseInt(words.nextToken());
            yield new Incident.Distress(after, time("for"), person);
          }
          case "crowd" -> {
            ZoneId zone = new ZoneId(words.nextToken());
            yield new Incident.Crowd(after, time("for"), zone, (int) number("people"));
          }
          case "hush" -> {
            int person = Integer.parseInt(words.nextToken());
            yield new Incident.Hush(after, time("for"), person);
          }
          case "linger" -> {
            int person = Integer.parseInt(words.nextToken());
            yield new Incident.Linger(after, time("for"), person, time("stays"));
          }
          case "pace" -> pace(after);
          case "carry" -> {
            int card = Integer.parseInt(words.nextToken());
            int carrier = (int) number("by");
            yield new Incident.Carry(after, time("for"), card, carrier);
          }
          case "copy" -> {
            int person = Integer.parseInt(words.nextToken());
            ZoneId zone = zone("at");
            yield new Incident.Copy(after, time("for"), person, zone);
          }
          case "hang" -> {
            int person = Integer.parseInt(words.nextToken());
            ZoneId zone = zone("at");
            yield new Incident.Hang(after, time("for"), person, zone);
          }
          case "spike" -> {
            PointId point = point();
            double shows = number("to");
            yield new Incident.Spike(after, time("for"), point, shows);
          }
          case "disconnect" -> new Incident.Disconnect(after, time("for"));
          default -> throw new IllegalArgumentException("no such incident: " + verb);
        };
    if (words.hasMoreTokens()) {
      throw new IllegalArgumentException("too many words, from '" + words.nextToken() + "'");
    }
    return incident;
  }

  private Incident drive(Duration after) {
    PointId point = point();
    double peak = number("to");
    Duration within = time("within");
    Duration hold = time("hold");
    Incident.Until until = Incident.Until.TIME;
    String word = words.nextToken();
    if (word.equals("until")) {
      until = Incident.Until.valueOf(words.nextToken().toUpperCase(Locale.ROOT));
      word = words.nextToken();
    }
    same("fall", word);
    return new Incident.Drive(after, point, peak, within, hold, until, duration(words.nextToken()));
  }

  private Incident mask(Duration after, Quality quality) {
    PointId point = point();
    return new Incident.Mask(after, time("for"), point, number("shows"), quality);
  }

  private Incident pace(Duration after) {
    int person = Integer.parseInt(words.nextToken());
    ZoneId zone = zone("to");
    Duration every = time("every");
    return new Incident.Pace(after, time("for"), person, zone, every);
  }

  private Incident slide(Duration after) {
    PointId point = point();
    double from = number("from");
    Duration failing = time("failing");
    return new Incident.Slide(after, time("for"), point, from, failing);
  }

  private Incident cut(Duration after) {
    PointId point = point();
    Duration lasts = time("for");
    same("as", words.nextToken());
    String way = words.nextToken();
    return new Incident.Cut(
        after, lasts, point, way.equals("silence") ? null : Quality.valueOf(way));
  }

  private PointId point() {
    return new PointId(words.nextToken());
  }

  private ZoneId zone(String keyword) {
    same(keyword, words.nextToken());
    return new ZoneId(words.nextToken());
  }

  private Duration time(String keyword) {
    same(keyword, words.nextToken());
    return duration(words.nextToken());
  }

  private double number(String keyword) {
    same(keyword, words.nextToken());
    return Double.parseDouble(words.nextToken());
  }

  private static void same(String expected, String word) {
    if (!expected.equals(word)) {
      throw new IllegalArgumentException("'" + expected + "' is expected, was '" + word + "'");
    }
  }

  /** 45s, 4m, 1h30m: the ISO form without its PT. */
  private static Duration duration(String text) {
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }
}
