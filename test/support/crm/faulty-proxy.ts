import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the network does to one request: loses it on its way there or the answer on its way back, or answers itself. */
export type NetworkFault = 'drop-before' | 'drop-after' | 'html' | null;

/** A bad network on loopback in front of a real server. */
export interface FaultyProxy {
  url: string;
  /** Asked once per request. */
  fault: (method: string, path: string) => NetworkFault;
  stop(): Promise<void>;
}

export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const proxy: FaultyProxy = { url: '', fault: () => null, stop };
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const fault = proxy.fault(method, url);
    const body = await readBody(request);
    if (fault === 'drop-before') return void request.socket.destroy();
    if (fault === 'html') return void response.end('<h1>Entre na rede do hotel</h1>');
    const answer = await forward(url, { method, headers: headersOf(request), body });
    // The server is gone, as it is at the end of a test while the background still asks for something.
    if (answer === null) return void request.socket.destroy();
    const content = Buffer.from(await answer.arrayBuffer());
    if (fault === 'drop-after') return void request.socket.destroy();
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;

  async function forward(
    url: string,
    { method, headers, body }: { method: string; headers: Record<string, string>; body: Buffer },
  ): Promise<Response | null> {
    try {
      const sent = body.length > 0 ? { body: new Uint8Array(body) } : {};
      return await fetch(target + url, { method, headers, ...sent });
    } catch {
      return null;
    }
  }

  async function stop(): Promise<void> {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const kept = ['authorization', 'content-type', 'accept', 'origin'];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
