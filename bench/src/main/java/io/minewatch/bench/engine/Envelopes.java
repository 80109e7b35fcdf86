package io.minewatch.bench.engine;

import io.minewatch.bench.workload.Parcel;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;

/** Messages of the workload as the product's own MQTT client would hand them over. */
public final class Envelopes {
  private static final String SESSION = "s1";

  private Envelopes() {}

  public static Envelope of(Parcel parcel) {
    return new Envelope(
        parcel.topic(),
        parcel.payload(),
        parcel.isPositions() ? ContentTypes.JSON : ContentTypes.SENML_JSON,
        SESSION,
        parcel.sequence(),
        Lane.LIVE,
        parcel.receivedMillis());
  }

  public static Envelope plan(Plan plan, long receivedMillis) {
    return new Envelope(
        Topic.of(Topic.Kind.PLAN, plan.mine()).toString(),
        Messages.write(plan),
        ContentTypes.JSON,
        "",
        Envelope.NO_SEQUENCE,
        Lane.LIVE,
        receivedMillis);
  }
}
