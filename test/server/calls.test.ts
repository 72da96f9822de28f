import { afterAll, beforeAll, expect, test } from 'vitest';
import { opinionPageSchema, receiptAnswerSchema } from '../../contract/tickets.ts';
import { createId } from '../../domain/id.ts';
import { type Client, contentOf, problemOf } from '../support/server/client.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anAddition, anOpening, anOpinion } from '../support/server/words.ts';

let app: RunningApp;
let renata: Client;
beforeAll(async () => {
  app = await startApp();
  renata = await app.signIn('renata');
});
afterAll(() => app.stop());

const call = { callId: createId(), callPhone: '+5516991005500' };
const open = async (more: Parameters<typeof anOpinion>[1] = {}) => {
  const request = anOpening({ opinion: anOpinion('Cliente liga.', more) });
  return contentOf(await renata.post('/tickets', request), receiptAnswerSchema, 201);
};
const opinionsOf = async (ticketId: string) =>
  contentOf(await renata.get(`/tickets/${ticketId}/opinions`), opinionPageSchema).items;

test('two tickets and an opinion of one call carry its id and its number', async () => {
  const [first, second] = [await open(call), await open(call)];
  const other = await open();
  const addition = { ...anAddition('Ligou de novo sobre isto.') };
  const answer = await renata.post(`/tickets/${other.id}/opinions`, {
    ...addition,
    opinion: { ...addition.opinion, ...call },
  });
  expect(answer.status).toBe(201);
  const rows = await app.database.query<{ ticket_id: string; call_phone: string }>(
    'select ticket_id, call_phone from opinions where call_id = $1',
    [call.callId],
  );
  expect(rows.map((row) => row.ticket_id).toSorted()).toEqual([first.id, second.id, other.id].toSorted());
  expect(new Set(rows.map((row) => row.call_phone))).toEqual(new Set([call.callPhone]));
  expect(await opinionsOf(first.id)).toMatchObject([call]);
  expect(await opinionsOf(other.id)).toMatchObject([{ callId: null, callPhone: null }, call]);
});

test('an opinion of a call whose number was withheld has the call alone', async () => {
  const ticket = await open({ callId: call.callId });
  expect(await opinionsOf(ticket.id)).toMatchObject([{ callId: call.callId, callPhone: null }]);
});

test('what is no call id is refused with its field named', async () => {
  const request = anOpening({ opinion: anOpinion('Cliente liga.', { callId: 'ontem' }) });
  expect(problemOf(await renata.post('/tickets', request), 422, 'invalid').field).toBe('opinion.callId');
});
