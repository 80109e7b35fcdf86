package io.minewatch.ingest.files;

import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.table.Field;
import io.minewatch.ingest.files.table.Format;
import io.minewatch.ingest.files.table.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Made-up records of any format, from its table. */
public final class Examples {
  private Examples() {}

  /** Every field filled. */
  public static Map<String, String> full(Format format) {
    Map<String, String> record = new LinkedHashMap<>();
    format.fields().forEach(field -> record.put(field.name(), value(format, field)));
    return record;
  }

  /** Only what cannot be left out, and what a position or a value needs. */
  public static Map<String, String> needed(Format format) {
    Map<String, String> record = full(format);
    for (Field field : format.fields()) {
      boolean kept = field.need() == Need.NEEDED || field.name().equals("area");
      if (!kept) {
        record.put(field.name(), "");
      }
    }
    return record;
  }

  private static String value(Format format, Field field) {
    return switch (field.name()) {
      case "type" -> format.type().startsWith("DBSC") ? "0502" : "环境瓦斯";
      case "unit" -> unit(format);
      case "in", "running", "leader" -> "1";
      case "event" -> "001";
      case "value" -> "0.31";
      case "track" -> "1409210213370008000012&2026-01-01 07:30:00";
      default -> byKind(field);
    };
  }

  private static String unit(Format format) {
    if (format.values().stream().anyMatch(value -> value.measure() == null)) {
      return format.type().startsWith("DBSC") ? "m" : "%";
    }
    return "";
  }

  private static String byKind(Field field) {
    return switch (field.kind()) {
      case TEXT -> "甲乙";
      case PERSON -> "测试甲";
      case CODE -> "14092102133701MN0001A001";
      case CARD -> "14092102133700001";
      case NUMBER, LIMIT -> "1.5";
      case WHOLE -> "3";
      case TIME -> "2026-01-01 07:30:00";
      case STATE -> "0";
    };
  }

  /** The text or JSON of these records, without the dialects. */
  public static String content(Format format, List<Map<String, String>> records) {
    return isJson(format) ? json(format, records) : text(format, records);
  }

  /** Reads a file of these records. */
  public static FileResult read(Format format, List<Map<String, String>> records) {
    String content = content(format, records);
    return isJson(format)
        ? Dropped.readJson(format.type(), content)
        : Dropped.read(format.type(), content);
  }

  public static boolean isJson(Format format) {
    return format.header().contains("send_time");
  }

  private static String text(Format format, List<Map<String, String>> records) {
    List<String> lines = new ArrayList<>();
    for (Map<String, String> record : records) {
      lines.add(
          format.fields().stream()
              .map(field -> record.getOrDefault(field.name(), ""))
              .collect(Collectors.joining(";")));
    }
    return Dropped.file(lines.toArray(String[]::new));
  }

  private static String json(Format format, List<Map<String, String>> records) {
    List<String> objects = new ArrayList<>();
    for (Map<String, String> record : records) {
      Map<String, List<String>> nested = new LinkedHashMap<>();
      for (Field field : format.fields()) {
        String path = format.keyOf(field);
        int dot = path.indexOf('.');
        nested
            .computeIfAbsent(dot < 0 ? "" : path.substring(0, dot), p -> new ArrayList<>())
            .add(pair(path.substring(dot + 1), record.getOrDefault(field.name(), "")));
      }
      List<String> parts = new ArrayList<>(nested.getOrDefault("", List.of()));
      nested.forEach(
          (prefix, pairs) -> {
            if (!prefix.isEmpty()) {
              parts.add("\"" + prefix + "\":{" + String.join(",", pairs) + "}");
            }
          });
      objects.add("{" + String.join(",", parts) + "}");
    }
    return "{\"send_time\":\"2026-01-01 08:00:00\",\"open_pit_no\":\""
        + Dropped.MINE
        + "\",\"data\":["
        + String.join(",", objects)
        + "]}";
  }

  private static String pair(String key, String value) {
    return "\"" + key + "\":\"" + value + "\"";
  }
}
