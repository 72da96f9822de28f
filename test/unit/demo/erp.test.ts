import { describe, expect, test } from 'vitest';
import { createErpApp } from '../../../demo/erp/app.ts';
import { HOSTILE_TEXTS } from '../../../demo/erp/hostile.ts';

const now = () => new Date('2026-07-16T17:36:00.000Z');
const erp = createErpApp({ now });

async function get(path: string) {
  const answer = await erp.request(path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

describe('the demo ERP', () => {
  test('begins with the design’s customer', async () => {
    const answer = await erp.request('/?rows=7');
    expect(answer.headers.get('location')).toBe('/pessoas/000318?rows=7');
    const { text } = await get('/pessoas/000318');
    expect(text).toContain(
      '<label for="codigo">Código:</label><input id="codigo" name="codigo" class="" value="000318" readonly>',
    );
    expect(text).toContain('12.864.073/0001-00');
  });

  test.each(['/pessoas/318', '/spa/318', '/csp/318', '/coep/318', '/sandbox/318'])(
    'shows the code as it is kept at %s',
    async (path) => {
      expect((await get(path)).text).toContain('value="000318"');
    },
  );

  test.each([0, 1, 5000])('draws %i rows when told so', async (rows) => {
    const { text } = await get(`/pessoas/000318?rows=${rows}`);
    expect(text.match(/<td>NF /g)?.length ?? 0).toBe(rows);
  });

  test('goes round from the last to the first', async () => {
    const small = createErpApp({ now, customers: 3 });
    const codes: string[] = [];
    let code = '000318';
    for (let step = 0; step < 3; step += 1) {
      const answer = await small.request(`/dados/${code}`);
      code = ((await answer.json()) as { next: string }).next;
      codes.push(code);
    }
    expect(codes).toEqual(['000001', '000002', '000318']);
  });

  test('finds by code in the mode that it is in, and never leads elsewhere', async () => {
    expect((await erp.request('/ir?para=7&em=/spa')).headers.get('location')).toBe('/spa/000007');
    expect((await erp.request('/ir?para=7&em=//evil.example')).headers.get('location')).toBe(
      '/pessoas/000007',
    );
    const missing = await get('/ir?para=<b>9999</b>');
    expect(missing.status).toBe(404);
    expect(missing.text).toContain('&lt;b&gt;9999');
  });

  test('shuts itself off where the address says so', async () => {
    expect((await get('/csp/318')).headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await get('/coep/318')).headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect((await get('/sandbox/318')).headers.get('content-security-policy')).toContain('sandbox');
  });

  test('writes hostile words as words', async () => {
    const { text } = await get('/hostil');
    expect(text).toContain('value="000318"');
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toContain('<img');
    expect(HOSTILE_TEXTS.filter((words) => words.includes('<') && text.includes(words))).toEqual([]);
  });

  test('has a page about nobody', async () => {
    expect((await get('/sem-cliente')).text).not.toContain('Código');
  });

  test('knows nothing of what its guests are', async () => {
    for (const path of ['/pessoas/318', '/spa', '/hostil', '/spa.js', '/hostil.js', '/erp.css']) {
      expect((await get(path)).text).not.toMatch(/parecer(?! de )|extension/i);
    }
  });
});

describe('the demo softphone', () => {
  test('can be called in every way that a number is written in, by several at once, by nobody known and by nobody told', async () => {
    const { text } = await get('/telefone');
    const numbers = [...text.matchAll(/data-numero="([^"]*)"/g)].map(([, number]) => number);
    expect(numbers).toContain('(16) 99100-5500');
    expect(numbers).toContain('(16) 3610-0140');
    expect(numbers).toContain('');
    expect(text).toContain('vários clientes');
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('knows nothing of what its guests are', async () => {
    for (const path of ['/telefone', '/telefone/telefone.js', '/telefone/telefone.css']) {
      const { status, text } = await get(path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/parecer|extension/i);
    }
  });
});
