package io.minewatch.ingest.files.read;

import io.minewatch.domain.reading.Measure;
import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.Examples;
import io.minewatch.ingest.files.table.Field;
import io.minewatch.ingest.files.table.Format;
import io.minewatch.ingest.files.table.Gives;
import io.minewatch.ingest.files.table.Mark;
import io.minewatch.ingest.files.table.ValueColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Writes docs/formats.md from the tables, the vocabulary and the rows of the traps. */
final class FormatsPage {
  private static final String HEAD =
      """
      # Formats 国家格式文件

      Generated from the tables of `ingest/files` by `FormatsPageTest`; do not edit. 由格式表生成，请勿手改。

      The monitoring systems that stand in mines write small files, one a kind and moment: `{mine}_{TYPE}_{yyyyMMddHHmmss}.txt`, a header, records, an end mark.
      The gateway reads them and publishes what they hold. This page lists what is read, in which order, and how well that order is known.

      * **CONFIRMED**: read in a document, in an implementer's code or in real files. **INFERRED**: concluded from names and neighbours; check it against the mine's own files before you rely on it.
      * **NEEDED**: must not be empty; a value may be, where the state says that there is no measurement (a broken line becomes a reading of that quality and no value). **OPEN**: may be empty. **MAYBE**: some systems leave it out, separator and all.
      * A field that is not empty and is not of its kind costs its record, never the neighbours. The refusal names file, record, field and reason.
      * The separator (`~`, `^`, line break), the end mark (`||`, `]]]`), UTF-8 (with or without byte order mark) and GBK are found in the content. A leading `N` of the type is the non-coal form of the same fields.
      * Times are the mine's wall clock, China Standard Time. Positions count as of the file's upload time, in or out; the time out is kept beside.
      * A header ahead of our clock by up to 23 h 55 min is that of a mine whose clock is ahead: its file is taken with its own times (decision 56). One further ahead is wrong and refused. A clock that jumps far ahead (by more than a minute, to more than five) while the platform listens costs two periods of the live lane, like one that is put back: until then it may be one wrong header. One that is put right costs nothing.
      * The states of substations and stations (FZSS, JZSS) are read and not sent: what they tell comes with the points (bit 16 of a reading's state) and with YCBJ 005 and 006, which tell begin and end; of FZSS only the name is known. Who is at a station that is down is silent and told so.
      * A reading that carries no unit has the unit of its point's definition, which the gateway keeps from the definition files in its folders, over restarts. Without a definition the unit of the table is taken; where that is `by definition`, the record is refused, because a wrong guess would falsify it by a multiple. A mine whose definitions never come writes the unit into a format of its own (below).
      * A record of people is never repeated in a reason, not even in part.
      * The header has the fields listed, or mine, name and time alone; or it begins with the time (regional variant: time, head count, leader).
      * Limits: a file of more than 20,000 records is refused, and one of more than 8 MiB; the gateway and alerting take none of more than 4 MiB.
      * Of definitions and positions, a file with more than 20 % bad records is refused as a whole, because what it leaves out counts as gone. Readings and alarms stand each for themselves.

      ## Where it was found

      | mark | what |
      |---|---|
      | R40 | code that generates test files for a provincial platform |
      | R42 | the data layer of one mine |
      | R45 | tables of a water system after MT/T 1201.4-2023 |
      | R46 | programs and tests of the personnel system after the access rules of 2019 (42号文 annex 2): also wait 10 minutes for the end mark, refuse a header more than 5 minutes ahead, refuse a file with more than 20 % bad records |
      | R51 | vendors' lists of states |

      The official texts (MT/T 1201-2023) could not be read.

      ## To put an order right

      Lines of the same form as the built-in tables replace a format as a whole; no code is needed. The gateway reads them from the file that its setting `folder-formats` names, and alerting from the one that `formats` names in its settings, for definition files.

      ```
      format RYCS ALARMS
      title  人员超时 | people overtime
      header mine name time
      field  begin TIME NEEDED CONFIRMED own 开始 | begin
      field  code CARD NEEDED CONFIRMED own 卡 | card
      alarm  OVERTIME
      ```

      ## To add words

      Lines of the form of the built-in words go before them: sensor types, units, states, switch words, kinds of event. The gateway reads them from the file that its setting `folder-words` names, alerting, which takes definition files, from the one that `words` names. A number of a state is a flag unless the file says `use CODES`.

      ```
      use CODES
      code 4 DISCONNECTED
      code 6 UNDER_RANGE
      word SENSOR_FAULT 探头故障
      measure METHANE 红外瓦斯
      unit % 百分比
      ```

      ## Formats
      """;

  private final List<String> out = new ArrayList<>();

  static String text() {
    FormatsPage page = new FormatsPage();
    page.out.add(HEAD.stripTrailing());
    page.overview();
    Dropped.FORMATS.all().forEach(page::format);
    page.words();
    page.traps();
    return String.join("\n", page.out) + "\n";
  }

  private void overview() {
    table("type", "格式", "format", "gives", "order");
    for (Format format : Dropped.FORMATS.all()) {
      long inferred = format.fields().size() - confirmed(format);
      row(
          "[" + format.type() + "](#" + format.type().toLowerCase(Locale.ROOT) + ")",
          format.title().chinese(),
          format.title().english(),
          String.valueOf(format.gives()),
          inferred == 0 ? "CONFIRMED" : inferred + " of " + format.width() + " INFERRED");
    }
  }

  private static long confirmed(Format format) {
    return format.fields().stream().filter(field -> field.mark() == Mark.CONFIRMED).count();
  }

  private void format(Format format) {
    out.add("");
    out.add("### " + format.type());
    out.add("");
    out.add(format.title().chinese() + " · " + format.title().english() + ".");
    if (format.types().size() > 1) {
      out.add(
          "Also named "
              + String.join(", ", format.types().subList(1, format.types().size()))
              + ".");
    }
    out.add("Header: `" + String.join(";", format.header()) + "`.");
    format.notes().forEach(out::add);
    boolean json = Examples.isJson(format);
    table("#", json ? "key" : "field", "字段", "meaning", "kind", "need", "order", "source");
    int number = 0;
    for (Field field : format.fields()) {
      number++;
      row(
          String.valueOf(number),
          "`" + (json ? format.keyOf(field) : field.name()) + "`",
          field.chinese(),
          field.english(),
          field.kind().name(),
          field.need().name(),
          field.mark().name(),
          field.source());
    }
    format.values().forEach(value -> value(value, format));
  }

  private static String unit(ValueColumn value, Format format) {
    if (value.isByField()) {
      return format.gives() == Gives.READINGS ? "by field, else by the definition" : "by field";
    }
    return value.isByDefinition() ? "by definition" : fixed(value, format);
  }

  private static String fixed(ValueColumn value, Format format) {
    boolean carried = value.measure() == Measure.SWITCH;
    String unit = value.unit();
    return carried
        ? unit
        : unit
            + (format.gives() == Gives.READINGS
                ? " (INFERRED: the record carries none; the definition's unit goes before it)"
                : " (INFERRED: the record carries none)");
  }

  private void value(ValueColumn value, Format format) {
    Measure measure = value.measure();
    out.add("");
    out.add(
        "Value `"
            + value.field()
            + "`: "
            + (measure == null ? "measure by type" : measure)
            + ", unit "
            + unit(value, format)
            + ", point `"
            + value.pointOf("id")
            + "`.");
  }

  private void words() {
    out.add("");
    out.add("## Words 词表");
    out.add("");
    out.add(
        "What mines write, and what it is taken for. Anything else is refused with its reason.");
    for (String kind : List.of("measure", "unit", "word", "switch", "event")) {
      table("word".equals(kind) ? "state" : kind, "written");
      Dropped.WORDS
          .table(kind)
          .forEach((ours, written) -> row(ours, String.join(" ", written).replace("|", "\\|")));
    }
    out.add("");
    out.add(
        "A state that is a number holds flags that may add; the first of these that is set decides. Eight characters of 0 and 1 are the same flags, the first worth 128 (INFERRED).");
    out.add(
        "The states of the water and tailings files are taken for the same flags (INFERRED); `use CODES` takes a vendor's own list instead.");
    table("flag", "quality");
    Dropped.WORDS
        .flags()
        .forEach(flag -> row(String.valueOf(flag.getKey()), flag.getValue().name()));
  }

  private void traps() {
    out.add("");
    out.add("## Traps 陷阱");
    out.add("");
    out.add(
        "Each is a row of `TrapsTest`. TAKEN with its count, then the refused records with number, field and reason.");
    table("trap", "type", "what becomes of it");
    Stream.of(Traps.text(), JsonTraps.rows())
        .flatMap(Arrays::stream)
        .map(Arguments::get)
        .forEach(cells -> row(cell(cells[0]), cell(cells[1]), cell(cells[3])));
    out.add("");
    out.add(
        "Beside them: an older file never replaces newer state, the same bytes are a duplicate, other bytes of the same time are a correction (`NewestFilesTest`; in the gateway `NationalFolderTest`, in the registry `FilingTest`);");
    out.add(
        "a defined point without a reading is a missing line (缺线), told by judging (`OutageTest`), and a read point without definition is unregistered and refused with `UNKNOWN_POINT` (`MineJudgeTest`), both against the registry that definition files fill (`FilingTest`);");
    out.add(
        "names and cards stand in no reason, no log and no printed value (`MeaningTest`, `ProposalTest`).");
  }

  private static String cell(Object value) {
    return Objects.toString(value).strip();
  }

  private void table(String... heads) {
    out.add("");
    row(heads);
    out.add("|" + "---|".repeat(heads.length));
  }

  private void row(String... cells) {
    out.add(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |")));
  }
}
