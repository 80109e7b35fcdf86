package io.minewatch.bench.esper;

import io.minewatch.bench.peers.PeerRun;
import java.time.Clock;

/** {@code FOLDER [MINES [ROUNDS]]}: the product beside Esper. */
public final class EsperMain {
  private EsperMain() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(PeerRun.run(EsperEngine::new, arguments, Clock.systemUTC().millis()));
  }
}
