import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../detect/host-rule.ts';
import { createHostTab, foundCustomer, type HostTab, reduceHostTab } from '../../../detect/host-tab.ts';

const origin = 'https://erp.exemplo.com.br';
const evidence = (value: string, certainty: Evidence['certainty'] = 'certain'): Evidence => ({
  ...{ ruleId: 'r1', label: 'campo “Código”', value, certainty },
});
const customer = {
  ...{ id: '01985b1c-0000-7000-8000-000000000318', code: '000318', name: 'Comercial Rio Pardo Ltda' },
  ...{ tradeName: 'Rio Pardo', document: null, city: null, active: true },
};
const seeing = (...found: Evidence[]): HostTab =>
  reduceHostTab(createHostTab(origin), { type: 'evidence', evidence: found });

it('forgets what the CRM said when somebody else is signed in, and keeps what the page says', () => {
  const named = reduceHostTab(seeing(evidence('000318')), { type: 'looked-up', code: '000318', customer });
  expect(named.customer).toEqual(customer);
  const after = reduceHostTab(named, { type: 'forgotten' });
  expect(after).toMatchObject({ customer: null, call: null });
  expect(foundCustomer(after)?.code).toBe('000318');
});

describe('what a tab is about', () => {
  it('is nobody before anything was found', () => {
    expect(foundCustomer(createHostTab(origin))).toBeNull();
  });

  it('is the customer of the evidence on top, with every reason', () => {
    const tab = seeing(evidence('318'), { ...evidence('000318'), label: 'marca da página' });
    expect(foundCustomer(tab)).toEqual({
      code: '318',
      certainty: 'certain',
      because: [
        { label: 'campo “Código”', value: '318' },
        { label: 'marca da página', value: '000318' },
      ],
    });
  });

  it('forgets the name when the page shows another customer, and keeps it while it is the same', () => {
    const named = reduceHostTab(seeing(evidence('318')), { type: 'looked-up', code: '318', customer });
    expect(reduceHostTab(named, { type: 'evidence', evidence: [evidence('000318')] }).customer).toEqual(
      customer,
    );
    expect(reduceHostTab(named, { type: 'evidence', evidence: [evidence('319')] }).customer).toBeNull();
    expect(reduceHostTab(named, { type: 'evidence', evidence: [] }).customer).toBeNull();
  });

  it('does not take the name of a customer that the page showed before', () => {
    const tab = reduceHostTab(seeing(evidence('319')), { type: 'looked-up', code: '318', customer });
    expect(tab.customer).toBeNull();
  });

  it('leaves out who the agent dismissed until the page shows another', () => {
    const dismissed = reduceHostTab(seeing(evidence('318', 'offered')), {
      type: 'dismissed',
      code: '000318',
    });
    expect(foundCustomer(dismissed)).toBeNull();
    const again = reduceHostTab(dismissed, { type: 'evidence', evidence: [evidence('318', 'offered')] });
    expect(foundCustomer(again)).toBeNull();
    const gone = reduceHostTab(dismissed, { type: 'evidence', evidence: [] });
    expect(foundCustomer(reduceHostTab(gone, { type: 'evidence', evidence: [evidence('318')] }))).toBeNull();
    const other = reduceHostTab(dismissed, { type: 'evidence', evidence: [evidence('319')] });
    expect(foundCustomer(other)?.code).toBe('319');
    expect(foundCustomer(reduceHostTab(other, { type: 'evidence', evidence: [evidence('318')] }))?.code).toBe(
      '318',
    );
  });

  it('stays a guess when one of several was dismissed', () => {
    const several = seeing(evidence('318', 'offered'), evidence('319', 'offered'));
    const left = reduceHostTab(several, { type: 'dismissed', code: '318' });
    expect(foundCustomer(left)).toMatchObject({ code: '319', certainty: 'offered' });
  });

  it('keeps the panel open and the dismissal over a load, and nothing that the page before showed', () => {
    const before = reduceHostTab(reduceHostTab(seeing(evidence('318')), { type: 'docked', docked: true }), {
      type: 'dismissed',
      code: '318',
    });
    const after = reduceHostTab(before, { type: 'loaded', origin });
    expect(after).toMatchObject({ docked: true, dismissed: ['318'], evidence: [], customer: null });
  });

  it('begins anew on another host', () => {
    const docked = reduceHostTab(seeing(evidence('318')), { type: 'docked', docked: true });
    const elsewhere = 'https://outro.exemplo';
    expect(reduceHostTab(docked, { type: 'loaded', origin: elsewhere })).toEqual(createHostTab(elsewhere));
  });

  it('is not covered any more once the panel is hidden', () => {
    const docked = reduceHostTab(createHostTab(origin), { type: 'docked', docked: true });
    const covered = reduceHostTab(docked, { type: 'covered', covered: true });
    expect(covered.covered).toBe(true);
    expect(reduceHostTab(covered, { type: 'docked', docked: false }).covered).toBe(false);
  });
});

describe('why a customer', () => {
  it('says when a rule of the company found it', () => {
    const company = { ...evidence('318'), ruleId: `company:${customer.id}` };
    expect(foundCustomer(seeing(company))?.because).toEqual([
      { label: 'campo “Código”', value: '318', company: true },
    ]);
  });
});
