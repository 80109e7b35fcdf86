package io.minewatch.alerting.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.Database;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.withdrawal.OrderBook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxPublisherTest {
  private static final MineCode MINE = new MineCode("140921021337");

  @TempDir private Path folder;
  private Database database;
  private Store store;
  private final SlowBus bus = new SlowBus();
  private OutboxPublisher publisher;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("journal.db"), "", "");
    store = Store.of(database);
    publisher = new OutboxPublisher(store, bus, Duration.ofMillis(1));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatTheBusHasIsNotHandedOverAgainWhileTheBrokerIsAway() throws Exception {
    book(1);
    assertThat(publisher.round()).isZero();
    assertThat(publisher.round()).isZero();
    assertThat(bus.taken).hasSize(1);

    bus.confirmations.get(0).complete(null);
    assertThat(publisher.round()).isEqualTo(1);
    assertThat(publisher.round()).isZero();
    assertThat(bus.taken).hasSize(1);
  }

  @Test
  void aNewerBookGoesOutWithoutWaitingForTheOlder() throws Exception {
    book(1);
    assertThat(publisher.round()).isZero();
    book(2);
    assertThat(publisher.round()).isZero();

    assertThat(bus.taken).hasSize(2);
    assertThat(Messages.read(bus.taken.get(1).payload(), OrderBook.class).version()).isEqualTo(2);
    bus.confirmations.get(0).complete(null);
    assertThat(publisher.round()).as("the newer one is not confirmed").isZero();
    bus.confirmations.get(1).complete(null);
    assertThat(publisher.round()).isEqualTo(1);
  }

  @Test
  void whatTheBrokerRefusesIsTriedAgain() throws Exception {
    book(1);
    assertThat(publisher.round()).isZero();
    bus.confirmations.get(0).completeExceptionally(new IllegalStateException("refused"));
    assertThat(publisher.round()).isZero();
    assertThat(publisher.round()).isZero();
    assertThat(bus.taken).hasSize(2);
  }

  @Test
  void whatWasUnderWayWhenTheLineWasGivenUpGoesOutWhenItIsTakenAgain() throws Exception {
    book(1);
    assertThat(publisher.round()).isZero();
    bus.confirmations.get(0).completeExceptionally(new CancellationException("it is closed"));
    assertThat(publisher.round()).isZero();
    assertThat(publisher.round()).isZero();
    assertThat(bus.taken).hasSize(2);
    bus.confirmations.get(1).complete(null);
    assertThat(publisher.round()).isEqualTo(1);
  }

  @Test
  void ordersGoOutBeforePlansAndEachInTheOrderOfTheirTime() throws Exception {
    for (String mine : List.of("140000000003", "140000000001", "140000000002")) {
      String plan = Topic.of(Topic.Kind.PLAN, new MineCode(mine)).toString();
      database.write(
          () -> {
            store.outbox().put(plan, "plan", 1);
            return true;
          });
    }
    book(1);
    publisher.round();
    for (int i = 0; i < 4; i++) {
      bus.confirmations.get(i).complete(null);
      publisher.round();
    }
    assertThat(bus.taken)
        .extracting(Outgoing::topic)
        .containsExactly(
            "mw/v1/140921021337/orders",
            "mw/v1/140000000003/plan",
            "mw/v1/140000000001/plan",
            "mw/v1/140000000002/plan");
  }

  private void book(long version) {
    String topic = Topic.of(Topic.Kind.ORDERS, MINE).toString();
    database.write(
        () -> {
          store.outbox().orderBook(topic, new OrderBook(MINE, version, List.of()));
          return true;
        });
  }

  /** A bus whose broker confirms when the test says so. */
  private static final class SlowBus extends TakingBus {
    private final List<Outgoing> taken = new ArrayList<>();
    private final List<CompletableFuture<Void>> confirmations = new ArrayList<>();

    @Override
    public CompletableFuture<Void> publish(Outgoing message) {
      taken.add(message);
      confirmations.add(new CompletableFuture<>());
      return confirmations.get(confirmations.size() - 1);
    }
  }
}
