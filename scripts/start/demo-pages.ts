import { createServer } from 'node:http';
import type { Part } from './crm-server.ts';

/** Serves the demo page on a port of loopback. */
export async function startDemoPages(port: number): Promise<Part> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await ended;
  };
  return { stop, ended };
}
