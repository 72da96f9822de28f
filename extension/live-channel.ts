import { LIVE_CLOSE, type LiveServerMessage, liveServerMessageSchema } from '../contract/live.ts';
import type { Attendee, TicketPlace } from '../domain/presence.ts';
import type { Result } from '../domain/result.ts';

/** What of the browser's WebSocket is used. */
export interface LiveSocket {
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
}

export interface LiveChannelParts {
  /** Undefined where there is no live channel. */
  connect: ((url: string) => LiveSocket) | undefined;
  serverUrl(): Promise<string | null>;
  /** A token that is good now; an error while nobody is signed in. */
  access(): Promise<Result<{ token: string }>>;
  /** The token was refused: another one is needed. */
  renew(refused: string): Promise<unknown>;
  /** Something changed on the server. */
  changed(): void;
  /** Who else is at a ticket that was named. */
  presence(ticketId: string, users: Attendee[]): void;
  random(): number;
}

/** The connection over which the server says at once that something changed, and who else is at a ticket. Without it everything works, later. */
export interface LiveChannel {
  /** Connects where somebody is signed in and nothing is connected or about to be. */
  wake(): void;
  /** All tickets on this machine's screens. */
  place(places: readonly TicketPlace[]): void;
  /** Nobody is signed in any more, or somebody else is. */
  end(): void;
}

/** Chrome lets a background rest after 30 s without a message (ms). */
const ALIVE_EVERY = 20_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

export function createLiveChannel(parts: LiveChannelParts): LiveChannel {
  let socket: LiveSocket | null = null;
  let isConnecting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let alive: ReturnType<typeof setInterval> | undefined;
  let wait = FIRST_WAIT;
  let places: readonly TicketPlace[] = [];
  let isWelcome = false;
  /** Goes up with each end: what was begun before it does not go on. */
  let era = 0;

  const say = (message: unknown) => socket?.send(JSON.stringify(message));
  const sayPlaces = () => {
    if (isWelcome) say({ kind: 'places', places });
  };

  async function connect(): Promise<void> {
    const mine = era;
    const [url, access] = [await parts.serverUrl(), await parts.access()];
    if (mine !== era || url === null || !access.ok || parts.connect === undefined) return;
    const { token } = access.value;
    const opened = parts.connect(`${url.replace(/^http/, 'ws').replace(/\/$/, '')}/live`);
    socket = opened;
    opened.addEventListener('open', () => opened.send(JSON.stringify({ kind: 'hello', token })));
    opened.addEventListener('message', ({ data }) => {
      const message = parseMessage(data);
      if (message !== null && socket === opened) hear(message);
    });
    opened.addEventListener('close', ({ code }) => {
      if (socket !== opened) return;
      rest();
      if (code === LIVE_CLOSE.signedOut) void parts.renew(token).finally(later);
      else later();
    });
  }

  function hear(message: LiveServerMessage): void {
    if (message.kind === 'presence') {
      parts.presence(message.ticketId, message.users);
      return;
    }
    if (message.kind === 'welcome') {
      isWelcome = true;
      wait = FIRST_WAIT;
      alive = setInterval(() => say({ kind: 'alive' }), ALIVE_EVERY);
      sayPlaces();
    }
    // What changed while nothing was connected was not told.
    parts.changed();
  }

  function rest(): void {
    for (const { ticketId } of places) parts.presence(ticketId, []);
    socket = null;
    isWelcome = false;
    clearInterval(alive);
  }

  /** Many clients that lost one server do not come back at the same moment. */
  function later(): void {
    clearTimeout(timer);
    const mine = era;
    timer = setTimeout(() => mine === era && wake(), wait * (0.5 + parts.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function wake(): void {
    if (socket !== null || isConnecting || parts.connect === undefined) return;
    clearTimeout(timer);
    isConnecting = true;
    const mine = era;
    void connect()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        isConnecting = false;
        // Who signed in meanwhile has been turned away, because this was under way.
        if (mine !== era) wake();
      });
  }

  return {
    wake,
    place(next) {
      const left = places.filter((one) => !next.some(({ ticketId }) => ticketId === one.ticketId));
      places = next;
      for (const { ticketId } of left) parts.presence(ticketId, []);
      sayPlaces();
      wake();
    },
    end() {
      era += 1;
      clearTimeout(timer);
      const ended = socket;
      rest();
      ended?.close();
    },
  };
}

function parseMessage(data: unknown): LiveServerMessage | null {
  try {
    const parsed = liveServerMessageSchema.safeParse(JSON.parse(String(data)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
