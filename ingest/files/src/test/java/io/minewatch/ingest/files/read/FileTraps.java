package io.minewatch.ingest.files.read;

import static io.minewatch.ingest.files.Dropped.file;
import static io.minewatch.ingest.files.Dropped.header;
import static io.minewatch.ingest.files.read.Traps.GOOD;
import static io.minewatch.ingest.files.read.Traps.IN;
import static io.minewatch.ingest.files.read.Traps.P;
import static io.minewatch.ingest.files.read.Traps.SHORT;
import static io.minewatch.ingest.files.read.Traps.point;
import static io.minewatch.ingest.files.read.Traps.row;

import org.junit.jupiter.params.provider.Arguments;

/** What is tricky in a file as a whole: marks, header, time, what is left of it. */
final class FileTraps {
  private FileTraps() {}

  static Arguments[] rows() {
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
          "a header 23 h 55 min ahead",
          "CDSS",
          file(GOOD).replace(";2026-01-01 08:00:00", ";2026-01-02 07:55:02"),
          "TAKEN 1"),
      row(
          "a header more than 23 h 55 min ahead",
          "CDSS",
          file(GOOD).replace(";2026-01-01 08:00:00", ";2026-01-02 07:55:03"),
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
      row(
          "more than a fifth of the positions bad",
          "RYSS",
          file(IN, IN, IN, IN, SHORT, SHORT),
          "REFUSED TOO_MANY_BAD"),
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
    };
  }
}
