import type { Id } from '../../domain/id.ts';
import type { CurrentUser, ResponsibilityCenter } from '../../domain/user.ts';
import { readSampleConfiguration, type SampleConfiguration } from './company-file.ts';
import { createRandom } from './random.ts';
import { createSampleId } from './sample-id.ts';

/** A user of the sample company with what is typed to sign in. */
export interface SampleUser extends CurrentUser {
  email: string | null;
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

/** CRs after these came later: ids of what was there before stay. */
const FIRST_CENTERS = 4;

/** What each user does, in words, in the order in which the sign-ins are worth trying. */
const ROLES: Readonly<Record<string, string>> = {
  jonas: 'suporte',
  renata: 'suporte',
  marina: 'fiscal',
  caio: 'suporte nível 2',
  bruna: 'comercial',
  helena: 'supervisora, reabre',
  otavio: 'suporte',
  livia: 'fiscal',
  sofia: 'suporte nível 2',
  davi: 'estagiário, não encerra',
  vera: 'gerente, reabre, configura a empresa',
  artur: 'só consulta',
};

/** The sign-ins of the sample company's file. */
export function readSampleSignIns(): SampleSignIn[] {
  return readSampleConfiguration().users.map(({ login, name }) => ({
    login,
    name,
    role: ROLES[login] ?? '',
    password: SAMPLE_PASSWORD,
  }));
}

export interface SampleStaff {
  centers: (ResponsibilityCenter & { active: boolean })[];
  users: SampleUser[];
  centerId(name: string): Id;
  user(login: string): SampleUser;
}

/** The CRs and users of the file, each with the id of its place there. */
export function createSampleStaff(
  seed: number,
  configured: Pick<SampleConfiguration, 'centers' | 'users'>,
): SampleStaff {
  const random = createRandom(seed, 'staff');
  const later = createRandom(seed, 'later-centers');
  const centers = configured.centers.map((center, index) => ({
    id: createSampleId(index < FIRST_CENTERS ? random : later, FOUNDED),
    ...center,
  }));
  const centerId = (name: string) => found(centers.find((center) => center.name === name)).id;
  const users = configured.users.map(({ centers: names, ...user }) => ({
    id: createSampleId(random, FOUNDED),
    ...user,
    role: ROLES[user.login] ?? '',
    centerIds: names.map(centerId),
    password: SAMPLE_PASSWORD,
  }));
  return { centers, users, centerId, user: (login) => found(users.find((user) => user.login === login)) };
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Not in the sample company');
  return value;
}
