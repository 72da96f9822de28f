import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesUrlPattern } from '../../../detect/url-pattern.ts';

describe('a rule’s address pattern', () => {
  it.each([
    ['*://*/*', 'https://erp.exemplo.com.br/pessoas/318', true],
    ['https://erp.exemplo.com.br/*', 'https://erp.exemplo.com.br/', true],
    ['https://erp.exemplo.com.br/*', 'https://erp.exemplo.com.br.mau.exemplo/', false],
    ['https://erp.exemplo.com.br/pessoas/*', 'https://erp.exemplo.com.br/pedidos/1', false],
    ['https://*.exemplo.com.br/*/ficha', 'https://a.exemplo.com.br/x/y/ficha', true],
    ['https://*.exemplo.com.br/*/ficha', 'https://a.exemplo.com.br/x/y/fichas', false],
    ['https://erp.exemplo.com.br/#/pessoa/*', 'https://erp.exemplo.com.br/#/pessoa/318', true],
    ['https://a/b', 'https://a/b', true],
    ['https://a/b', 'https://a/bc', false],
    ['https://a/*b*b', 'https://a/b', false],
  ])('%s against %s is %s', (pattern, url, matches) => {
    expect(matchesUrlPattern(pattern, url)).toBe(matches);
  });

  it('agrees with the regular expression that a pattern stands for', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (rule, url) => {
        const expression = new RegExp(`^${rule.replaceAll('*', '.*')}$`);
        expect(matchesUrlPattern(rule, url)).toBe(expression.test(url));
      }),
    );
  });
});
