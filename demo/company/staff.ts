import type { Id } from '../../domain/id.ts';
import type { CurrentUser, Permission, ResponsibilityCenter } from '../../domain/user.ts';
import { createRandom } from './random.ts';
import { createSampleId } from './sample-id.ts';

/** A user of the sample company with what is typed to sign in. */
export interface SampleUser extends CurrentUser {
  password: string;
  /** What the user does, in words. */
  role: string;
}

/** How to sign in as one of the sample users. */
export interface SampleSignIn {
  name: string;
  login: string;
  password: string;
  role: string;
}

/** The password of every sample user: it protects nothing. */
export const SAMPLE_PASSWORD = 'parecer';

const FOUNDED = Date.UTC(2024, 0, 1, 12);

const CENTERS = ['Suporte N1', 'Suporte N2', 'Fiscal', 'Comercial'] as const;
/** They came later: ids of what was there before stay. Reaching the last one closes the ticket; it has no users. */
const LATER_CENTERS = ['Desenvolvimento', 'Encerrado'] as const;
type CenterName = (typeof CENTERS | typeof LATER_CENTERS)[number];

const READ: Permission[] = ['customers.read', 'tickets.read'];
const WRITE: Permission[] = [...READ, 'tickets.write'];
const AGENT: Permission[] = [...WRITE, 'tickets.close'];
const LEAD: Permission[] = [...AGENT, 'tickets.reopen'];

type Row = [
  login: string,
  name: string,
  role: string,
  centers: CenterName[],
  functions: string[],
  permissions: Permission[],
];

const ROWS: readonly Row[] = [
  ['jonas', 'Jonas Ferreira', 'suporte', ['Suporte N1', 'Suporte N2'], ['Analista'], AGENT],
  ['renata', 'Renata Prado', 'suporte', ['Suporte N1'], ['Analista'], AGENT],
  ['marina', 'Marina Duarte', 'fiscal', ['Fiscal'], ['Analista fiscal'], AGENT],
  ['caio', 'Caio Nunes', 'suporte nível 2', ['Suporte N2'], ['Analista'], AGENT],
  ['bruna', 'Bruna Lima', 'comercial', ['Comercial'], ['Consultora'], AGENT],
  ['helena', 'Helena Tavares', 'supervisora, reabre', [...CENTERS, 'Desenvolvimento'], ['Supervisor'], LEAD],
  ['otavio', 'Otávio Ramos', 'suporte', ['Suporte N1'], ['Analista'], AGENT],
  ['livia', 'Lívia Castro', 'fiscal', ['Fiscal'], ['Analista fiscal'], AGENT],
  ['sofia', 'Sofia Andrade', 'suporte nível 2', ['Suporte N2', 'Desenvolvimento'], ['Analista'], AGENT],
  ['davi', 'Davi Moraes', 'estagiário, não encerra', ['Suporte N1'], ['Estagiário'], WRITE],
  ['vera', 'Vera Monteiro', 'gerente, reabre', ['Comercial', 'Suporte N2'], ['Supervisor', 'Gerência'], LEAD],
  ['artur', 'Artur Pires', 'só consulta', ['Comercial'], ['Auditoria'], READ],
];

/** The sign-ins in the order in which they are worth trying. */
export const sampleSignIns: readonly SampleSignIn[] = ROWS.map(([login, name, role]) => ({
  login,
  name,
  role,
  password: SAMPLE_PASSWORD,
}));

export interface SampleStaff {
  centers: ResponsibilityCenter[];
  users: SampleUser[];
  centerId(name: CenterName): Id;
  user(login: string): SampleUser;
}

export function createSampleStaff(seed: number): SampleStaff {
  const random = createRandom(seed, 'staff');
  const later = createRandom(seed, 'later-centers');
  const centers = [
    ...CENTERS.map((name) => ({ id: createSampleId(random, FOUNDED), name, closesTicket: false })),
    ...LATER_CENTERS.map((name) => ({
      id: createSampleId(later, FOUNDED),
      name,
      closesTicket: name === 'Encerrado',
    })),
  ];
  const centerId = (name: CenterName) => found(centers.find((center) => center.name === name)).id;
  const users = ROWS.map(([login, name, role, centerNames, functions, permissions]) => ({
    id: createSampleId(random, FOUNDED),
    login,
    name,
    role,
    functions,
    permissions,
    centerIds: centerNames.map(centerId),
    active: true,
    password: SAMPLE_PASSWORD,
  }));
  return { centers, users, centerId, user: (login) => found(users.find((user) => user.login === login)) };
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Not in the sample company');
  return value;
}
