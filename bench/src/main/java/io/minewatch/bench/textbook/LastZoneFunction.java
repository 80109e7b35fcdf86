package io.minewatch.bench.textbook;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Remembers where a card is and tells when it goes in or comes out. */
public final class LastZoneFunction extends KeyedProcessFunction<String, PersonFix, HeadChange> {
  private transient ValueState<PersonFix> last;

  @SuppressWarnings("NullAway.Init") // set by open
  public LastZoneFunction() {}

  @Override
  public void open(OpenContext context) {
    last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", PersonFix.class));
  }

  @Override
  public void processElement(PersonFix fix, Context context, Collector<HeadChange> out)
      throws Exception {
    PersonFix before = last.value();
    if (before != null && fix.time <= before.time) {
      return;
    }
    boolean wasIn = before != null && !before.zone.isEmpty();
    boolean isIn = !fix.zone.isEmpty();
    if (wasIn != isIn) {
      HeadChange change = new HeadChange();
      change.mine = fix.mine;
      change.heads = isIn ? 1 : -1;
      out.collect(change);
    }
    last.update(fix);
  }
}
