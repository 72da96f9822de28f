import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Concerns } from './faulty-proxy.ts';

/**
 * What happens to an exchange on the wire. `cut-request` breaks the connection when this many bytes of the body have got
 * through, `cut-answer` and `drop-answer` when so many bytes of the answer have, or none; `hold-answer` keeps what follows
 * those bytes back until it is released.
 */
export type LineFault =
  | { kind: 'cut-request'; bodyBytes: number }
  | { kind: 'cut-answer'; bytes: number }
  | { kind: 'drop-answer' }
  | { kind: 'hold-answer'; bytes: number };

/** A line to the real server that knows bytes and nothing of what they say, but the first line of a request. */
export interface Line {
  url: string;
  /** From now on this happens to these requests (all of them when left out); null mends the line. */
  fail(fault: LineFault | null, concerns?: Concerns): void;
  /** How often it has happened. */
  struck(): number;
  /** Lets what was held back go on; the line is mended. */
  release(): void;
  stop(): Promise<void>;
}

/** One request and its answer; a connection carries several, one after the other. */
interface Exchange {
  fault: LineFault | null;
  /** Bytes after which the fault strikes; unknown until the request's head has passed. */
  left: number | null;
}

const REQUEST_LINE = /^([A-Z]+) (\S+) HTTP\/1\.1\r\n/;
const HEAD_END = '\r\n\r\n';

/** Lays a line on a free port of loopback to a server. */
export async function startLine(target: string): Promise<Line> {
  const { hostname, port: farPort } = new URL(target);
  let fault: LineFault | null = null;
  let concerns: Concerns = () => true;
  let struck = 0;
  let held: (() => void)[] = [];
  const connections = new Set<Socket>();

  const begin = (chunk: Buffer): Exchange | null => {
    const [, method, path] = REQUEST_LINE.exec(chunk.toString('latin1')) ?? [];
    if (method === undefined || path === undefined) return null;
    const isConcerned = fault !== null && method !== 'OPTIONS' && concerns(method, path);
    return { fault: isConcerned ? fault : null, left: null };
  };

  const server = createServer((near) => {
    const far = connect(Number(farPort), hostname);
    let exchange: Exchange = { fault: null, left: null };
    const cut = () => {
      struck += 1;
      // What was written before still arrives, on both sides.
      near.destroySoon();
      far.destroySoon();
    };
    for (const [side, other] of [
      [near, far],
      [far, near],
    ] as const) {
      connections.add(side);
      side.on('error', () => other.destroy());
      side.on('close', () => {
        connections.delete(side);
        other.destroySoon();
      });
    }

    near.on('data', (chunk: Buffer) => {
      exchange = begin(chunk) ?? exchange;
      const active = exchange.fault;
      if (active?.kind !== 'cut-request') return void far.write(chunk);
      if (exchange.left === null) {
        const head = chunk.indexOf(HEAD_END);
        if (head < 0) return void far.write(chunk);
        exchange.left = head + HEAD_END.length + active.bodyBytes;
      }
      far.write(chunk.subarray(0, exchange.left));
      exchange.left -= chunk.length;
      if (exchange.left <= 0) cut();
    });

    far.on('data', (chunk: Buffer) => {
      const active = exchange.fault;
      if (active === null || active.kind === 'cut-request') return void near.write(chunk);
      if (active.kind === 'drop-answer') return cut();
      exchange.left ??= active.bytes;
      const passing = chunk.subarray(0, Math.max(0, exchange.left));
      const rest = chunk.subarray(passing.length);
      exchange.left -= passing.length;
      if (passing.length > 0) near.write(passing);
      if (exchange.left > 0) return;
      if (active.kind === 'cut-answer') return cut();
      struck += 1;
      held.push(() => near.write(rest));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    fail(next, which = () => true) {
      fault = next;
      concerns = which;
    },
    struck: () => struck,
    release() {
      fault = null;
      for (const go of held.splice(0)) go();
    },
    async stop() {
      held = [];
      for (const side of connections) side.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
