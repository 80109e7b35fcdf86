package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mine whose hour cannot be read holds up the data roots of no other. */
class DataRootMinesTest {
  private static final String FIRST = "140921021337";
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean broken = true;

  /** Holds nothing; of the first mine it cannot even tell that. */
  private SeriesStore store() {
    return (SeriesStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SeriesStore.class},
            (proxy, method, told) -> {
              if (!method.getName().equals("recorded")) {
                return null;
              }
              if (broken && told[0] instanceof MineCode mine && mine.value().equals(FIRST)) {
                throw asked.getAndIncrement() % 2 == 0
                    ? new IllegalArgumentException("no quality GOOOD")
                    : new SeriesException("it takes too long", null);
              }
              return List.of();
            });
  }

  private int hours(String mine) throws Exception {
    try (var sql = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
        var ask = sql.prepareStatement("select count(*) from data_root where mine = ?")) {
      ask.setString(1, mine);
      try (var rows = ask.executeQuery()) {
        return rows.getInt(1);
      }
    }
  }

  @Test
  void theOthersHaveTheirRootsAndTheFirstIsMadeUpFor() throws Exception {
    MovedClock clock = new MovedClock(START);
    try (AlertingService service = Running.startTwoMines(folder, clock, store(), new MemoryBus())) {
      await().until(() -> hours(Running.OTHER_MINE) == 1);
      await().until(() -> asked.get() == 1);
      clock.move(Duration.ofHours(1));
      await().until(() -> hours(Running.OTHER_MINE) == 2);
      await().until(() -> asked.get() >= 3);
      assertThat(asked.get()).as("once an hour in a round, and not every second").isEqualTo(3);
      assertThat(hours(FIRST)).isZero();
      broken = false;
      clock.move(Duration.ofMinutes(2));
      await().until(() -> hours(FIRST) == 2);
      assertThat(service.port()).isPositive();
    }
  }
}
