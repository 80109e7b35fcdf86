package io.minewatch.ingest.files.write;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.files.define.PersonDefinition;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.found.FileReading;
import io.minewatch.ingest.files.found.PersonFix;
import io.minewatch.ingest.files.layout.LocalTimes;
import io.minewatch.ingest.files.table.Format;
import io.minewatch.ingest.files.table.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The reader turned round: writes CDDY, CDSS, RYXX and RYSS as a mine's systems would. What was
 * read is written so that it is read the same again; times are cut to the second.
 */
public final class FileWriter {
  private final Formats formats;
  private final LocalTimes times;
  private final SheetWriter sheets;
  private final MineCode mine;
  private final String mineName;

  public FileWriter(
      Formats formats, LocalTimes times, Dialect dialect, MineCode mine, String mineName) {
    this.formats = Objects.requireNonNull(formats, "formats");
    this.times = Objects.requireNonNull(times, "times");
    this.sheets = new SheetWriter(dialect, times);
    this.mine = Objects.requireNonNull(mine, "mine");
    this.mineName = Objects.requireNonNull(mineName, "mineName");
  }

  /** Definitions of points. */
  public WrittenFile points(Instant made, List<PointDefinition> points) {
    List<Map<String, String>> records = new ArrayList<>();
    for (PointDefinition point : points) {
      Map<String, String> record = new HashMap<>(point.told());
      record.put("code", point.id().value());
      record.putIfAbsent("type", point.measure().chinese());
      record.put("unit", point.unit());
      record.put("place", point.name());
      record.put("time", times.write(made));
      point.thresholds().forEach((field, at) -> record.put(field, String.valueOf(at)));
      records.add(record);
    }
    return write("CDDY", made, records);
  }

  /** Readings of points; the state is the raw one where there is one. */
  public WrittenFile readings(Instant made, List<FileReading> readings) {
    List<Map<String, String>> records = new ArrayList<>();
    for (FileReading reading : readings) {
      Map<String, String> record = new HashMap<>();
      record.put("code", reading.point().value());
      record.put("type", reading.measure().chinese());
      record.put("value", reading.hasValue() ? String.valueOf(reading.value()) : "");
      record.put("unit", reading.unit());
      record.put(
          "state", reading.rawState().isEmpty() ? state(reading.quality()) : reading.rawState());
      record.put("time", times.write(reading.at()));
      records.add(record);
    }
    return write("CDSS", made, records);
  }

  /** People and their cards. */
  public WrittenFile people(Instant made, List<PersonDefinition> people) {
    List<Map<String, String>> records = new ArrayList<>();
    for (PersonDefinition person : people) {
      Map<String, String> record = new HashMap<>(person.told());
      record.put("card", person.card().value());
      record.put("name", person.name());
      record.put("job", person.job());
      record.put("department", person.department());
      record.put("leader", person.leader() ? "1" : "0");
      records.add(record);
    }
    return write("RYXX", made, records);
  }

  /** Positions at the upload time; when somebody went out is what was told, else that time. */
  public WrittenFile positions(Instant made, List<PersonFix> fixes) {
    List<Map<String, String>> records = new ArrayList<>();
    for (PersonFix each : fixes) {
      Fix fix = each.fix();
      Map<String, String> record = new HashMap<>(each.told());
      record.put("card", fix.card().value());
      record.put("name", each.name());
      record.put("in", fix.underground() ? "1" : "2");
      record.put("area", fix.zone() == null ? "" : fix.zone().value());
      record.put("timeArea", time(fix.enteredZone()));
      if (!fix.underground()) {
        record.putIfAbsent("timeOut", times.write(fix.at()));
      }
      record.put("station", fix.station());
      if (fix.underground()) {
        record.putIfAbsent("timeStation", times.write(fix.at()));
      }
      record.put("distance", String.valueOf(fix.distanceMetres()));
      record.putIfAbsent("work", fix.distress() ? "求救" : "正常");
      record.put("leader", fix.leader() ? "1" : "0");
      record.put(
          "track",
          each.track().stream()
              .map(passing -> passing.station() + "&" + times.write(passing.at()))
              .collect(Collectors.joining(",")));
      records.add(record);
    }
    return write("RYSS", made, records);
  }

  private String time(@Nullable Instant time) {
    return time == null ? "" : times.write(time);
  }

  private WrittenFile write(String type, Instant made, List<Map<String, String>> records) {
    Format format = Objects.requireNonNull(formats.of(type), type);
    return sheets.write(format, mine, made, Map.of("name", mineName), records);
  }

  /** The national flag of a quality, or the word where there is no flag. */
  private static String state(Quality quality) {
    return switch (quality) {
      case GOOD -> "0";
      case CALIBRATION -> "4";
      case OVER_RANGE -> "8";
      case SUBSTATION_FAULT -> "16";
      case NOT_PATROLLED -> "32";
      case PAUSED -> "64";
      case SENSOR_FAULT -> "128";
      case UNDER_RANGE -> "负漂";
      case DISCONNECTED -> "断线";
      case STALE, SUSPECT, OFFLINE_GATEWAY -> "未知";
    };
  }
}
