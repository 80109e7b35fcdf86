package io.minewatch.ingest.files.read;

import static io.minewatch.ingest.files.Dropped.file;
import static io.minewatch.ingest.files.Dropped.header;

import org.junit.jupiter.params.provider.Arguments;

/** The rows: what is tricky, in which file, and what becomes of it in a few words. */
final class Traps {
  private static final String P = "140921021337" + "01MN0001A001";
  static final String GOOD = P + ";环境瓦斯;工作面;0.31;%;0;2026-01-01 07:59:58";
  private static final String CARD = "14092102133700001";
  private static final String AREA = "1409210213370008";
  private static final String IN =
      CARD
          + ";测试甲;1;2026-01-01 06:00:00;;"
          + AREA
          + ";2026-01-01 07:00:00;"
          + AREA
          + "000012;2026-01-01 07:30:00;三八制;-3.50;正常;0;0;"
          + AREA
          + "000012&2026-01-01 07:30:00";
  private static final String OUT =
      CARD + ";测试甲;2;2026-01-01 06:00:00;2026-01-01 07:50:00;" + AREA + ";;;;三八制;1.25;正常;0;0;";
  private static final String SHORT = CARD + ";测试乙;1";

  private Traps() {}

  static Arguments row(String trap, String type, String content, String expected) {
    return Arguments.of(trap, type, content, expected);
  }

  static Arguments[] text() {
    return new Arguments[] {
      row("a file without its end mark is waited for", "CDSS", header() + "~" + GOOD, "INCOMPLETE"),
      row("half an end mark is none", "CDSS", header() + "~" + GOOD + "~|", "INCOMPLETE"),
      row("nothing at all is waited for", "CDSS", "", "INCOMPLETE"),
      row("the coal form", "CDSS", file(GOOD), "TAKEN 1"),
      row(
          "the non-coal form",
          "NCDSS",
          header() + "^" + GOOD.replace("环境瓦斯", "0001") + "^]]]",
          "TAKEN 1"),
      row("a non-coal name with coal marks", "NCDDY", file(point("1.0", "")), "TAKEN 1"),
      row("mixed marks", "CDSS", header() + "^" + GOOD + "^||", "TAKEN 1"),
      row(
          "line breaks behind the records",
          "CDSS",
          header() + "~\r\n" + GOOD + "~\r\n||\r\n",
          "TAKEN 1"),
      row("no separator behind the last record", "CDSS", header() + "~" + GOOD + "||", "TAKEN 1"),
      row("a separator behind the last field", "CDSS", file(GOOD + ";"), "TAKEN 1"),
      row("a file in quotes", "CDSS", '"' + file(GOOD) + '"', "TAKEN 1"),
      row("blocks filled up with NUL", "CDSS", file(GOOD) + "\0\0\0", "TAKEN 1"),
      row(
          "the other separator within a name",
          "CDSS",
          file(GOOD.replace("工作面", "3^上隅角")),
          "TAKEN 1"),
      row(
          "a record time five seconds after the file",
          "CDSS",
          file(GOOD.replace("07:59:58", "08:00:05")),
          "TAKEN 1"),
      row(
          "a header two hours ahead, as its clock is",
          "CDSS",
          file(GOOD).replace(";2026-01-01 08:00:00", ";2026-01-01 10:00:00"),
          "TAKEN 1"),
      row(
          "a header more than a day ahead",
          "CDSS",
          file(GOOD).replace(";2026-01-01 08:00:00", ";2026-01-02 08:00:03"),
          "REFUSED FROM_THE_FUTURE"),
      row(
          "a header four minutes ahead",
          "CDSS",
          file(GOOD).replace(";2026-01-01 08:00:00", ";2026-01-01 08:04:00"),
          "TAKEN 1"),
      row(
          "a header of another mine",
          "CDSS",
          file(GOOD).replace("140921021337;模", "140921021338;模"),
          "REFUSED OTHER_MINE"),
      row(
          "no header",
          "CDSS",
          GOOD.replace("2026-01-01 07:59:58", "") + "~||",
          "REFUSED UNREADABLE"),
      row(
          "a header run together with its first record",
          "CDSS",
          file(GOOD, GOOD).replaceFirst("~", ";"),
          "REFUSED UNREADABLE"),
      row(
          "separators that nobody knows, so that all is header",
          "RYSS",
          file(IN, IN).replace("~", "#"),
          "REFUSED UNREADABLE"),
      row(
          "the long header of the definitions",
          "CDDY",
          file(point("1.0", "")).replace("煤矿;", "煤矿;KJ90;监控系统;厂家;2030-01-01;"),
          "TAKEN 1"),
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
          "more than a fifth of the positions bad",
          "RYSS",
          file(IN, IN, IN, IN, SHORT, SHORT),
          "REFUSED TOO_MANY_BAD"),
      row(
          "bad readings never cost good ones",
          "CDSS",
          file(P, GOOD, P, P),
          "TAKEN 1 - 1  WRONG_COUNT - 3  WRONG_COUNT - 4  WRONG_COUNT"),
      row("no good reading at all", "CDSS", file(P, P), "REFUSED TOO_MANY_BAD"),
      row("an empty body says nothing", "RYSS", header() + "~||", "EMPTY NOT_TOLD"),
      row("an empty body without separator", "RYSS", header() + "||", "EMPTY NOT_TOLD"),
      row(
          "an empty body and a head count of none",
          "RYSS",
          "2026-01-01 08:00:00;0;1/测试丙;~||",
          "EMPTY NOBODY"),
      row(
          "an empty body and a head count of some",
          "RYSS",
          "2026-01-01 08:00:00;12;1/测试丙;~||",
          "EMPTY SOMEBODY"),
      row(
          "the header of the regional variant",
          "RYSS",
          "2026-01-01 08:00:00;1;1/测试丙;~" + IN + "~||",
          "TAKEN 1"),
      row("a file of a type that nobody knows", "ABCD", file(GOOD), "REFUSED UNKNOWN_TYPE"),
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

  static Arguments[] json() {
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
          "sent more than a day ahead",
          type,
          (head + good + "]}").replace("01-01 08:00", "01-03 08:00"),
          "REFUSED FROM_THE_FUTURE"),
      row("nested too deep", type, "{\"a\":".repeat(20), "REFUSED UNREADABLE"),
      row("a second file behind the first", type, head + good + "]}{}", "REFUSED UNREADABLE"),
      row("text where JSON should be", type, file(GOOD), "REFUSED UNREADABLE"),
    };
  }

  private static String point(String upperAlarm, String release) {
    return P
        + ";01;F1;环境瓦斯;MN;%;4;0;"
        + upperAlarm
        + ";"
        + release
        + ";;;1.5;1.0;;;;;上隅角;1;2;3;;2026-01-01 07:00:00";
  }

  private static String event(String cutArea) {
    return P
        + ";环境瓦斯;工作面;%;001;2026-01-01 07:00:00;2026-01-01 07:10:00;1.2;2026-01-01 07:05:00;"
        + "0.4;2026-01-01 07:00:00;0.9;"
        + cutArea
        + "打钻;加强通风;测试丁;2026-01-01 07:12:00";
  }
}
