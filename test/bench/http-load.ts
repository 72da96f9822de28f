import { connect, type Socket } from 'node:net';

/** Requests at a server over connections that stay open, each with one request under way at a time. */
export interface Load {
  url: string;
  connections: number;
  /** For how long, ms. */
  during: number;
  /** The next request, as it goes over the wire. */
  next(): Buffer;
  /** Status that each answer has to have. */
  status: number;
}

const HEAD_END = '\r\n\r\n';

/**
 * Answers per second. As bare as it can be, because it takes its share of the same processors.
 * @throws when an answer has another status
 */
export async function measureRate({ url, connections, during, next, status }: Load): Promise<number> {
  const { hostname, port } = new URL(url);
  const begun = performance.now();
  const until = begun + during;
  const counts = await Promise.all(
    Array.from({ length: connections }, () =>
      keepAsking(connect(Number(port), hostname), until, next, status),
    ),
  );
  const seconds = (performance.now() - begun) / 1_000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

function keepAsking(socket: Socket, until: number, next: () => Buffer, status: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let received = '';
    const ask = () => {
      received = '';
      socket.write(next());
    };
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('close', () => resolve(count));
    socket.on('data', (text: string) => {
      received += text;
      if (!isWhole(received)) return;
      if (!received.startsWith(`HTTP/1.1 ${status} `)) {
        socket.destroy();
        return reject(new Error(`An answer was not ${status}: ${received.slice(0, 600)}`));
      }
      count += 1;
      if (performance.now() < until) ask();
      else socket.end();
    });
  });
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf(HEAD_END);
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(answer.slice(0, head + 2))?.[1];
  return length === undefined
    ? answer.endsWith(`0${HEAD_END}`)
    : answer.length >= head + HEAD_END.length + Number(length);
}

/** A request as bytes. */
export function toRequest(
  method: 'GET' | 'POST',
  path: string,
  token: string | null,
  body?: unknown,
): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...(token === null ? [] : [`authorization: Bearer ${token}`]),
    ...(content === ''
      ? []
      : ['content-type: application/json', `content-length: ${Buffer.byteLength(content)}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}${HEAD_END}${content}`);
}
