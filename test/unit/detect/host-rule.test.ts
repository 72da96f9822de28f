import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuiltInRules } from '../../../detect/built-in-rules.ts';
import { fieldsToRule, type RuleFormFields, ruleToFields } from '../../../detect/rule-fields.ts';
import { hostRuleSchema, hostRulesSchema } from '../../../domain/host-rule.ts';

const rule = {
  id: 'r1',
  name: 'campo “Código”',
  urlPattern: 'https://erp.exemplo.com.br/*',
  selector: '#codigo',
  source: 'value',
};
const fields: RuleFormFields = {
  ...{
    name: 'campo “Código”',
    urlPattern: 'https://erp.exemplo.com.br/*',
    by: 'selector',
    selector: '#codigo',
  },
  ...{ source: 'value', attribute: '', label: '', expression: '' },
};

describe('a host rule', () => {
  it('that comes with the extension is a good rule', () => {
    const built = createBuiltInRules({ declared: 'marca', field: (label) => label });
    for (const one of built) expect(hostRuleSchema.parse(one)).toEqual(one);
    expect(new Set(built.map(({ id }) => id)).size).toBe(built.length);
  });

  it.each([
    [{ urlPattern: 'erp.exemplo.com.br' }, 'urlPattern', 'not-a-url-pattern'],
    [{ urlPattern: 'javascript:alert(1)' }, 'urlPattern', 'not-a-url-pattern'],
    [{ name: ' ' }, 'name', 'empty'],
    [{ source: 'on click' }, 'source', 'not-a-source'],
    [{ label: 'Código' }, 'selector', 'selector-or-label'],
    [{ selector: undefined }, 'selector', 'selector-or-label'],
    [{ expression: '(' }, 'expression', 'not-an-expression'],
    [{ expression: '\\d+' }, 'expression', 'not-one-group'],
    [{ expression: '(a)(b)' }, 'expression', 'not-one-group'],
    [{ expression: '(\\d+)+' }, 'expression', 'slow-expression'],
    [{ expression: '^(?:a|a)*(\\d)$' }, 'expression', 'slow-expression'],
    [{ expression: '(\\w*\\w*\\w*\\w*\\w*\\w*)!' }, 'expression', 'slow-expression'],
    [{ expression: '(\\w*[a-z]*.*\\w)!' }, 'expression', 'slow-expression'],
    [{ expression: `(${'\\w?'.repeat(20)})!` }, 'expression', 'slow-expression'],
    [{ expression: `(\\w)${'\\w{0,60}'.repeat(4)}!` }, 'expression', 'slow-expression'],
    [{ expression: `(\\w)${'(?:a|a)'.repeat(20)}!` }, 'expression', 'slow-expression'],
    [{ expression: `(\\w)${'(?:a)?'.repeat(20)}!` }, 'expression', 'slow-expression'],
    [{ expression: '([一-二]*[三-四]*[一-四]*[二-四]*)!' }, 'expression', 'slow-expression'],
    [{ expression: '([\\u0061-z]*[\\x61-z]*[\\u0061-z]*)!' }, 'expression', 'slow-expression'],
    [{ expression: '(?:\\w+)(?:\\w+)(?:\\w+)(\\w+)!' }, 'expression', 'slow-expression'],
    [{ expression: '([a -]*\\b[a -]*\\b[a -]*\\b[a -]*)!' }, 'expression', 'slow-expression'],
    [{ expression: '(\\w)*' }, 'expression', 'slow-expression'],
  ])('with %j is refused at %s for %s', (change, field, message) => {
    const parsed = hostRuleSchema.safeParse({ ...rule, ...change });
    expect(parsed.error?.issues[0]).toMatchObject({ path: [field], message });
  });

  it.each([
    '^(\\d+) -',
    'Cliente:?\\s*(\\w{1,10})',
    '([)+]1)',
    '(?:cod )?(\\d+)',
    '^\\s*Código\\.?\\s*:\\s*(\\d{1,6})\\s*-\\s*\\S+',
    '^\\[(\\w+)\\]\\s*.*$',
    '(?:código|cliente|cod): (\\d+)',
    '.*?(\\d+)\\s*$',
    '(?<code>[^<>]+)>',
    '<([^>]+)>',
    '^([0-9A-Z]{6})$',
  ])('may have the expression %s', (expression) => {
    expect(hostRuleSchema.safeParse({ ...rule, expression }).success).toBe(true);
  });

  it('that is taken is quick on hostile texts', () => {
    const atoms = ['\\w', '\\d', 'a', '.', '[ab]', '[^!]', '\\s', '!', '(?:a)', '(?:a|b)', '\\b'];
    const quantifiers = ['', '', '*', '+', '?', '{0,9}', '{2}', '*?'];
    const part = fc
      .tuple(fc.constantFrom(...atoms), fc.constantFrom(...quantifiers))
      .map((two) => two.join(''));
    const texts = ['a'.repeat(120), 'ab '.repeat(40), '1'.repeat(119)];
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const expression = `(${parts.join('')})§`;
        fc.pre(hostRuleSchema.safeParse({ ...rule, expression }).success);
        const before = performance.now();
        for (const text of texts) new RegExp(expression).exec(text);
        // What is slow takes minutes: the bound is far from both.
        expect(performance.now() - before).toBeLessThan(3000);
      }),
      { numRuns: 1000, endOnFailure: true },
    );
  });

  it('that no longer parses does not take the others with it', () => {
    expect(hostRulesSchema.parse([{ broken: true }, rule, 7])).toEqual([rule]);
  });
});

describe('the form of a rule', () => {
  it('gives the rule and comes back from it', () => {
    const forms: RuleFormFields[] = [
      fields,
      { ...fields, source: 'attribute', attribute: 'data-codigo' },
      { ...fields, by: 'label', selector: '', source: 'text', label: 'Código', expression: '(\\d+)' },
    ];
    for (const form of forms) {
      const made = fieldsToRule(form, 'r1', () => true);
      expect(made.ok && ruleToFields(made.rule)).toEqual(form);
    }
  });

  it.each([
    [{ selector: '' }, 'selector', 'empty'],
    [{ by: 'label' as const }, 'label', 'empty'],
    [{ source: 'attribute' as const }, 'attribute', 'not-a-source'],
    [{ urlPattern: '' }, 'urlPattern', 'not-a-url-pattern'],
  ])('with %j says what is wrong at %s: %s', (change, field, code) => {
    expect(fieldsToRule({ ...fields, ...change }, 'r1', () => true)).toEqual({
      ok: false,
      problem: { field, code },
    });
  });

  it('asks the browser whether a selector is one', () => {
    const made = fieldsToRule({ ...fields, selector: '##' }, 'r1', () => false);
    expect(made).toEqual({ ok: false, problem: { field: 'selector', code: 'not-a-selector' } });
  });
});
