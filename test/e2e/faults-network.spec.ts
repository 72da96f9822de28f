import { openPanelOn, RIO_PARDO, signInQuickly, tryNow } from '../support/e2e/agent.ts';
import { deliveryStates } from '../support/e2e/kept.ts';
import { type Line, type LineFault, startLine } from '../support/e2e/line.ts';
import { test as base, expect } from '../support/e2e/test.ts';

const TEXT = 'Cortado no meio: '.concat('frase comprida que não cabe inteira; '.repeat(60)).trim();
const BEGINNING = 'Cortado no meio';

const test = base.extend<{ line: Line }>({
  line: async ({ server }, use) => {
    const line = await startLine(server.url);
    await use(line);
    await line.stop();
  },
});

/** Long ways through many parts: a bound for what hangs, far from what a busy machine needs. */
test.describe.configure({ timeout: 180_000 });

const faults: [what: string, fault: LineFault, isApplied: boolean][] = [
  ['before any word of the request got through', { kind: 'cut-request', bodyBytes: 0 }, false],
  ['in the middle of the text', { kind: 'cut-request', bodyBytes: 1_000 }, false],
  ['before the first byte of the answer', { kind: 'drop-answer' }, true],
  ['in the middle of the answer', { kind: 'cut-answer', bytes: 60 }, true],
];

for (const [what, fault, isApplied] of faults) {
  test(`a network that is cut ${what} costs no text and makes nothing twice`, async ({
    extension,
    line,
    erp,
    host,
    records,
  }) => {
    await signInQuickly(extension, line.url);
    const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
    await panel.writeTicket(TEXT);
    const protocol = await panel.protocol();
    line.fail(fault, (method, path) => method === 'POST' && path === '/tickets');
    await panel.button(/^OK/).click();
    await expect.poll(() => line.struck()).toBeGreaterThan(0);
    await expect(panel.row(BEGINNING)).toContainText(/Guardado aqui|Na fila/);
    expect(await records.texts(BEGINNING)).toEqual(isApplied ? [TEXT] : []);

    line.fail(null);
    await tryNow(panel.frame);
    await expect(panel.sync).toContainText('Tudo enviado');
    expect(await records.texts(BEGINNING)).toEqual([TEXT]);
    expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 1 }]);
  });
}

test('an answer that comes late and in two parts confirms what it is about, while the agent writes on', async ({
  extension,
  line,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, line.url);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
  await panel.writeTicket(TEXT);
  line.fail({ kind: 'hold-answer', bytes: 100 }, (method, path) => method === 'POST' && path === '/tickets');
  await panel.button(/^OK/).click();
  await expect.poll(() => line.struck()).toBe(1);
  await expect(panel.row(BEGINNING)).toContainText('Enviando');
  await panel.writeTicket('Enquanto a resposta não vem');

  line.release();
  await expect.poll(() => deliveryStates(extension.worker)).toEqual(['confirmed']);
  await expect(panel.editor).toHaveText('Enquanto a resposta não vem');
  await panel.button(/^OK/).click();
  await expect.poll(() => records.texts('Enquanto a resposta')).toEqual(['Enquanto a resposta não vem']);
  expect(await records.texts(BEGINNING)).toEqual([TEXT]);
});
