import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createErpApp, type ErpOptions } from './app.ts';

/** The demo ERP, listening. */
export interface ErpServer {
  /** Its origin, without a slash at the end. */
  url: string;
  /** Stops it; harmless when it has stopped. */
  stop(): Promise<void>;
  /** Resolves when it has stopped, for whatever reason. */
  ended: Promise<void>;
}

/**
 * Serves the demo ERP on loopback. It is shown as `localhost`, another origin than the CRM server's; port 0 takes a free one.
 * @throws the error of listening, such as EADDRINUSE
 */
export async function createErpServer(options: ErpOptions & { port: number }): Promise<ErpServer> {
  const server = createServer(getRequestListener(createErpApp(options).fetch));
  await listen(server, options.port);
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await ended;
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, stop, ended };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
