import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesUrlPattern } from '../../../detect/url-pattern.ts';

const erp = 'https://erp.exemplo.com.br';

describe('a rule’s address pattern', () => {
  it.each([
    ['*://*/*', 'https://erp.exemplo.com.br/pessoas/318', true],
    ['*://*/*', 'http://erp:8080/#/x', true],
    ['*://*/*', 'file:///home/a.html', false],
    ['https://erp.exemplo.com.br/*', 'https://erp.exemplo.com.br/', true],
    ['https://erp.exemplo.com.br/*', 'http://erp.exemplo.com.br/', false],
    ['https://erp.exemplo.com.br/*', 'https://erp.exemplo.com.br.mau.exemplo/', false],
    ['https://erp.exemplo.com.br/*', 'https://erp.exemplo.com.br@mau.exemplo/', false],
    ['https://*.exemplo.com.br/*', 'https://mau.exemplo/a.exemplo.com.br/', false],
    ['https://*/pessoas/*', 'https://mau.exemplo/x/pessoas/1', false],
    ['https://erp.exemplo.com.br/pessoas/*', 'https://erp.exemplo.com.br/pedidos/1', false],
    ['https://*.exemplo.com.br/*/ficha', 'https://a.exemplo.com.br/x/y/ficha', true],
    ['https://*.exemplo.com.br/*/ficha', 'https://a.exemplo.com.br/x/y/fichas', false],
    ['https://a/b', 'https://a/b', true],
    ['https://a/b', 'https://a/b?aba=2#dados', true],
    ['https://a/b', 'https://a/bc', false],
    ['https://a/*b*b', 'https://a/b', false],
    ['isto não é', 'isto não é', false],
  ])('%s against %s is %s', (pattern, url, matches) => {
    expect(matchesUrlPattern(pattern, url)).toBe(matches);
  });

  it.each([
    ['/*/clientes/*', '/login?volta=/x/clientes/318', false],
    ['/*clientes/*', '/pedidos/7#/clientes/318', false],
    ['/*ficha', '/pedidos?aba=ficha', false],
    ['/pessoas?tela=ficha', '/pessoas?cod=318&tela=ficha', true],
    ['/pessoas?tela=ficha', '/pessoas?cod=318&tela=fichas', false],
    ['/pessoas?tela=ficha', '/pessoas?volta=tela%3Dficha', false],
    ['/pessoas?tela=ficha', '/pessoas?tela=lista&tela=ficha', false],
    ['/pessoas?tela=ficha', '/pessoas', false],
    ['/pessoas?tela=ficha', '/pessoas#?tela=ficha', false],
    ['/pessoas?cod=*&tela=ficha', '/pessoas?tela=ficha&cod=318', true],
    ['/pessoas?cod=*', '/pessoas?volta=/x?cod=318', false],
    ['/index.php?r=pessoas/*', '/index.php?r=pessoas/318', true],
    ['/pessoas?*', '/pessoas', true],
    ['/#/pessoa/*', '/#/pessoa/318', true],
    ['/#/pessoa/*', '/?a=1#/pessoa/318', true],
    ['/#/*/pessoa/*', '/#/login?volta=/x/pessoa/318', false],
    ['/#/pessoa?cod=*', '/#/pessoa?cod=318', true],
    ['/#/pessoa/*', '/', false],
  ])('compares each part with its own kind only: %s against %s is %s', (pattern, route, matches) => {
    expect(matchesUrlPattern(erp + pattern, erp + route)).toBe(matches);
  });

  const star = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 });
  const anything = fc.string({ unit: fc.constantFrom('a', 'b', '/', '?', '#', '=', '&'), maxLength: 16 });

  it('agrees about a path with the regular expression that it stands for, whatever follows the path', () => {
    fc.assert(
      fc.property(star, text, anything, fc.constantFrom('?', '#'), (rule, path, rest, mark) => {
        const expression = new RegExp(`^${rule.replaceAll('*', '.*')}$`);
        expect(matchesUrlPattern(`${erp}/${rule}`, `${erp}/${path}${mark}${rest}`)).toBe(
          expression.test(path),
        );
      }),
    );
  });

  it('agrees about a parameter with the regular expression, wherever it stands among others, and never takes it from others', () => {
    const others = fc.array(fc.tuple(fc.constantFrom('volta', 'aba', 'codigo'), anything), { maxLength: 3 });
    fc.assert(
      fc.property(star, text, others, others, fc.boolean(), (rule, value, before, after, isThere) => {
        const expression = new RegExp(`^${rule.replaceAll('*', '.*')}$`);
        const query = new URLSearchParams([
          ...before,
          ...(isThere ? [['cod', value] as [string, string]] : []),
          ...after,
        ]);
        expect(matchesUrlPattern(`${erp}/p?cod=${rule}`, `${erp}/p?${query}`)).toBe(
          isThere && expression.test(value),
        );
      }),
    );
  });

  it('never goes to another host than that of the pattern', () => {
    fc.assert(
      fc.property(anything, (rest) => {
        const url = `https://mau.exemplo/${rest}.exemplo.com.br/`;
        expect(matchesUrlPattern('*://*.exemplo.com.br/*', url)).toBe(false);
      }),
    );
  });
});
