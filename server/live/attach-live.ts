import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  LIVE_CLOSE,
  type LiveClientMessage,
  type LiveServerMessage,
  liveClientMessageSchema,
} from '../../contract/live.ts';
import { isAllowedOrigin } from '../http/origins.ts';
import { Refusal } from '../problems.ts';
import type { Authenticator } from '../session/authenticator.ts';
import type { LiveConnection, LiveHub } from './hub.ts';

/** What raises `upgrade` events: the HTTP server of Node. */
export interface UpgradingServer {
  on(event: 'upgrade', listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown;
}

export interface LiveParts {
  authenticator: Pick<Authenticator, 'authenticate'>;
  hub: LiveHub;
  /** Origins that may connect besides browser extensions. */
  origins: readonly string[];
}

/** A first message later than this, and nobody is there who means it (ms). */
const HELLO_WITHIN = 10_000;
/** How often it is asked whether the other side is alive and its session still good (ms). */
const LOOKED_AFTER_EVERY = 25_000;
/** The largest message of the contract is far smaller (bytes). */
const LARGEST_MESSAGE = 16 * 1024;
/** Connections that one process holds. */
const MOST_CONNECTIONS = 5_000;

/** Answers WebSockets at `/live`; gives what ends them all. Browsers name their origin, and only those of the API may come. */
export function attachLive(server: UpgradingServer, parts: LiveParts): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  server.on('upgrade', (request, socket, head) => {
    const { origin } = request.headers;
    const isHere = new URL(request.url ?? '/', 'http://server').pathname === '/live';
    if (!isHere || (origin !== undefined && !isAllowedOrigin(origin, parts.origins))) {
      socket.end(`HTTP/1.1 ${isHere ? '403 Forbidden' : '404 Not Found'}\r\nconnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      if (sockets.clients.size > MOST_CONNECTIONS) accepted.close(LIVE_CLOSE.tooMany);
      else serve(accepted, parts);
    });
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

function serve(socket: WebSocket, { authenticator, hub }: LiveParts): void {
  let connection: LiveConnection | null = null;
  let leave: (() => void) | null = null;
  let token = '';
  let isAlive = true;
  const send = (message: LiveServerMessage) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const actorOf = async () => {
    const actor = await authenticator.authenticate(`Bearer ${token}`);
    return actor.user.permissions.includes('tickets.read') ? actor : null;
  };
  /** A token that is over asks for another one; a server that cannot look is a reason to come again, and no more. */
  const fail = (error: unknown) =>
    socket.close(error instanceof Refusal ? LIVE_CLOSE.signedOut : LIVE_CLOSE.failed);
  const greet = async (offered: string) => {
    token = offered;
    const actor = await actorOf();
    if (actor === null) return socket.close(LIVE_CLOSE.signedOut);
    if (socket.readyState !== socket.OPEN || connection !== null) return;
    connection = { userId: actor.user.id, send };
    leave = hub.join(connection);
    send({ kind: 'welcome' });
  };
  const greeting = setTimeout(() => {
    if (connection === null) socket.close(LIVE_CLOSE.signedOut);
  }, HELLO_WITHIN);
  /** The token is over, or the session was ended: the client comes again with another, or not. */
  const lookAgain = async () => {
    if (connection !== null && (await actorOf()) === null) socket.close(LIVE_CLOSE.signedOut);
  };
  const looking = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
    void lookAgain().catch(fail);
  }, LOOKED_AFTER_EVERY);

  socket.on('pong', () => {
    isAlive = true;
  });
  socket.on('message', (data, isBinary) => {
    isAlive = true;
    const message = isBinary ? null : parseMessage(String(data));
    if (message === null) socket.close(LIVE_CLOSE.badMessage);
    else if (message.kind === 'hello') void greet(message.token).catch(fail);
    else if (connection === null) socket.close(LIVE_CLOSE.signedOut);
    else if (message.kind === 'places') hub.place(connection, message.places);
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(greeting);
    clearInterval(looking);
    leave?.();
  });
}

function parseMessage(text: string): LiveClientMessage | null {
  try {
    const parsed = liveClientMessageSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
