import { describe, expect, it } from 'vitest';
import { createHttp } from '../../../api/http.ts';
import { checkServer, parseServerUrl } from '../../../api/server-address.ts';
import { problems as texts } from '../../../locales/pt-BR/problems.ts';
import { startCrmStandIn } from '../../support/crm/crm-stand-in.ts';

describe('the address of the server', () => {
  it.each([
    ['https://crm.exemplo.com.br/', 'https://crm.exemplo.com.br'],
    [' crm.exemplo.com.br ', 'https://crm.exemplo.com.br'],
    ['https://exemplo.com.br/parecer//', 'https://exemplo.com.br/parecer'],
    ['127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://localhost:4000/', 'http://localhost:4000'],
  ])('takes %j as %j', (typed, url) => {
    expect(parseServerUrl(typed, texts)).toEqual({ ok: true, value: url });
  });

  it.each([
    'http://crm.exemplo.com.br',
    'ftp://a.b',
    'https://user:pass@a.b',
    '',
    'http://localhost.exemplo.com',
  ])('refuses %j, with the field named', (typed) => {
    expect(parseServerUrl(typed, texts)).toMatchObject({ ok: false, error: { field: 'url' } });
  });

  it.each(['isto não é um endereço', '', 'https://'])(
    'tells %j, which is none, from one that is not safe',
    (typed) => {
      expect(parseServerUrl(typed, texts)).toMatchObject({ ok: false, error: { code: 'not-an-address' } });
    },
  );

  it('is checked by a call, and another server there is told from a Parecer', async () => {
    const crm = await startCrmStandIn();
    const http = createHttp({ texts });
    expect(await checkServer(http, crm.url, texts)).toMatchObject({
      ok: true,
      value: { product: 'parecer' },
    });
    crm.state.fault = () => 'html';
    expect(await checkServer(http, crm.url, texts)).toMatchObject({ error: { code: 'not-parecer' } });
    await crm.stop();
    expect(await checkServer(http, crm.url, texts)).toMatchObject({ error: { code: 'nobody-there' } });
  });
});
