package io.minewatch.standalone.doctor;

import static io.minewatch.standalone.doctor.Finding.good;
import static io.minewatch.standalone.doctor.Finding.look;
import static io.minewatch.standalone.doctor.Finding.wrong;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was seen of a line between programs. A problem is null where there is none. */
public sealed interface LineFact extends Fact {
  /** Time to get a new certificate and to bring it everywhere. */
  Duration RENEW = Duration.ofDays(30);

  /** An address that should answer. */
  record Door(String of, String address, @Nullable String problem) implements LineFact {
    @Override
    public Finding finding() {
      String what = "port of " + of;
      return problem == null
          ? good(what, address + " answers")
          : wrong(what, address + ": " + problem, "start it; look at address, port and firewall");
    }
  }

  /** An account at the broker. */
  record SignIn(String account, String server, @Nullable String problem) implements LineFact {
    @Override
    public Finding finding() {
      String what = "sign-in " + account;
      return problem == null
          ? good(what, "at " + server)
          : wrong(
              what,
              "at " + server + ": " + problem,
              "look at user, password, role and trust store, and at the broker's log");
    }
  }

  /**
   * The certificate of an encrypted door.
   *
   * @param host by which it is called; null where that is not known
   * @param names that it has
   */
  record Certificate(String address, Instant now, Instant until, @Nullable String host, Names names)
      implements LineFact {
    /** What a certificate calls itself. */
    public record Names(java.util.List<String> all) {
      boolean hold(String host) {
        return all.stream()
            .anyMatch(
                name ->
                    name.equalsIgnoreCase(host)
                        || (name.startsWith("*.")
                            && host.indexOf('.') > 0
                            && host.substring(host.indexOf('.'))
                                .equalsIgnoreCase(name.substring(1))));
      }
    }

    @Override
    public Finding finding() {
      String what = "certificate of " + address;
      String found = "valid until " + until + ", for " + String.join(", ", names.all());
      if (host != null && !names.hold(host)) {
        return wrong(
            what, found + ", but called by " + host, "make one that names " + host + " as well");
      }
      if (!now.isBefore(until)) {
        return wrong(what, found, "renew it: nobody can connect");
      }
      return now.isBefore(until.minus(RENEW)) ? good(what, found) : look(what, found, "renew it");
    }
  }
}
