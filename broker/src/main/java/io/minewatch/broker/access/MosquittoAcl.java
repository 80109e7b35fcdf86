package io.minewatch.broker.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The access rules in the words of Mosquitto's {@code acl_file}, from the same permissions that our
 * own broker carries out.
 *
 * <p>Mosquitto cannot say all of them: it does not tell retained messages from others, takes any
 * subscription and leaves out what may not be read, and lets any client id connect.
 */
public final class MosquittoAcl {
  private MosquittoAcl() {}

  /** The whole file: first that nobody without a name may do anything, then each account. */
  public static String of(Accounts accounts) {
    List<String> lines = new ArrayList<>();
    lines.add("# Generated from the accounts; do not edit.");
    lines.add("topic deny #");
    for (Account account : accounts.all()) {
      lines.add("");
      lines.add("user " + account.user());
      Set<String> topics = new TreeSet<>();
      for (Permission permission : AccessRules.permissions(account)) {
        topics.add("topic " + word(permission.act()) + " " + permission.filter());
      }
      lines.addAll(topics);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String word(Permission.Act act) {
    return switch (act) {
      case PUBLISH, PUBLISH_RETAINED -> "write";
      case SUBSCRIBE -> "read";
    };
  }
}
