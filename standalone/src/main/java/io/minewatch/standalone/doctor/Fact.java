package io.minewatch.standalone.doctor;

/** Something that was seen at an installation. It knows what it means. */
public sealed interface Fact permits MachineFact, ProgramFact, LineFact, MineFact {
  /** What is to be said of it. */
  Finding finding();
}
