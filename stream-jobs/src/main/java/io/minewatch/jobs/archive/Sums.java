package io.minewatch.jobs.archive;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.jobs.root.RootDesk;
import io.minewatch.jobs.root.Roots;
import io.minewatch.jobs.state.RootsSerializer;
import io.minewatch.jobs.window.Points;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/** What is written of the mine at hand, summed up; nothing where there is no key. */
final class Sums implements Sorting.Sums {
  private final @Nullable RootKey key;
  private final ValueState<Roots> states;
  private final Counter behind;
  private final String keyId;
  private final @Nullable Sealer sealer;
  private final @Nullable RootDesk desk;

  /** Of the message at hand. */
  private @Nullable Roots roots;

  private String mine = "";

  /**
   * Describes it.
   *
   * @param restored the checkpoint that all state comes from, 0 for none
   */
  Sums(RuntimeContext flink, @Nullable RootKey key, long restored) {
    this.key = key;
    states = flink.getState(new ValueStateDescriptor<>("roots", new RootsSerializer()));
    behind =
        flink.getMetricGroup().addGroup("minewatch").counter("readings_behind_data_roots_total");
    keyId = key == null ? "" : key.id();
    sealer = key == null ? null : key.sealer();
    desk = key == null ? null : new RootDesk(key, restored);
  }

  /** Begins a message; without a key it forgets what a key before has summed up. */
  void begin(String of, long received, Points points) throws IOException {
    mine = of;
    Roots known = states.value();
    if (key != null) {
      roots = known == null ? new Roots() : known;
      roots.begin(keyId, received, points::newest);
    } else if (known != null) {
      states.clear(); // this message is in no sum: the same key begins anew when it comes back
    }
  }

  @Override
  public void add(String point, Measure measure, Points.Told told, Points.Place place) {
    if (roots == null || sealer == null || place == Points.Place.SAME) {
      return;
    }
    switch (roots.take(told.measured())) {
      case ADDED -> {
        byte[] hash =
            sealer.hash(
                new Sealer.Of(mine, measure, point), told.value(), told.quality(), told.measured());
        RootSum sum = roots.of(measure, told.measured());
        if (place == Points.Place.BESIDE) {
          sum.addAgain(hash);
        } else {
          sum.add(hash);
        }
      }
      case BEHIND -> behind.inc();
      case BEFORE -> {} // its hour is not told
    }
  }

  /** Ends a message. */
  void keep() throws IOException {
    if (roots != null) {
      states.update(roots);
      roots = null;
    }
  }

  void touched(String of) throws IOException {
    Roots known = desk == null ? null : states.value();
    if (desk != null && known != null) {
      desk.touched(of, known);
    }
  }

  void snapshot(long checkpoint, Instant at) {
    if (desk != null) {
      desk.snapshot(checkpoint, at);
    }
  }

  void completed(long checkpoint) {
    if (desk != null) {
      desk.completed(checkpoint);
    }
  }

  void handOut(String of, Consumer<Outgoing> to) {
    if (desk != null) {
      desk.handOut(of, to);
    }
  }
}
