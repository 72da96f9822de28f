import setUpDatabases from './e2e-databases.ts';
import { buildE2eExtension } from './e2e-extension.ts';

/** Runs once before the end-to-end tests; the function it returns is called after them. */
export default async function setup(): Promise<() => Promise<void>> {
  const [tearDown] = await Promise.all([setUpDatabases(), buildE2eExtension()]);
  return tearDown;
}
