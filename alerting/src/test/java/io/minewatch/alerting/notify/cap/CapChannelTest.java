package io.minewatch.alerting.notify.cap;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.ChannelContract;
import io.minewatch.alerting.notify.Result;
import io.minewatch.alerting.notify.cap.CapSource.About;
import io.minewatch.alerting.notify.cap.CapSource.Mark;
import io.minewatch.alerting.notify.cap.CapSource.Standing;
import io.minewatch.domain.finding.Severity;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

class CapChannelTest extends ChannelContract implements CapChannel.Kept, CapSource {
  private final List<CapChannel.Message> kept = new ArrayList<>();
  private Standing standing = Standing.OPEN;
  private List<Mark> marks = List.of();
  private boolean known = true;

  @Override
  protected Channel open() {
    return new CapChannel(new CapChannel.Settings("alerts.example.org"), this, this, () -> true);
  }

  @Override
  public About about(String incident) {
    return known
        ? new About(
            "140921021337",
            new Names("示范<煤矿>&", "Model Colliery", "0101采煤工作面\u0001", "Coal face 0101"),
            List.of("14", "1409", "140921"),
            new CapArea.Place(36.5, 111.9),
            Severity.RED,
            NOW,
            standing,
            marks)
        : null;
  }

  @Override
  public About test(String mine, Instant at) {
    marks = List.of(Mark.TEST);
    return about(mine);
  }

  @Override
  public List<CapChannel.Message> of(String incident) {
    return List.copyOf(kept);
  }

  @Override
  public void keep(CapChannel.Message message) {
    kept.add(message);
  }

  @Override
  protected boolean answer(Answer answer) {
    known = answer != Answer.NEVER_THIS;
    return answer == Answer.NEVER_THIS;
  }

  @Override
  protected List<String> arrived() {
    return kept.stream().map(message -> message.identifier().substring(3)).toList();
  }

  @Test
  void alertUpdateCancelAndAckAreValidAndReferToWhatWentBefore() throws Exception {
    channel().place(attempt("i-1-c3"));
    marks = List.of(Mark.WITHDRAWING);
    channel().place(attempt("i-1-c5"));
    standing = Standing.CLOSED;
    channel().place(attempt("i-1-c9"));
    assertThat(kept).hasSize(3);
    List<CapAlert> alerts = new ArrayList<>();
    for (CapChannel.Message message : kept) {
      valid(message.body());
      assertThat(message.body())
          .contains("<sent>2026-03-01T08:00:00-00:00</sent>")
          .doesNotContain("47");
      alerts.add(CapReader.read(message.body().getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(alerts)
        .extracting(CapAlert::msgType)
        .containsExactly(CapAlert.MsgType.Alert, CapAlert.MsgType.Update, CapAlert.MsgType.Cancel);
    assertThat(alerts.get(0).references()).isEmpty();
    assertThat(alerts.get(2).references())
        .containsExactly(alerts.get(0).reference(), alerts.get(1).reference());
    assertThat(alerts).extracting(CapAlert::status).containsOnly(CapAlert.Status.Actual);
    valid(CapWriter.ack(new CapAlert.Reference("me", "ack-1", NOW), alerts.get(0), "140921021337"));
  }

  @Test
  void aDrillIsAnExercise() throws Exception {
    marks = List.of(Mark.DRILL);
    channel().place(attempt("i-2-c3"));
    valid(kept.get(0).body());
    assertThat(kept.get(0).body()).contains("<status>Exercise</status>").contains("演习");
  }

  @Test
  void aTestOfTheFeedIsATestAndValid() throws Exception {
    Attempt attempt = attempt("t-1");
    Cause cause = new Cause("t-1", "140921021337", 0, 1, Severity.BLUE, Cause.Why.TEST);
    channel()
        .place(
            new Attempt(
                attempt.id(),
                cause,
                attempt.channel(),
                attempt.callee(),
                attempt.code(),
                attempt.text(),
                attempt.textEnglish(),
                attempt.queued(),
                attempt.tries(),
                attempt.state()));
    valid(kept.get(0).body());
    assertThat(kept.get(0).body())
        .contains("<status>Test</status>", "<msgType>Alert</msgType>", "测试，无告警", "TEST, no alarm.")
        .doesNotContain("47");
  }

  @Test
  void whatIsOverBeforeAnythingWasSentIsNotCancelled() {
    standing = Standing.CLOSED;
    Attempt attempt = attempt("i-3-c9");
    assertThat(channel().place(attempt).kind()).isEqualTo(Result.Kind.DROP);
    assertThat(kept).isEmpty();
  }

  private static void valid(String document) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(CapChannelTest.class.getResource("/cap/cap-1.2.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(document)));
  }
}
