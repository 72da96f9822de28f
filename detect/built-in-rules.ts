import type { HostRule } from './host-rule.ts';

/** Words for the chip; the catalogue gives them. */
export interface BuiltInRuleNames {
  /** The page says it in its code. */
  declared: string;
  /** A label stands beside it. */
  field: (label: string) => string;
}

/**
 * Labels that Brazilian ERPs put beside a customer's code, the most telling first. `built-in-rules-examples.ts` shows each at work.
 */
export const customerLabels = [
  'Código do cliente',
  'Cód. do cliente',
  'Cód. cliente',
  'Cod. cliente',
  'Código cliente',
  'Código da pessoa',
  'Cód. da pessoa',
  'Cód. pessoa',
  'Cliente',
  'Pessoa',
  'Código',
  'Cód.',
] as const;

/** Rules that work on a page nobody has described, without sign-in: what a page declares is certain, what stands beside a label is offered. */
export function createBuiltInRules(names: BuiltInRuleNames): HostRule[] {
  const everywhere = '*://*/*';
  return [
    {
      id: 'meta-customer-code',
      name: names.declared,
      urlPattern: everywhere,
      selector: 'meta[name="customer-code"]',
      source: 'content',
    },
    {
      id: 'data-customer-code',
      name: names.declared,
      urlPattern: everywhere,
      selector: '[data-customer-code]',
      source: 'data-customer-code',
    },
    ...customerLabels.map(
      (label, index): HostRule => ({
        id: `label-${index}`,
        name: names.field(label),
        urlPattern: everywhere,
        source: 'text',
        label,
        certainty: 'offered',
      }),
    ),
  ];
}
