package io.minewatch.jobs.archive;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registers of the mines that this task has met; made anew from the kept plan when needed. */
final class Registers {
  private final Map<String, Register> known = new HashMap<>();

  /** Takes a plan as it came. */
  void put(String mine, byte[] plan) throws WireException {
    known.put(mine, Register.of(Messages.read(plan, Plan.class)));
  }

  void remove(String mine) {
    known.remove(mine);
  }

  /**
   * The register of a mine; one that knows no point where there is no plan.
   *
   * @param plan as it is kept, null for none
   */
  Register of(String mine, byte @Nullable [] plan) throws WireException {
    Register register = known.get(mine);
    if (register == null) {
      if (plan == null) {
        return Register.EMPTY;
      }
      register = Register.of(Messages.read(plan, Plan.class)); // was readable when it was taken
      known.put(mine, register);
    }
    return register;
  }
}
