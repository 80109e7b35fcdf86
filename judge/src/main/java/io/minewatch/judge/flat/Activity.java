package io.minewatch.judge.flat;

/**
 * Whether what a point measures has cause to move: production runs, the fan is switched, the pump
 * works. The caller knows; another sensor that moves is no proof, an idle face really stands still.
 */
public enum Activity {
  ACTIVE,
  IDLE,
  UNKNOWN
}
