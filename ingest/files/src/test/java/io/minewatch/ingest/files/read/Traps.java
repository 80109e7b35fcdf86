package io.minewatch.ingest.files.read;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The rows: what is tricky, in which file, and what becomes of it in a few words. */
final class Traps {
  static final String P = "140921021337" + "01MN0001A001";
  static final String GOOD = P + ";环境瓦斯;工作面;0.31;%;0;2026-01-01 07:59:58";
  static final String CARD = "14092102133700001";
  static final String AREA = "1409210213370008";
  static final String IN =
      CARD
          + ";测试甲;1;2026-01-01 06:00:00;;"
          + AREA
          + ";2026-01-01 07:00:00;"
          + AREA
          + "000012;2026-01-01 07:30:00;三八制;-3.50;正常;0;0;"
          + AREA
          + "000012&2026-01-01 07:30:00";
  static final String OUT =
      CARD + ";测试甲;2;2026-01-01 06:00:00;2026-01-01 07:50:00;" + AREA + ";;;;三八制;1.25;正常;0;0;";
  static final String SHORT = CARD + ";测试乙;1";

  private Traps() {}

  static Arguments row(String trap, String type, String content, String expected) {
    return Arguments.of(trap, type, content, expected);
  }

  /** Of text files, and then of the records in them. */
  static Arguments[] text() {
    return Stream.of(FileTraps.rows(), RecordTraps.rows())
        .flatMap(Stream::of)
        .toArray(Arguments[]::new);
  }

  static String point(String upperAlarm, String release) {
    return P
        + ";01;F1;环境瓦斯;MN;%;4;0;"
        + upperAlarm
        + ";"
        + release
        + ";;;1.5;1.0;;;;;上隅角;1;2;3;;2026-01-01 07:00:00";
  }

  static String event(String cutArea) {
    return P
        + ";环境瓦斯;工作面;%;001;2026-01-01 07:00:00;2026-01-01 07:10:00;1.2;2026-01-01 07:05:00;"
        + "0.4;2026-01-01 07:00:00;0.9;"
        + cutArea
        + "打钻;加强通风;测试丁;2026-01-01 07:12:00";
  }
}
