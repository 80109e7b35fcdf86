package io.minewatch.alerting.notify.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Told;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.ChannelContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Its other end is our own page, which has the attempt from the database. */
class ConsoleChannelTest extends ChannelContract {
  private boolean attended = true;

  @Override
  protected Channel open() {
    return new ConsoleChannel(mine -> attended, receipts);
  }

  /** It refuses nothing: the row is there. */
  @Override
  protected boolean answer(Answer answer) {
    return answer == Answer.WELL;
  }

  @Override
  protected List<String> arrived() {
    return List.copyOf(told.keySet());
  }

  @Test
  void itIsDeliveredWhereTheConsoleIsAttendedAndElseOnlyPlaced() {
    channel().place(attempt("a-1"));
    assertThat(told.get("a-1")).containsExactly(new Told.Delivered());
    attended = false;
    assertThat(channel().place(attempt("a-2")).isOk()).isTrue();
    assertThat(told).doesNotContainKey("a-2");
  }
}
