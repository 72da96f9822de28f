import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '../../../domain/result.ts';
import { createRequester, createResponder } from '../../../messaging/message.ts';
import { isContentScript, isExtensionPage } from '../../../messaging/sender.ts';

type Greetings = { greet: { input: { name: string }; value: string } };

function createPair() {
  const seen: unknown[] = [];
  const respond = createResponder<Greetings, string>(
    'greeter',
    { greet: z.strictObject({ name: z.string().max(5) }) },
    {
      greet: async ({ name }, sender) => {
        seen.push(name);
        return ok(`Olá, ${name}, de ${sender}`);
      },
    },
  );
  const ask = createRequester<Greetings>('greeter', async (message) =>
    respond(JSON.parse(JSON.stringify(message)), 'quem pergunta'),
  );
  return { respond, ask, seen };
}

describe('a request between contexts', () => {
  it('carries its input there and the result back', async () => {
    const { ask } = createPair();
    expect(await ask('greet', { name: 'Ana' })).toEqual({ ok: true, value: 'Olá, Ana, de quem pergunta' });
  });

  it('reaches no handler when its input does not fit', async () => {
    const { ask, seen } = createPair();
    await expect(ask('greet', { name: 'a long name' })).rejects.toThrow('Bad input of greeter/greet');
    expect(seen).toEqual([]);
  });

  it.each(['toString', '__proto__', 'constructor', 'leave'])(
    'of the name %j that is not declared is refused',
    async (name) => {
      const { respond } = createPair();
      await expect(respond({ to: 'greeter', name, input: {} }, 'x')).rejects.toThrow('Unknown request');
    },
  );

  it.each([null, 'greeter', { to: 'other', name: 'greet', input: { name: 'Ana' } }, { type: 'host/hello' }])(
    'is left to other listeners when it is %j',
    (message) => {
      expect(createPair().respond(message, 'x')).toBeUndefined();
    },
  );

  it('says so when nobody answered', async () => {
    const ask = createRequester<Greetings>('greeter', async () => undefined);
    await expect(ask('greet', { name: 'Ana' })).rejects.toThrow('No answer');
  });
});

describe('the sender of a message', () => {
  const own = { id: 'abc', baseUrl: 'chrome-extension://abc/' };
  const page = { id: 'abc', url: 'chrome-extension://abc/panel.html', tab: { id: 4 } };
  const script = { id: 'abc', url: 'https://erp.exemplo.com.br/', tab: { id: 4 } };

  it('is a page of ours by its address, in a tab or outside of one', () => {
    expect(isExtensionPage(page, own)).toBe(true);
    expect(isExtensionPage({ id: 'abc', url: 'chrome-extension://abc/options.html' }, own)).toBe(true);
  });

  it.each([
    ['our content script, which has our id too', script],
    ['another extension', { id: 'xyz', url: 'chrome-extension://xyz/panel.html' }],
    ['another extension whose id begins like ours', { id: 'abc', url: 'chrome-extension://abcd/panel.html' }],
    ['nobody', {}],
  ])('is no page of ours when it is %s', (_, sender) => {
    expect(isExtensionPage(sender, own)).toBe(false);
  });

  it('is our content script only in a web page of a tab', () => {
    expect(isContentScript(script, own)).toBe(true);
    expect(isContentScript(page, own)).toBe(false);
    expect(isContentScript({ ...script, id: 'xyz' }, own)).toBe(false);
    expect(isContentScript({ id: 'abc', url: 'https://erp.exemplo.com.br/' }, own)).toBe(false);
  });
});
