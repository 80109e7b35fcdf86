package io.minewatch.alerting.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.report.CurvePicture.Curve;
import io.minewatch.alerting.report.CurvePicture.Limit;
import io.minewatch.alerting.report.CurvePicture.Moment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SheetTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Instant T = Instant.parse("2026-03-01T16:30:00Z");

  @Test
  void nothingThatIsPutInIsMarkupAndTimesAreOfTheMine() {
    Sheet sheet = new Sheet("<t>", Tongue.EN, CHINA);
    String page =
        sheet
            .title("k", "<script>", "b")
            .warning("a & b")
            .table(List.of("h"), List.of(List.of("<b>", "x")), "none")
            .table(List.of("h"), List.of(), "nothing here")
            .facts(List.of(List.of("at", sheet.time(T))))
            .end("\"foot\"");
    assertThat(page)
        .contains("&lt;script&gt;", "a &amp; b", "&lt;b&gt;", "nothing here", "lang=\"en\"")
        .contains("2026-03-02 00:30:00")
        .doesNotContain("<script", "<b>", " style=", "<style");
  }

  @Test
  void aTimeIsSaidAsPeopleSayItAndNothingKnownAsNothing() {
    Sheet sheet = new Sheet("t", Tongue.ZH, CHINA);
    assertThat(sheet.span(Duration.ofSeconds(59))).isEqualTo("59 秒");
    assertThat(sheet.span(Duration.ofSeconds(61))).isEqualTo("1:01 分");
    assertThat(sheet.span(Duration.ofSeconds(3_661))).isEqualTo("1:01:01 时");
    assertThat(sheet.span(null)).isEqualTo("—");
    assertThat(sheet.time(null)).isEqualTo("—");
    assertThat(Numbers.of(1.5000001)).isEqualTo("1.5");
    assertThat(Numbers.of(-0.0001)).isEqualTo("0");
    assertThat(Numbers.of(100)).isEqualTo("100");
  }

  @Test
  void aCurveIsBrokenWhereNothingWasHeardAndShowsEveryLimit() throws Exception {
    long at = T.toEpochMilli();
    Curve curve =
        new Curve(
            List.of(at, at + 10_000, at + 100_000, at + 200_000, at + 210_000),
            List.of(0.5, 0.6, 3.1, 1.6, 1.7),
            Duration.ofSeconds(60),
            List.of(new Limit(1.0, "报警 1"), new Limit(1.5, "断电 1.5"), new Limit(1.0, "复电 1")),
            new Moment(T.plusSeconds(200), "起始"));
    String svg = String.valueOf(CurvePicture.of(curve, CHINA, "T1 <x>"));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getAttribute("aria-label")).isEqualTo("T1 <x>");
    var paths = document.getElementsByTagName("path");
    String line = ((org.w3c.dom.Element) paths.item(paths.getLength() - 1)).getAttribute("d");
    assertThat(line.chars().filter(c -> c == 'M').count()).isEqualTo(3);
    assertThat(line).as("the single reading is painted").matches("M.*L.*M[^L]*h0M.*L.*");
    assertThat(svg).contains("stroke-linecap=\"round\"");
    assertThat(svg).contains("报警 1", "断电 1.5", "复电 1", "起始");
    assertThat(
            CurvePicture.of(
                new Curve(List.of(at), List.of(1.0), Duration.ZERO, List.of(), new Moment(T, "")),
                CHINA,
                ""))
        .isNull();
  }

  @Test
  void aReportCallsThingsAsTheScreenDoes() {
    assertThat(Terms.in(Tongue.ZH).of("counter.warnings")).isEqualTo("发布预警（次）");
    assertThat(Terms.in(Tongue.EN).of("counter.warnings")).isEqualTo("Warnings");
    assertThat(Terms.in(Tongue.EN).of("platform.ROSTER", 3)).endsWith(": 3");
    assertThat(Terms.in(Tongue.EN).of("no.such.WORD")).isEqualTo("such.WORD");
  }

  @Test
  void theCaptionOfAThinnedCurveSaysWhichSilencesMayBeDrawnThrough() {
    Duration minute = Duration.ofSeconds(60);
    assertThat(caption(new EvidenceCurve.Breaks(minute, null)))
        .endsWith("Where the line is broken nothing was heard.");
    assertThat(caption(new EvidenceCurve.Breaks(minute, Duration.ofMillis(86_472))))
        .contains("Where the line is broken nothing was heard.", "less than 87 s");
  }

  private static String caption(EvidenceCurve.Breaks breaks) {
    return new EvidenceCurve("T1", "%CH4", List.of(), List.of(), breaks, T, null, 1, "", null)
        .caption(Tongue.EN);
  }
}
