import { describe, expect, it } from 'vitest';
import { coversHost, typedToHostPattern, urlToHostPattern } from '../../../detect/match-pattern.ts';

describe('a match pattern of the browser', () => {
  it.each([
    ['https://erp.exemplo.com.br/*', 'https://erp.exemplo.com.br/pessoas', true],
    ['https://erp.exemplo.com.br/*', 'https://erp.exemplo.com.br:8443/', true],
    ['https://erp.exemplo.com.br/*', 'http://erp.exemplo.com.br/', false],
    ['https://erp.exemplo.com.br/*', 'https://erp.exemplo.com.br.mau.exemplo/', false],
    ['*://erp.exemplo.com.br/*', 'http://erp.exemplo.com.br/', true],
    ['*://*.exemplo.com.br/*', 'https://exemplo.com.br/', true],
    ['*://*.exemplo.com.br/*', 'https://a.b.exemplo.com.br/', true],
    ['*://*.exemplo.com.br/*', 'https://mauexemplo.com.br/', false],
    ['http://localhost:8080/*', 'http://localhost:8080/', true],
    ['http://localhost:8080/*', 'http://localhost:9090/', false],
    ['http://localhost:80/*', 'http://localhost/', true],
    ['https://*/*', 'https://qualquer.exemplo/', true],
    ['https://*/*', 'chrome://settings/', false],
    ['<all_urls>', 'https://qualquer.exemplo/', false],
    ['https://erp.exemplo.com.br/*', 'isto não é', false],
  ])('%s covers %s: %s', (pattern, url, covers) => {
    expect(coversHost(pattern, url)).toBe(covers);
  });

  it.each([
    ['https://erp.exemplo.com.br:8443/pessoas?x=1', 'https://erp.exemplo.com.br/*'],
    ['file:///tmp/a.html', null],
    ['chrome://extensions', null],
    ['', null],
  ])('of the host of %s is %s', (url, pattern) => {
    expect(urlToHostPattern(url)).toBe(pattern);
  });

  it.each([
    ['erp.exemplo.com.br', '*://erp.exemplo.com.br/*'],
    [' https://ERP.exemplo.com.br/pessoas#1 ', 'https://erp.exemplo.com.br/*'],
    ['http://localhost:8080/', 'http://localhost/*'],
    ['*.exemplo.com.br', '*://*.exemplo.com.br/*'],
    ['https://*.exemplo.com.br/*', 'https://*.exemplo.com.br/*'],
    ['*://*/*', null],
    ['*', null],
    ['<all_urls>', null],
    ['não é um endereço', null],
    ['javascript:alert(1)', null],
    ['user:senha@exemplo.com.br', null],
    ['', null],
  ])('of what was typed as %j is %j', (typed, pattern) => {
    expect(typedToHostPattern(typed)).toBe(pattern);
  });
});
