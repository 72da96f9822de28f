import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * What goes wrong on the way to the server: `html` is the page of a captive portal or of a broken gateway (200), `error`
 * is a gateway's 500, `cut` closes the connection before the server hears of it, `lose-answer` lets the server act and
 * loses what it says, `hold` keeps the request until it is released.
 */
export type Fault = 'html' | 'error' | 'cut' | 'lose-answer' | 'hold';

/** Which requests a fault concerns. */
export type Concerns = (method: string, path: string) => boolean;

/** A way to the real server on which things can go wrong. */
export interface FaultyProxy {
  url: string;
  /** From now on these requests (all of them when left out) go wrong; null lets everything pass again. */
  fail(fault: Fault | null, concerns?: Concerns): void;
  /** Lets the held requests go on to the server. */
  release(): void;
  /** How many requests are held at this moment. */
  held(): number;
  /** Requests that came, as `POST /tickets`, in order; those that went wrong too. */
  readonly seen: readonly string[];
  /** How many requests like this (`POST /tickets`) the server has answered, whether anybody heard it or not. */
  answered(request: string): number;
  stop(): Promise<void>;
}

/** Starts a proxy on a free port of loopback in front of a server. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let fault: Fault | null = null;
  let concerns: Concerns = () => true;
  let waiting: (() => void)[] = [];
  const seen: string[] = [];
  const answered: string[] = [];
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse, losesAnswer = false, body?: Buffer) =>
    forward(target, incoming, outgoing, losesAnswer, body, () =>
      answered.push(`${incoming.method} ${incoming.url}`),
    );

  // With its words, so that it arrives whole also where its sender has given up meanwhile.
  const holdBack = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await buffer(incoming);
    waiting.push(() => pass(incoming, outgoing, false, body));
  };

  const proxy = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/' } = incoming;
    const isPreflight = method === 'OPTIONS';
    if (!isPreflight) seen.push(`${method} ${url}`);
    const active = fault !== null && !isPreflight && concerns(method, url) ? fault : null;
    if (active === 'cut') outgoing.destroy();
    else if (active === 'html')
      answerHtml(incoming, outgoing, 200, 'Entre na rede da empresa para continuar.');
    else if (active === 'error') answerHtml(incoming, outgoing, 500, 'Internal Server Error');
    else if (active === 'hold') void holdBack(incoming, outgoing);
    else pass(incoming, outgoing, active === 'lose-answer');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    fail(next, which = () => true) {
      fault = next;
      concerns = which;
    },
    release() {
      fault = null;
      for (const go of waiting.splice(0)) go();
    },
    held: () => waiting.length,
    answered: (request) => answered.filter((each) => each === request).length,
    async stop() {
      waiting = [];
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

/** Readable by the extension, so that what is tested is the answer and not the browser's refusal to show it. */
function answerHtml(incoming: IncomingMessage, outgoing: ServerResponse, status: number, text: string): void {
  incoming.resume();
  outgoing.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'access-control-allow-origin': incoming.headers.origin ?? '*',
  });
  outgoing.end(`<!doctype html><title>Aviso</title><p>${text}</p>`);
}

function forward(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  losesAnswer: boolean,
  body: Buffer | undefined,
  onAnswer: () => void,
): void {
  const { method, url = '/', headers } = incoming;
  const onward = request(new URL(url, target), { method, headers }, (answer) => {
    onAnswer();
    if (losesAnswer) {
      answer.resume();
      answer.once('end', () => outgoing.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  // The server is down: to the client it looks as if there were nobody at the address.
  onward.once('error', () => outgoing.destroy());
  if (body === undefined) incoming.pipe(onward);
  else onward.end(body);
}
