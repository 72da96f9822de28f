import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiptAnswerSchema, ticketAnswerSchema } from '../../contract/tickets.ts';
import { createId } from '../../domain/id.ts';
import { projectRoot } from '../support/imports.ts';
import { type Client, contentOf, problemOf } from '../support/server/client.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anOpening, anOpinion } from '../support/server/words.ts';

let app: RunningApp;
let renata: Client;
beforeAll(async () => {
  app = await startApp();
  renata = await app.signIn('renata');
});
afterAll(() => app.stop());

async function open(more: Record<string, unknown> = {}) {
  const request = { ...anOpening(), ...more };
  return contentOf(await renata.post('/tickets', request), receiptAnswerSchema, 201);
}
const ofAnother = () =>
  open({
    customerId: id.acme,
    opinion: anOpinion('De outro cliente.', { contactPersonId: null, contactName: null }),
  });
const readTicket = async (ticketId: string) =>
  contentOf(await renata.get(`/tickets/${ticketId}`), ticketAnswerSchema);

test('a ticket that goes on from another is linked on both, and on no third', async () => {
  const [first, other] = [await open(), await open()];
  const second = await open({ followsTicketId: first.id });
  const third = await open({ followsTicketId: first.id });
  const link = ({ id, protocol }: { id: string; protocol: string }) => ({ id, protocol });
  expect((await readTicket(second.id)).links).toEqual({ follows: link(first), followedBy: [] });
  const { links } = await readTicket(first.id);
  expect(links?.follows).toBeNull();
  expect(links?.followedBy.toSorted((one, next) => one.id.localeCompare(next.id))).toEqual(
    [link(second), link(third)].toSorted((one, next) => one.id.localeCompare(next.id)),
  );
  expect((await readTicket(other.id)).links).toEqual({ follows: null, followedBy: [] });
});

test('those who show the followed ticket are told that it changed', async () => {
  const first = await open();
  const countChanges = async () => {
    const rows = await app.database.query('select from changes where record_id = $1', [first.id]);
    return rows.length;
  };
  const before = await countChanges();
  await open({ followsTicketId: first.id });
  expect(await countChanges()).toBe(before + 1);
});

test.each([
  ['that does not exist', () => ({ followsTicketId: createId() })],
  ['of another customer', async () => ({ followsTicketId: (await ofAnother()).id })],
])('a link to a ticket %s is refused with its field named', async (_which, make) => {
  const answer = await renata.post('/tickets', { ...anOpening(), ...(await make()) });
  expect(problemOf(answer, 422, 'invalid').field).toBe('followsTicketId');
});

test('migrations after the first only add, or widen a number', () => {
  const folder = join(projectRoot, 'server/db/migrations');
  const later = readdirSync(folder).filter((name) => name.endsWith('.sql') && !name.startsWith('0000'));
  expect(later.length).toBeGreaterThan(1);
  const takesAway = (name: string) =>
    /\b(drop|rename|delete|truncate|set not null|alter column)\b/i.test(
      readFileSync(join(folder, name), 'utf8')
        .replace(/ON (DELETE|UPDATE) no action/gi, '')
        .replace(/ALTER COLUMN "\w+" SET DATA TYPE bigint/g, ''),
    );
  expect(later.filter(takesAway)).toEqual([]);
});
