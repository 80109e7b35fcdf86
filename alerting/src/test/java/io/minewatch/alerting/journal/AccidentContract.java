package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.accident.Accident;
import io.minewatch.alerting.accident.Owed;
import io.minewatch.alerting.accident.ReportRule;
import io.minewatch.domain.wire.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every database must keep of accidents, however many read at once. */
abstract class AccidentContract extends RecordsContract {
  /** Readers at the same time; a step that writes is not one of them. */
  abstract int connections();

  @Test
  void readersOfAccidentsDoNotWaitForEachOtherWhereThereAreMoreThanConnections() throws Exception {
    AccidentRows rows = new AccidentRows(database);
    Accident first = accident("i-1", T);
    Accident second = accident("i-2", T.plusSeconds(9));
    database.write(
        () -> {
          rows.declare(first);
          rows.declare(second);
          return true;
        });
    ExecutorService readers = Executors.newFixedThreadPool(2 * connections());
    try (Held held = new Held(connections() - 1)) {
      List<Callable<List<Accident>>> reads = new ArrayList<>();
      for (int i = 0; i < connections(); i++) {
        reads.add(() -> List.of(rows.find("i-2"), rows.find("i-1")));
        reads.add(() -> rows.between(List.of(Samples.MINE), T.minusSeconds(1), LATER, 10));
      }
      for (Future<List<Accident>> read : readers.invokeAll(reads, 10, TimeUnit.SECONDS)) {
        assertThat(read.isCancelled()).as("waits for a second connection").isFalse();
        assertThat(read.get()).containsExactly(second, first);
      }
      assertThat(held.streams).hasSize(connections() - 1);
    } finally {
      readers.shutdownNow();
    }
    assertThat(rows.find("i-3")).isNull();
    assertThat(rows.between(List.of(Samples.MINE), T.minusSeconds(1), LATER, 1))
        .containsExactly(second);
  }

  private static Accident accident(String incident, Instant at) {
    Instant declared = at.truncatedTo(ChronoUnit.MILLIS);
    Accident bare =
        new Accident(incident, Samples.MINE, false, declared, "dispatcher", "冒顶", List.of());
    return bare.owing(
        Stream.of("phone", "written")
            .map(
                id ->
                    new ReportRule(
                        id, ReportRule.Form.PHONE, "甲", "a", "乙", "b", Duration.ofMinutes(7)))
            .map(rule -> new Owed(rule, declared.plus(rule.within()), null, null))
            .toList());
  }

  /** Connections that others are reading by. */
  private final class Held implements AutoCloseable {
    private final List<Stream<Long>> streams = new ArrayList<>();

    Held(int number) {
      for (int i = 0; i < number; i++) {
        streams.add(database.client().sql("select 1").query(Long.class).stream());
      }
    }

    @Override
    public void close() {
      streams.forEach(Stream::close);
    }
  }
}
