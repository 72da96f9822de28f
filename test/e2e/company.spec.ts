import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openPanelOn, RIO_PARDO, signInQuickly, tryNow } from '../support/e2e/agent.ts';
import { fillIn } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';
import { projectRoot } from '../support/imports.ts';

/** `npm run company` past the installation; gives what it printed. */
async function company(databaseUrl: string, ...args: string[]): Promise<string> {
  const main = join(projectRoot, 'scripts', 'company', 'main.ts');
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(complained).toBe('');
  return said;
}

test('a file that is applied to the running company shows its new type and CR in the open panel, without a load', async ({
  extension,
  server,
  database,
  erp,
  host,
  records,
}, info) => {
  const sample = await readFile(join(projectRoot, 'demo', 'company.yaml'), 'utf8');
  // The sample company is what its file says.
  expect(await company(database.url, 'diff', join(projectRoot, 'demo', 'company.yaml'))).toBe('Nada muda.\n');
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
  await panel.openNewTicket();
  await fillIn(panel.editor, 'Quer migrar para a nuvem');
  const type = panel.frame.getByRole('combobox', { name: /^Tipo( obrigatório)?$/ });
  await type.click();
  await type.fill('nuvem');
  await expect(panel.frame.getByRole('option', { name: /Migração para a nuvem/ })).toHaveCount(0);
  await type.press('Escape');

  const file = info.outputPath('empresa.yaml');
  await writeFile(
    file,
    sample
      .replace('\nchannels:', '  - name: Nuvem\n\nchannels:')
      .replace(
        '\ntypes:\n',
        '\ntypes:\n  - { number: "7", name: Migração para a nuvem, initialCenter: Nuvem, priority: 2 }\n',
      )
      .replace(
        '  - number: "1.2.2"\n    name: Dúvida de estoque',
        '  - number: "1.2.2"\n    name: Pergunta de estoque',
      ),
  );
  const said = await company(database.url, 'apply', file);
  expect(said).toContain('+ Nuvem (novo)');
  expect(said).toContain('name: Dúvida de estoque → Pergunta de estoque');
  expect(await company(database.url, 'apply', file)).toBe('Nada muda.\n');

  // What the background does every minute.
  await tryNow(panel.frame);
  await panel.choose(/^Tipo( obrigatório)?$/, 'nuvem', /Migração para a nuvem/);
  await expect(panel.editor).toHaveText('Quer migrar para a nuvem');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect
    .poll(async () => (await records.ticketsByProtocol(protocol)).map((ticket) => ticket.type_number))
    .toEqual(['7']);
  const [ticket] = await database.query(
    `select c.name, t.priority from tickets t join responsibility_centers c on c.id = t.center_id where protocol = $1`,
    [protocol],
  );
  expect(ticket).toEqual({ name: 'Nuvem', priority: 2 });
});
