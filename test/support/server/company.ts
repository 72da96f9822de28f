import type { HostRuleBody } from '../../../domain/host-rule.ts';
import { createId } from '../../../domain/id.ts';
import type { Permission } from '../../../domain/user.ts';
import { bulkLoad } from '../../../server/db/bulk-load.ts';
import { customerToRow } from '../../../server/db/customer-row.ts';
import { hashPassword } from '../../../server/db/passwords.ts';
import * as schema from '../../../server/db/schema/index.ts';

export const PASSWORD = 'senha-de-teste';
export const ALL_PERMISSIONS: Permission[] = [
  'customers.read',
  'customers.edit',
  'tickets.read',
  'tickets.write',
  'tickets.close',
  'tickets.reopen',
  'company.administer',
];

const SUPERVISORS = { kind: 'functions' as const, functions: ['Supervisor'] };

const ids = [
  ...['support', 'finance', 'renata', 'bruno', 'supervisor', 'reader', 'stranger', 'gone'],
  ...[
    'group',
    'question',
    'billing',
    'strict',
    'retired',
    'phone',
    'oldChannel',
    'fieldRule',
    'labelRule',
    'oldRule',
  ],
  ...['rioPardo', 'acme', 'jose', 'inactive', 'luiza', 'otherContact'],
  ...['fiscal', 'invoices', 'blockedProduct', 'productOfAcme'],
] as const;

/** Ids of the records of {@link loadSmallCompany}, the same in every database of a run. */
export const id = Object.fromEntries(ids.map((name) => [name, createId()])) as Record<
  (typeof ids)[number],
  string
>;

let passwordHash: Promise<string> | undefined;

/** The least of a company that has every case the rules speak of. */
export async function loadSmallCompany(url: string): Promise<void> {
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const user = (
    name: (typeof ids)[number],
    permissions: Permission[],
    functions: string[] = [],
    active = true,
  ) => ({
    id: id[name],
    login: name,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    functions,
    permissions,
    passwordHash: hash,
    active,
  });
  const type = (name: (typeof ids)[number], number: string, more: object = {}) => ({
    id: id[name],
    number,
    name: `Tipo ${number}`,
    parentId: number === '1' ? null : id.group,
    selectable: true,
    subjectRequired: false,
    initialCenterId: id.support,
    closingPolicy: { kind: 'anyone' as const },
    flexibleClosing: false,
    priority: 5,
    nextContactDays: 2,
    attachmentLimit: null,
    active: true,
    ...more,
  });
  await bulkLoad(url, async (loader) => {
    await loader.insert(schema.company, [
      {
        id: 1,
        name: 'Casa de Teste',
        timeZone: 'America/Sao_Paulo',
        areaCode: '11',
        holidays: ['2026-12-25'],
      },
    ]);
    await loader.insert(schema.responsibilityCenters, [
      { id: id.support, name: 'Suporte', closesTicket: false },
      { id: id.finance, name: 'Financeiro', closesTicket: false },
    ]);
    await loader.insert(schema.users, [
      user('renata', ALL_PERMISSIONS),
      user('bruno', ['customers.read', 'tickets.read', 'tickets.write', 'tickets.close']),
      user('supervisor', ALL_PERMISSIONS, ['Supervisor']),
      user('reader', ['customers.read', 'tickets.read']),
      user('stranger', []),
      user('gone', ALL_PERMISSIONS, [], false),
    ]);
    await loader.insert(schema.userCenters, [
      { userId: id.renata, centerId: id.support },
      { userId: id.bruno, centerId: id.support },
      { userId: id.supervisor, centerId: id.finance },
    ]);
    await loader.insert(schema.ticketTypes, [
      type('group', '1', { selectable: false }),
      type('question', '1.1', { attachmentLimit: 1024 * 1024 }),
      type('billing', '1.10', { subjectRequired: true, flexibleClosing: true, priority: 1 }),
      type('strict', '1.2', { flexibleClosing: true, closingPolicy: SUPERVISORS }),
      type('retired', '1.3', { active: false }),
    ]);
    await loader.insert(schema.contactChannels, [
      { id: id.phone, name: 'Telefone', kind: 'phone', position: 1, active: true },
      { id: id.oldChannel, name: 'Fax', kind: 'other', position: 2, active: false },
    ]);
    const hostRule = (name: (typeof ids)[number], position: number, rule: HostRuleBody, active = true) => ({
      ...{ id: id[name], name: `campo ${position}`, position, rule, active },
    });
    const urlPattern = 'https://erp.example/*';
    await loader.insert(schema.hostRules, [
      hostRule('labelRule', 2, { urlPattern, label: 'Cliente', source: 'text', certainty: 'offered' }),
      hostRule('fieldRule', 1, { urlPattern, selector: '#codigo', source: 'value', expression: '^(\\d+)$' }),
      hostRule('oldRule', 3, { urlPattern, selector: '#antigo', source: 'data-codigo' }, false),
    ]);
    await loader.insert(schema.customers, [
      customer('rioPardo', '000318', 'Padaria e Confeitaria Rio Pardo Ltda.', {
        tradeName: 'Rio Pardo Pães',
        document: '12ABC34501DE35',
        phones: [{ number: '+5511981005500', label: null, shared: false }],
        emails: ['financeiro@riopardo.example'],
      }),
      customer('acme', '42', 'Acme Peças S/A'),
      customer('jose', 'A7', 'José Gonçalves Araújo', { kind: 'person', document: '39053344705' }),
      customer('inactive', '900', 'Rio Antigo', { active: false }),
    ]);
    const product = (
      name: (typeof ids)[number],
      customerId: string,
      position: number,
      more: object = {},
    ) => ({
      ...{
        id: id[name],
        customerId,
        position,
        name: `Produto ${name}`,
        version: '1.0',
        kind: 'parent' as const,
      },
      ...{ parentId: null, note: null, blockedReason: null, ...more },
    });
    await loader.insert(schema.ownedProducts, [
      product('fiscal', id.rioPardo, 1, { version: '11.2' }),
      product('invoices', id.rioPardo, 2, { kind: 'component', parentId: id.fiscal }),
      product('blockedProduct', id.rioPardo, 3, { blockedReason: 'contrato suspenso.' }),
      product('productOfAcme', id.acme, 1),
    ]);
    await loader.insert(schema.contactPersons, [
      contact('luiza', 'rioPardo'),
      contact('otherContact', 'acme'),
    ]);
    await loader.insert(schema.ownedProducts, [
      { id: createId(), customerId: id.rioPardo, name: 'PDV', version: '4.2', kind: 'parent', position: 1 },
    ]);
  });
}

function customer(
  name: (typeof ids)[number],
  code: string,
  fullName: string,
  more: Partial<Parameters<typeof customerToRow>[0]> = {},
) {
  return customerToRow({
    id: id[name],
    code,
    name: fullName,
    tradeName: null,
    document: null,
    city: 'São Paulo',
    active: true,
    kind: 'company',
    address: null,
    phones: [],
    emails: [],
    since: '2019-05-02',
    alerts: [],
    ...more,
  });
}

function contact(name: (typeof ids)[number], of: (typeof ids)[number]) {
  return {
    id: id[name],
    customerId: id[of],
    name: name.charAt(0).toUpperCase() + name.slice(1),
    role: null,
    phone: null,
    extension: null,
    sharedPhone: false,
    email: null,
    active: true,
  };
}
