/**
 * What is known of a failure without its message, which may quote a customer's name or a line of the text: the names of the
 * error and of its causes, and the places in the code.
 */
export function causeWithoutWords(cause: unknown): string {
  if (!(cause instanceof Error)) return `a thrown ${typeof cause}`;
  const places = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const names = [cause.name, ...(cause.cause instanceof Error ? [`because of ${cause.cause.name}`] : [])];
  return [names.join(' '), ...places].join('\n');
}
