package io.minewatch.e2e.campaign;

import io.minewatch.broker.app.BrokerMain;
import io.minewatch.e2e.process.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The product's broker, which keeps sessions and messages on its disk. */
final class OurBroker implements Works.Broker {
  private final Path folder;
  private final Path accounts;
  private final int port = Works.freePort();
  private @Nullable JavaProgram program;
  private int starts;

  OurBroker(Path folder, Path accounts) throws IOException {
    this.folder = folder;
    this.accounts = accounts;
  }

  @Override
  public void start() throws IOException {
    Map<String, String> all =
        Map.of(
            "JAVA_TOOL_OPTIONS",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m",
            "MINEWATCH_BROKER_DATA_DIR",
            folder.resolve("broker").toString(),
            "MINEWATCH_BROKER_ACCOUNTS",
            accounts.toString(),
            "MINEWATCH_BROKER_PORT",
            String.valueOf(port));
    program = JavaProgram.start("broker-" + ++starts, folder, BrokerMain.class, all, "run");
    program.awaitPrinted("the broker is ready on", Duration.ofMinutes(2));
  }

  @Override
  public void kill() {
    if (program != null) {
      program.kill();
    }
  }

  @Override
  public int port() {
    return port;
  }
}
