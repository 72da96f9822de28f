import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePageSchema } from '../../contract/changes.ts';
import { customerAnswerSchema } from '../../contract/customers.ts';
import { type DirectoryPage, directoryPageSchema } from '../../contract/directory.ts';
import { customerToEntry } from '../../domain/directory.ts';
import { createId } from '../../domain/id.ts';
import { type Client, contentOf, problemOf } from '../support/server/client.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';

let app: RunningApp;
let renata: Client;
beforeAll(async () => {
  app = await startApp();
  renata = await app.signIn('renata');
});
afterAll(() => app.stop());

const page = async (query: string) => contentOf(await renata.get(`/directory?${query}`), directoryPageSchema);

async function everyPage(limit: number): Promise<DirectoryPage[]> {
  const pages = [await page(`limit=${limit}`)];
  for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null) {
    pages.push(await page(`limit=${limit}&after=${next}`));
  }
  return pages;
}

describe('the directory', () => {
  test('gives every customer once, in order of id, inactive ones too', async () => {
    const pages = await everyPage(3);
    const ids = pages.flatMap(({ items }) => items.map((entry) => entry.id));
    const rows = await app.database.query<{ id: string }>('select id from customers order by id');
    expect(ids).toEqual(rows.map((row) => row.id));
    expect(ids).toContain(id.inactive);
    expect(pages.map(({ items }) => items.length).slice(0, -1)).toEqual(pages.slice(0, -1).map(() => 3));
    expect((await page('')).items.map((entry) => entry.id)).toEqual(ids);
    expect((await page('')).next).toBeNull();
  });

  test('ends with the last customer where the pages are full', async () => {
    const { items } = await page('');
    expect((await everyPage(items.length)).map(({ next }) => next)).toEqual([null]);
  });

  test('says of a customer what its record says', async () => {
    const { items } = await page('');
    for (const entry of items) {
      const record = contentOf(await renata.get(`/customers/${entry.id}`), customerAnswerSchema);
      expect(entry).toEqual(customerToEntry(record));
    }
    const rioPardo = items.find((entry) => entry.id === id.rioPardo);
    expect(rioPardo?.contactPersons).toMatchObject([{ id: id.luiza, name: 'Luiza', sharedPhone: false }]);
    expect(rioPardo?.phones).not.toEqual([]);
  });

  test('gives the position that leads on to what changed since', async () => {
    const [first] = await everyPage(1);
    const contact = {
      ...{ id: createId(), name: 'Davi', role: null, phone: '11 97777-4321', extension: null },
      ...{ sharedPhone: false, email: null },
    };
    await renata.post(`/customers/${id.jose}/contact-persons`, contact);
    // A change is told once nobody in the whole cluster writes since before it, and other tests do.
    await expect
      .poll(
        async () => contentOf(await renata.get(`/changes?after=${first?.changes}`), changePageSchema).items,
      )
      .toContainEqual({ kind: 'customer', id: id.jose });
    const jose = (await page('')).items.find((entry) => entry.id === id.jose);
    expect(jose?.contactPersons).toMatchObject([{ name: 'Davi', phone: '+5511977774321' }]);
  });

  test.each([
    ['limit', 'limit=1001'],
    ['limit', 'limit=0'],
    ['after', 'after=42'],
  ])('is refused for its %s', async (field, query) => {
    expect(problemOf(await renata.get(`/directory?${query}`), 422, 'invalid').field).toBe(field);
  });

  test('of an empty stretch is empty and ends', async () => {
    const last = (await page('')).items.at(-1);
    expect(await page(`after=${last?.id}`)).toMatchObject({ items: [], next: null });
  });
});
