/**
 * Something the person who runs Hợp Tác can put right. Its message is one line that says what is wrong and
 * what to do; it is shown without a stack, and the process ends with a code other than 0.
 */
export class Problem extends Error {
  override name = "Problem"
}

/** A command was asked wrongly: the process ends with 2. */
export class WrongArguments extends Problem {
  override name = "WrongArguments"
}
