import { expect, it } from 'vitest';
import { createId } from '../../../domain/id.ts';
import { createDatabase } from '../../../storage/database.ts';
import { writer } from '../../support/crm/words.ts';

/** What the first version left, without any code of today. */
async function leaveVersion1(name: string): Promise<void> {
  const request = indexedDB.open(name, 10);
  request.onupgradeneeded = () => {
    const make = (store: string, keyPath: string) => request.result.createObjectStore(store, { keyPath });
    const drafts = make('drafts', 'id');
    drafts.createIndex('userId', 'userId');
    drafts.add({ id: 'draft', userId: writer.userId, contactName: 'José' });
    const outbox = make('outbox', 'id');
    outbox.createIndex('sequence', 'sequence', { unique: true });
    for (const index of ['userId', 'ticketId', 'draftId']) outbox.createIndex(index, index);
    outbox.add({ id: 'command', userId: writer.userId, ticketId: 't', draftId: 'd', sequence: 1 });
    make('leases', 'id');
    const cache = make('cache', 'id');
    cache.createIndex('userId', 'userId');
    cache.createIndex('[usedAt+bytes]', ['usedAt', 'bytes']);
    cache.add({ id: `${writer.userId} inbox`, userId: writer.userId, usedAt: 1, bytes: 2 });
    make('meta', 'key').add({ key: `changes-cursor ${writer.userId}`, value: '12:7' });
  };
  await new Promise<void>((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  request.result.close();
}

it('binds what the first version left to the server that is set, in one transaction of the real browser', async () => {
  const name = `parecer-${createId()}`;
  await leaveVersion1(name);
  // The settings answer in a later task, when a transaction without anything to do is over.
  const serverUrl = () =>
    new Promise<string>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(writer.serverUrl);
      port2.postMessage(null);
    });
  const database = createDatabase({ name, serverUrl });
  const { serverUrl: server, userId } = writer;
  const mine = { serverUrl: server, userId };
  expect(await database.drafts.where(mine).toArray()).toMatchObject([{ contactName: 'José' }]);
  expect(await database.outbox.where(mine).toArray()).toMatchObject([{ id: 'command' }]);
  expect(await database.cache.toCollection().primaryKeys()).toEqual([`${server} ${userId} inbox`]);
  expect(await database.meta.get(`changes-cursor ${server} ${userId}`)).toMatchObject({ value: '12:7' });
  expect(await database.meta.count()).toBe(1);
  await database.delete();
});
