package io.minewatch.alerting.journal;

import java.util.Arrays;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How far the schema of a database has come. Looked at without changing it.
 *
 * @param version of the last migration; null if the database is empty
 * @param pending migrations that this program would make
 * @param newer whether a newer program than this one made some
 */
public record Schema(@Nullable String version, int pending, boolean newer) {
  /**
   * Looks at a database.
   *
   * @throws RuntimeException if it cannot be reached
   */
  public static Schema of(String url, String user, String password) {
    // A file that is not there is not to be made by looking for it.
    String looking = url.startsWith("jdbc:sqlite:") ? url + "?open_mode=1" : url;
    MigrationInfoService info =
        Database.flyway(new DriverManagerDataSource(looking, user, password)).info();
    MigrationInfo current = info.current();
    return new Schema(
        current == null ? null : String.valueOf(current.getVersion()),
        info.pending().length,
        Arrays.stream(info.all()).anyMatch(each -> each.getState().name().startsWith("FUTURE")));
  }
}
