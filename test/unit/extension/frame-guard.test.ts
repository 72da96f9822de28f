import { describe, expect, it } from 'vitest';
import { isFrameAllowed } from '../../../extension/frame-guard.ts';

const origin = 'chrome-extension://abc';
const enabled = async (host: string) => host === 'https://erp.exemplo.com.br';

describe('the panel', () => {
  it.each([
    ['in a tab of its own', []],
    ['in a page of the extension', [origin]],
    ['right under a page of an enabled host', ['https://erp.exemplo.com.br']],
  ])('shows itself %s', async (_, ancestors) => {
    expect(await isFrameAllowed({ ancestors, origin }, enabled)).toBe(true);
  });

  it.each([
    ['a page of any other host', ['https://outro.exemplo.com']],
    [
      'a frame of another host inside of an enabled one',
      ['https://outro.exemplo.com', 'https://erp.exemplo.com.br'],
    ],
    [
      'a frame of an enabled host inside of another',
      ['https://erp.exemplo.com.br', 'https://outro.exemplo.com'],
    ],
    ['a page without an origin', ['null']],
    ['another extension', ['chrome-extension://xyz']],
  ])('refuses under %s', async (_, ancestors) => {
    expect(await isFrameAllowed({ ancestors, origin }, enabled)).toBe(false);
  });
});
