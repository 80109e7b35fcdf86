package io.minewatch.alerting.notify.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Told;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.ChannelContract;
import io.minewatch.alerting.notify.Result;
import io.minewatch.domain.feed.CallOut;
import io.minewatch.domain.feed.CallReceipt;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BroadcastChannelTest extends ChannelContract {
  private final List<Outgoing> published = new ArrayList<>();
  private final CompletableFuture<Void> hanging = new CompletableFuture<>();
  private Answer answer = Answer.WELL;

  @Override
  protected Channel open() {
    return new BroadcastChannel(
        new BroadcastChannel.Settings(Set.of(CallOut.Device.LAMP, CallOut.Device.SIREN), TIMEOUT),
        this::take,
        receipts,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private CompletableFuture<Void> take(Outgoing message) {
    published.add(message);
    return switch (answer) {
      case WELL -> CompletableFuture.completedFuture(null);
      case HANGS -> hanging;
      default -> CompletableFuture.failedFuture(new IllegalStateException("no line"));
    };
  }

  @Override
  protected boolean answer(Answer next) {
    answer = next;
    return next == Answer.NOT_NOW || next == Answer.HANGS;
  }

  @Override
  protected List<String> arrived() throws Exception {
    List<String> ids = new ArrayList<>();
    for (Outgoing message : published) {
      if (message.topic().equals("mw/v1/140921021337/calls")) {
        ids.add(Messages.read(message.payload(), CallOut.class).id());
        assertThat(message.isRetained()).isFalse();
      }
    }
    return ids;
  }

  @Test
  void whatWaitsForABrokerThatIsAwayGoesOutOnceHoweverOftenItIsTried() throws Exception {
    answer(Answer.HANGS);
    for (int tried = 0; tried < 3; tried++) {
      assertThat(channel().place(attempt("a-1")).kind()).isEqualTo(Result.Kind.RETRY);
    }
    assertThat(arrived()).containsExactly("a-1");
    hanging.complete(null); // the broker has it, when nobody is asking
    assertThat(channel().place(attempt("a-1")).isOk()).isTrue();
    assertThat(arrived()).containsExactly("a-1");
  }

  @Test
  void whatWasUnderWayWhenTheLineWasGivenUpIsSentAnew() throws Exception {
    answer(Answer.HANGS);
    assertThat(channel().place(attempt("a-1")).kind()).isEqualTo(Result.Kind.RETRY);
    hanging.completeExceptionally(new CancellationException("the line is given up"));
    assertThat(channel().place(attempt("a-1")).kind()).isEqualTo(Result.Kind.RETRY);
    answer(Answer.WELL);
    assertThat(channel().place(attempt("a-1")).isOk()).isTrue();
    assertThat(arrived()).containsExactly("a-1", "a-1");
  }

  @Test
  void aDeviceThatPlayedItHasDeliveredAndConfirmsNothing() {
    BroadcastChannel channel = (BroadcastChannel) channel();
    channel.took(new CallReceipt("a-1", CallReceipt.What.DELIVERED, "lamp-room", NOW));
    assertThat(told.get("a-1")).containsExactly(new Told.Delivered());
  }
}
