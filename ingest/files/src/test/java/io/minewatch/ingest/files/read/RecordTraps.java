package io.minewatch.ingest.files.read;

import static io.minewatch.ingest.files.Dropped.file;
import static io.minewatch.ingest.files.read.Traps.AREA;
import static io.minewatch.ingest.files.read.Traps.GOOD;
import static io.minewatch.ingest.files.read.Traps.IN;
import static io.minewatch.ingest.files.read.Traps.OUT;
import static io.minewatch.ingest.files.read.Traps.P;
import static io.minewatch.ingest.files.read.Traps.SHORT;
import static io.minewatch.ingest.files.read.Traps.event;
import static io.minewatch.ingest.files.read.Traps.point;
import static io.minewatch.ingest.files.read.Traps.row;

import org.junit.jupiter.params.provider.Arguments;

/** What is tricky in a record: thresholds, states, units, values, fields left out. */
final class RecordTraps {
  private RecordTraps() {}

  static Arguments[] rows() {
    return new Arguments[] {
      row("threshold -0.01 is not set", "CDDY", file(point("-0.01", "")), "TAKEN 1"),
      row("threshold empty is not set", "CDDY", file(point("", "")), "TAKEN 1"),
      row("threshold that is no number", "CDDY", file(point("x", "")), "REFUSED TOO_MANY_BAD"),
      row(
          "state as eight characters",
          "CDSS",
          file(GOOD.replace(";0;2", ";00000100;2")),
          "TAKEN 1"),
      row(
          "state that nobody knows",
          "CDSS",
          file(GOOD, GOOD.replace(";0;2", ";256;2")),
          "TAKEN 1 - 2 state UNKNOWN_STATE"),
      row(
          "state left empty",
          "CDSS",
          file(GOOD, GOOD.replace(";0;2", ";;2")),
          "TAKEN 1 - 2 state MISSING"),
      row(
          "unit that nobody knows",
          "CDSS",
          file(GOOD, GOOD.replace("%", "furlong")),
          "TAKEN 1 - 2 unit UNKNOWN_UNIT"),
      row(
          "unit of something else",
          "CDSS",
          file(GOOD, GOOD.replace("%", "m/s")),
          "TAKEN 1 - 2 unit WRONG_UNIT"),
      row(
          "type name unknown, type in the point code",
          "CDSS",
          file(GOOD.replace("环境瓦斯", "新型")),
          "TAKEN 1"),
      row(
          "type that nobody knows",
          "CDSS",
          file(GOOD, GOOD.replace("环境瓦斯", "新型").replace("MN0001", "MN9999")),
          "TAKEN 1 - 2 type UNKNOWN_TYPE"),
      row(
          "value that is no number",
          "CDSS",
          file(GOOD, GOOD.replace("0.31", "NaN")),
          "TAKEN 1 - 2 value NOT_A_NUMBER"),
      row(
          "value that is infinite",
          "CDSS",
          file(GOOD, GOOD.replace("0.31", "1e999")),
          "TAKEN 1 - 2 value NOT_A_NUMBER"),
      row(
          "time that does not exist",
          "CDSS",
          file(GOOD, GOOD.replace("2026-01-01 07", "2026-02-30 07")),
          "TAKEN 1 - 2 time NOT_A_TIME"),
      row(
          "time out as placeholder text",
          "RYSS",
          file(IN.replace("06:00:00;;", "06:00:00;xxxx-xx-xx xx:xx:xx;")),
          "TAKEN 1"),
      row(
          "a flag that is neither in nor out",
          "RYSS",
          file(IN, IN, IN, IN, IN.replace("甲;1;", "甲;0;")),
          "TAKEN 4 - 5 in NEITHER_IN_NOR_OUT"),
      row(
          "inside but in no area",
          "RYSS",
          file(IN, IN, IN, IN, IN.replace(AREA + ";", ";")),
          "TAKEN 4 - 5 area MISSING"),
      row("somebody outside needs no area", "RYSS", file(OUT.replace(AREA, "")), "TAKEN 1"),
      row(
          "one bad record of five positions",
          "RYSS",
          file(IN, IN, IN, IN, SHORT),
          "TAKEN 4 - 5  WRONG_COUNT"),
      row(
          "bad readings never cost good ones",
          "CDSS",
          file(P, GOOD, P, P),
          "TAKEN 1 - 1  WRONG_COUNT - 3  WRONG_COUNT - 4  WRONG_COUNT"),
      row("an event without its cut-off area", "YCBJ", file(event("")), "TAKEN 1"),
      row("an event with its cut-off area", "YCBJ", file(event("全工作面;")), "TAKEN 1"),
      row(
          "an event without its cut-off area, a separator behind",
          "YCBJ",
          file(event("") + ";"),
          "TAKEN 1"),
      row("the same with two of them", "YCBJ", file(event("") + ";;"), "TAKEN 1"),
      row(
          "an event whose last fields are empty, so that nobody knows which is left out",
          "YCBJ",
          file(event(""), event("").replace("2026-01-01 07:12:00", ";")),
          "TAKEN 1 - 2  WRONG_COUNT"),
      row(
          "an event with its cut-off area and no time",
          "YCBJ",
          file(event("全工作面;").replace("2026-01-01 07:12:00", "")),
          "TAKEN 1"),
      row(
          "a broken line without a value",
          "CDSS",
          file(GOOD.replace("0.31", "").replace(";0;2", ";断线;2")),
          "TAKEN 1"),
      row(
          "no value in a state that has one",
          "CDSS",
          file(GOOD, GOOD.replace("0.31", "")),
          "TAKEN 1 - 2 value MISSING"),
      row(
          "an event that still lasts",
          "YCBJ",
          file(event("").replace("2026-01-01 07:10:00", "")),
          "TAKEN 1"),
    };
  }
}
