import { liveQuery } from 'dexie';

/**
 * Calls with the result of a query now and after each change of the rows that it read, in whatever context of this origin
 * the change was made; returns how to stop.
 */
export function watchQuery<T>(
  query: () => Promise<T>,
  listener: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: listener, error: onError });
  return () => subscription.unsubscribe();
}
