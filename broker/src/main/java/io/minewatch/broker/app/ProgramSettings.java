package io.minewatch.broker.app;

import io.minewatch.broker.hive.BrokerSettings;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the program needs to know.
 *
 * @param accounts the accounts file; read again when it changes
 */
public record ProgramSettings(BrokerSettings broker, Path accounts) {
  /**
   * Reads settings as the program does.
   *
   * @param file null for none
   * @throws IllegalArgumentException with one line for each problem
   */
  public static ProgramSettings read(@Nullable Path file, Map<String, String> environment) {
    return SettingsReader.read(file, environment);
  }
}
