/** A failure that the person at the keyboard can act on: its message is one sentence and what to do. */
export class Problem extends Error {
  override name = 'Problem';
}
