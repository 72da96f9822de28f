import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { LIVE_CLOSE, type LiveServerMessage, liveServerMessageSchema } from '../../contract/live.ts';
import { createId } from '../../domain/id.ts';
import type { TicketPlace } from '../../domain/presence.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anOpening } from '../support/server/words.ts';

const EXTENSION = 'chrome-extension://fghiaenknhifoefdlpbcanjgdgiolkec';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

/** Somebody who listens; what was heard stays in `heard`. */
async function connect(token: string | null, origin: string | undefined = EXTENSION) {
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/live`, { ...(origin && { origin }) });
  const heard: LiveServerMessage[] = [];
  socket.on('message', (data) => heard.push(liveServerMessageSchema.parse(JSON.parse(String(data)))));
  const closed = once(socket, 'close').then(([code]) => Number(code));
  await once(socket, 'open');
  const say = (message: unknown) => socket.send(JSON.stringify(message));
  if (token !== null) {
    say({ kind: 'hello', token });
    await Promise.race([closed, once(socket, 'message')]);
  }
  return {
    heard,
    closed,
    say,
    socket,
    at: (...places: TicketPlace[]) => say({ kind: 'places', places }),
    /** Who was last said to be at the ticket; undefined where nothing was. */
    others: (ticketId: string) =>
      heard
        .flatMap((one) => (one.kind === 'presence' && one.ticketId === ticketId ? [one.users] : []))
        .at(-1),
  };
}

async function tokenOf(login: string): Promise<string> {
  const client = await app.signIn(login);
  return client.tokens?.accessToken ?? '';
}

describe('the live channel', () => {
  test('tells everybody that something was committed, and nothing of what', async () => {
    const [renata, bruno] = [await app.signIn('renata'), await connect(await tokenOf('bruno'))];
    await expect.poll(() => bruno.heard).toContainEqual({ kind: 'welcome' });
    const opening = anOpening();
    expect((await renata.post('/tickets', opening)).status).toBe(201);
    await expect.poll(() => bruno.heard).toContainEqual({ kind: 'changed' });
    expect(JSON.stringify(bruno.heard)).not.toContain(opening.id);
    bruno.socket.close();
  });

  test('says who else is at a ticket, and what they do, until they leave or are gone', async () => {
    const [ticketId, other] = [createId(), createId()];
    const renata = await connect(await tokenOf('renata'));
    const bruno = await connect(await tokenOf('bruno'));
    renata.at({ ticketId, doing: 'viewing' });
    await expect.poll(() => renata.others(ticketId)).toEqual([]);
    bruno.at({ ticketId, doing: 'viewing' }, { ticketId: other, doing: 'viewing' });
    await expect.poll(() => renata.others(ticketId)).toEqual([{ userId: id.bruno, doing: 'viewing' }]);
    await expect.poll(() => bruno.others(ticketId)).toEqual([{ userId: id.renata, doing: 'viewing' }]);
    bruno.at({ ticketId, doing: 'writing' });
    await expect.poll(() => renata.others(ticketId)).toEqual([{ userId: id.bruno, doing: 'writing' }]);
    // Of a ticket that is not on one's screen nothing is heard.
    expect(renata.others(other)).toBeUndefined();
    bruno.socket.terminate();
    await expect.poll(() => renata.others(ticketId)).toEqual([]);
    renata.socket.close();
  });

  test('counts a user in two tabs once, as writing where one of them writes', async () => {
    const ticketId = createId();
    const token = await tokenOf('bruno');
    const [one, two, renata] = [
      await connect(token),
      await connect(token),
      await connect(await tokenOf('renata')),
    ];
    renata.at({ ticketId, doing: 'viewing' });
    one.at({ ticketId, doing: 'writing' });
    two.at({ ticketId, doing: 'viewing' });
    await expect.poll(() => two.others(ticketId)).toEqual([{ userId: id.renata, doing: 'viewing' }]);
    await expect.poll(() => renata.others(ticketId)).toEqual([{ userId: id.bruno, doing: 'writing' }]);
    for (const { socket } of [one, two, renata]) socket.close();
  });

  test.each([
    ['a token that is none', { kind: 'hello', token: 'nenhum' }, LIVE_CLOSE.signedOut],
    ['places before a hello', { kind: 'places', places: [] }, LIVE_CLOSE.signedOut],
    ['what is no message', { kind: 'shout' }, LIVE_CLOSE.badMessage],
  ])('ends with %s', async (_, message, code) => {
    const stranger = await connect(null);
    stranger.say(message);
    expect(await stranger.closed).toBe(code);
  });

  test('ends for who may not read tickets', async () => {
    const stranger = await connect(await tokenOf('stranger'));
    expect(await stranger.closed).toBe(LIVE_CLOSE.signedOut);
  });

  test('does not answer pages of other origins, and nothing too large', async () => {
    const page = new WebSocket(`${app.url.replace('http', 'ws')}/live`, { origin: 'https://loja.example' });
    expect(String(await once(page, 'error'))).toContain('403');
    const bruno = await connect(await tokenOf('bruno'));
    bruno.say({ kind: 'hello', token: 'x'.repeat(20_000) });
    expect(await bruno.closed).toBe(1009);
  });
});
