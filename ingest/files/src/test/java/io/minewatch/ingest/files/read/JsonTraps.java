package io.minewatch.ingest.files.read;

import static io.minewatch.ingest.files.Dropped.file;
import static io.minewatch.ingest.files.read.Traps.row;

import org.junit.jupiter.params.provider.Arguments;

/** What is tricky in the JSON files of slopes. */
final class JsonTraps {
  private JsonTraps() {}

  static Arguments[] rows() {
    String good =
        "{\"equip_no\":\"G1\",\"monitor_time\":\"2026-01-01 07:59:00\",\"x_disp\":\"1.5\"}";
    String head =
        "{\"send_time\":\"2026-01-01 08:00:00\",\"open_pit_no\":\"140921021337\",\"data\":[";
    String type = "GNSSREALTIME";
    return new Arguments[] {
      row("numbers as texts", type, head + good + "]}", "TAKEN 1"),
      row("numbers as numbers", type, head + good.replace("\"1.5\"", "1.5") + "]}", "TAKEN 1"),
      row("cut off in the middle", type, head + good, "INCOMPLETE"),
      row(
          "a number where a record should be",
          type,
          head + good + ",7]}",
          "TAKEN 1 - 2  NOT_A_RECORD"),
      row(
          "a number that is none",
          type,
          head + good + "," + good.replace("1.5", "NaN") + "]}",
          "TAKEN 1 - 2 x_disp NOT_A_NUMBER"),
      row("no data", type, head + "]}", "EMPTY NOT_TOLD"),
      row("data that is no array", type, head.replace("[", "") + good + "}", "REFUSED UNREADABLE"),
      row("no send time", type, "{\"data\":[" + good + "]}", "REFUSED UNREADABLE"),
      row(
          "a pit of another mine",
          type,
          (head + good + "]}").replace("1337", "1338"),
          "REFUSED OTHER_MINE"),
      row(
          "sent two hours ahead, as its clock is",
          type,
          (head + good + "]}").replace("08:00", "10:00"),
          "TAKEN 1"),
      row(
          "sent 23 h 55 min ahead",
          type,
          (head + good + "]}").replace("01-01 08:00:00", "01-02 07:55:02"),
          "TAKEN 1"),
      row(
          "sent more than 23 h 55 min ahead",
          type,
          (head + good + "]}").replace("01-01 08:00:00", "01-02 07:55:03"),
          "REFUSED FROM_THE_FUTURE"),
      row("nested too deep", type, "{\"a\":".repeat(20), "REFUSED UNREADABLE"),
      row("a second file behind the first", type, head + good + "]}{}", "REFUSED UNREADABLE"),
      row("text where JSON should be", type, file(Traps.GOOD), "REFUSED UNREADABLE"),
    };
  }
}
