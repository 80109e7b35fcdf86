package io.minewatch.broker.app;

import io.minewatch.broker.hive.BrokerSettings;
import java.nio.file.Path;

/**
 * All that the program needs to know.
 *
 * @param accounts the accounts file; read again when it changes
 */
public record ProgramSettings(BrokerSettings broker, Path accounts) {}
