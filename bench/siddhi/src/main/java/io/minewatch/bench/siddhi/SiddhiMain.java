package io.minewatch.bench.siddhi;

import io.minewatch.bench.peers.PeerRun;
import java.time.Clock;

/** {@code FOLDER [MINES [ROUNDS]]}: the product beside Siddhi. */
public final class SiddhiMain {
  private SiddhiMain() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(PeerRun.run(SiddhiEngine::new, arguments, Clock.systemUTC().millis()));
  }
}
