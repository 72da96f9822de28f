import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIVE_CLOSE } from '../../../contract/live.ts';
import { createId } from '../../../domain/id.ts';
import { ok } from '../../../domain/result.ts';
import { createLiveChannel, type LiveSocket } from '../../../extension/live-channel.ts';

/** A socket whose other end is the test. */
function createSocket() {
  const listeners: Record<string, (event: never) => void> = {};
  const said: { kind: string; [key: string]: unknown }[] = [];
  let closed = false;
  return {
    said,
    isClosed: () => closed,
    tell: (type: 'open' | 'message' | 'close', event: unknown = {}) => listeners[type]?.(event as never),
    hear(message: unknown) {
      this.tell('message', { data: JSON.stringify(message) });
    },
    socket: {
      send: (text: string) => said.push(JSON.parse(text)),
      close: () => {
        closed = true;
      },
      addEventListener: (type: string, listener: (event: never) => void) => {
        listeners[type] = listener;
      },
    } as LiveSocket,
  };
}

function createClient() {
  const sockets: ReturnType<typeof createSocket>[] = [];
  const urls: string[] = [];
  const heard: string[] = [];
  let token = 'um';
  const channel = createLiveChannel({
    connect(url) {
      urls.push(url);
      const one = createSocket();
      sockets.push(one);
      return one.socket;
    },
    serverUrl: async () => 'https://crm.example',
    access: async () => ok({ token }),
    renew: async () => {
      token = 'dois';
    },
    changed: () => heard.push('changed'),
    presence: (ticketId, users) => heard.push(`${ticketId} ${users.map(({ doing }) => doing)}`),
    random: () => 1,
  });
  return { channel, sockets, urls, heard };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the live channel', () => {
  it('says the token first and never in the address, and pulls once it is welcome', async () => {
    const { channel, sockets, urls, heard } = createClient();
    channel.wake();
    channel.wake();
    await settle();
    expect(urls).toEqual(['wss://crm.example/live']);
    const [one] = sockets;
    one?.tell('open');
    expect(one?.said).toEqual([{ kind: 'hello', token: 'um' }]);
    one?.hear({ kind: 'welcome' });
    one?.hear({ kind: 'changed' });
    expect(heard).toEqual(['changed', 'changed']);
  });

  it('names the tickets on screen when it is welcome, and again after it was cut', async () => {
    const { channel, sockets, heard } = createClient();
    const place = { ticketId: createId(), doing: 'writing' as const };
    channel.place([place]);
    await settle();
    sockets[0]?.tell('open');
    expect(sockets[0]?.said).toHaveLength(1);
    sockets[0]?.hear({ kind: 'welcome' });
    expect(sockets[0]?.said.at(-1)).toEqual({ kind: 'places', places: [place] });
    sockets[0]?.hear({
      kind: 'presence',
      ticketId: place.ticketId,
      users: [{ userId: createId(), doing: 'viewing' }],
    });
    sockets[0]?.tell('close', { code: 1006 });
    // Nobody is known to be there while nothing is connected.
    expect(heard.at(-1)).toBe(`${place.ticketId} `);
    await vi.advanceTimersByTimeAsync(1_000);
    sockets[1]?.tell('open');
    sockets[1]?.hear({ kind: 'welcome' });
    expect(sockets[1]?.said.at(-1)).toEqual({ kind: 'places', places: [place] });
  });

  it('comes back with a new token where the old one was refused', async () => {
    const { channel, sockets } = createClient();
    channel.wake();
    await settle();
    sockets[0]?.tell('open');
    sockets[0]?.tell('close', { code: LIVE_CLOSE.signedOut });
    await vi.advanceTimersByTimeAsync(1_000);
    sockets[1]?.tell('open');
    expect(sockets[1]?.said).toEqual([{ kind: 'hello', token: 'dois' }]);
  });

  it('waits longer after each failure, and keeps both ends awake while it stands', async () => {
    const { channel, sockets } = createClient();
    channel.wake();
    await settle();
    sockets[0]?.tell('close', { code: 1006 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sockets).toHaveLength(2);
    sockets[1]?.tell('close', { code: 1006 });
    await vi.advanceTimersByTimeAsync(1_999);
    expect(sockets).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(sockets).toHaveLength(3);
    sockets[2]?.tell('open');
    sockets[2]?.hear({ kind: 'welcome' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sockets[2]?.said.at(-1)).toEqual({ kind: 'alive' });
  });

  it('hears nothing more of what it ended, and does not come back by itself', async () => {
    const { channel, sockets, heard } = createClient();
    channel.wake();
    await settle();
    sockets[0]?.tell('open');
    sockets[0]?.hear({ kind: 'welcome' });
    channel.end();
    expect(sockets[0]?.isClosed()).toBe(true);
    sockets[0]?.hear({ kind: 'changed' });
    sockets[0]?.tell('close', { code: 1000 });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sockets).toHaveLength(1);
    expect(heard).toEqual(['changed']);
  });

  it('connects for who signs in while it was still connecting for who was there before', async () => {
    const { channel, sockets } = createClient();
    channel.wake();
    channel.end();
    channel.wake();
    await settle();
    expect(sockets).toHaveLength(1);
    sockets[0]?.tell('open');
    expect(sockets[0]?.said).toEqual([{ kind: 'hello', token: 'um' }]);
  });

  it('takes nothing for a message that is none', async () => {
    const { channel, sockets, heard } = createClient();
    channel.wake();
    await settle();
    for (const data of ['', '{', '{"kind":"shout"}', 7]) sockets[0]?.tell('message', { data });
    expect(heard).toEqual([]);
  });
});
