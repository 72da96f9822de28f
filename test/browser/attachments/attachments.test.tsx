import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { clickUntil, mountPanel } from '../../support/browser/mount-panel.tsx';
import { aPng } from '../../support/files.ts';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { draftFiles, fileUploads, opinionWithFiles } from '../gallery/attachment-scenes.ts';
import { newTicketDraft, ordinaryWorld, ticketOpinions } from '../gallery/panel-scenes.ts';

beforeEach(() => page.viewport(420, 900));

const field = () => page.getByRole('list', { name: 'Anexos' });
const rows = () => [...document.querySelectorAll('.att__main')].map((row) => row.textContent);
const input = () =>
  document.querySelector<HTMLInputElement>('[data-field="opinion.attachments"] [type="file"]');

async function openForm(more = {}) {
  const world = createMemoryPorts(ordinaryWorld({ drafts: [{ ...newTicketDraft, ...more }] }));
  await mountPanel(world);
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Comercial Rio Pardo/);
  await userEvent.keyboard('n');
  await userEvent.click(page.getByRole('button', { name: /^Mais campos/ }));
  return world;
}

function pick(...files: File[]): void {
  const picked = new DataTransfer();
  for (const file of files) picked.items.add(file);
  const picker = input();
  if (picker === null) throw new Error('The field is not there.');
  picker.files = picked.files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
}

function drop(target: Element, ...files: File[]): DragEvent {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}

const png = (name: string, size = 400) => new File([aPng(size)], name);
const text = (name: string) => new File(['<nfe/>'], name);

test('files are picked several at once, listed with their size, and stand in the command', async () => {
  const world = await openForm();
  pick(png('tela.png'), text('nota.xml'));
  await expect.poll(rows).toEqual(['tela.png', 'nota.xml']);
  await expect.element(field().getByText('400 B')).toBeVisible();
  const fold = page.getByRole('button', { name: /^Mais campos/ });
  await userEvent.click(fold);
  await expect.element(fold).toMatchTextContent(/2$/);
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  await expect.poll(() => world.entries.value).toHaveLength(1);
  expect(world.entries.value[0]?.command).toMatchObject({
    opinion: {
      attachments: [
        { name: 'tela.png', size: 400, mediaType: 'image/png' },
        { name: 'nota.xml', mediaType: 'application/xml' },
      ],
    },
  });
});

test('what is refused keeps a row with the reason until it is dismissed, and never reaches the draft', async () => {
  const world = await openForm();
  pick(
    new File(['MZ'], 'foto.png'),
    new File(['x'], 'troca-lote.exe'),
    png('laudo.pdf'),
    new File([], 'vazio.txt'),
  );
  await expect.element(field().getByText(/^foto\.png foi recusado: programas não podem/)).toBeVisible();
  await expect.element(field().getByText(/^troca-lote\.exe foi recusado/)).toBeVisible();
  await expect.element(field().getByText(/o nome diz \.pdf, mas o conteúdo é PNG/)).toBeVisible();
  await expect.element(field().getByText(/^vazio\.txt está vazio/)).toBeVisible();
  for (const name of ['foto.png', 'troca-lote.exe', 'laudo.pdf', 'vazio.txt'])
    await userEvent.click(page.getByRole('button', { name: `Dispensar o aviso sobre ${name}` }));
  await expect.poll(rows).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: /^A concluir/ }));
  await expect.poll(() => world.drafts.all.value[0]?.finishedLaterAt).not.toBeNull();
  expect(world.drafts.all.value[0]?.attachments ?? []).toEqual([]);
});

test('without room on this machine the reason is said and the text stays', async () => {
  const world = await openForm();
  world.files.trouble.now = {
    code: 'quota-exceeded',
    message: 'Não há espaço para tela.png. O texto está guardado.',
  };
  pick(png('tela.png'));
  await expect.element(field().getByText(/O texto está guardado/)).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Descrição do parecer' })).toMatchTextContent(/\S/);
});

test('files can be dropped anywhere on the panel', async () => {
  await openForm();
  const body = document.querySelector('.panel__body');
  if (body === null) throw new Error('There is no panel.');
  const event = drop(body, png('solto.png'), text('solto.xml'));
  expect(event.defaultPrevented).toBe(true);
  await expect.poll(rows).toEqual(['solto.png', 'solto.xml']);
});

test('a picture that is dropped on the text stays with the text, other files become attachments', async () => {
  await openForm();
  const editor = document.querySelector('.nt__text [contenteditable]');
  if (editor === null) throw new Error('There is no text.');
  drop(editor, text('nota.xml'));
  await expect.poll(rows).toEqual(['nota.xml']);
});

test('a file is taken out and comes back to its place', async () => {
  await openForm({ attachments: draftFiles });
  const names = draftFiles.map(({ name }) => name);
  await expect.poll(rows).toEqual(names);
  await userEvent.click(page.getByRole('button', { name: `Tirar ${names[0]}` }));
  await expect.poll(rows).toEqual(names.slice(1));
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(rows).toEqual(names);
});

test('the field opens the picker by keyboard and says the limit of the type', async () => {
  await openForm();
  const button = page.getByRole('button', { name: 'Anexos Solte aqui ou escolha, até 5 MB' });
  await expect.element(button).toBeVisible();
  const picker = input();
  if (picker === null) throw new Error('The field is not there.');
  const opened = vi.spyOn(picker, 'click').mockImplementation(() => {});
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(opened).toHaveBeenCalledOnce();
});

test('a type that takes no files has no field; files that are there already stay and are refused by name', async () => {
  const world = await openForm({ attachments: draftFiles });
  const box = page.getByRole('combobox', { name: /^Tipo( obrigatório)?$/ });
  await userEvent.click(box);
  await userEvent.fill(box, '1.2.4');
  await userEvent.click(page.getByRole('option', { name: /Impressora/ }).first());
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  await expect.element(page.getByText(/^Este tipo de atendimento não aceita anexos/)).toBeVisible();
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toMatch(/^(Tirar|Ver) /);
  expect(world.entries.value).toEqual([]);
  for (const { name } of draftFiles)
    await userEvent.click(page.getByRole('button', { name: `Tirar ${name}` }));
  await expect.poll(() => document.querySelector('[data-field="opinion.attachments"]')).toBeNull();
});

test('the history says where each file is, and what has come is looked at and saved', async () => {
  const world = createMemoryPorts(
    ordinaryWorld({ opinions: [...ticketOpinions, opinionWithFiles], uploads: fileUploads }),
  );
  for (const { sha256 } of opinionWithFiles.attachments) world.files.bytes.set(sha256, new Blob([aPng(300)]));
  await mountPanel(world);
  await userEvent.click(page.getByText(/^Rejeição 778/).first());
  const list = page.getByRole('list', { name: 'Anexos do parecer' });
  await expect.element(list.getByText('enviando 2,6 MB de 4,1 MB')).toBeVisible();
  await expect.element(list.getByText('pausado em 1 MB de 3 MB')).toBeVisible();
  await expect.element(list.getByText('a caminho')).toBeVisible();
  await expect.element(list.getByText('não foi enviado')).toBeVisible();
  await expect
    .element(list.getByRole('progressbar', { name: /tabela-ncm/ }))
    .toHaveAttribute('aria-valuenow', '63');
  await userEvent.click(page.getByRole('button', { name: /^Pausar o envio de tabela-ncm/ }));
  await userEvent.click(page.getByRole('button', { name: /^Continuar o envio de gravação/ }));
  const giveUp = page.getByRole('button', { name: 'Desistir do anexo' }).first();
  await clickUntil(giveUp, () => world.calls.some((call) => call.startsWith('give up file')));
  expect(
    world.calls
      .filter((call) => /^(pause|resume|give up file) /.test(call))
      .map((call) => call.split(' ')[0]),
  ).toEqual(['pause', 'resume', 'give']);

  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await userEvent.click(page.getByRole('button', { name: 'Baixar NFe-8114-rejeitada.xml' }));
  await expect.poll(() => saved.mock.contexts).toHaveLength(1);
  expect((saved.mock.contexts[0] as HTMLAnchorElement).download).toBe('NFe-8114-rejeitada.xml');
  saved.mockRestore();

  await userEvent.click(page.getByRole('button', { name: 'Ver tela-da-rejeicao.png' }));
  const viewer = page.getByRole('dialog', { name: 'tela-da-rejeicao.png' });
  await expect.element(viewer).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('[role="dialog"]')).toBeNull();
});

test('without a connection a file that is not here says so', async () => {
  const arrived = opinionWithFiles.attachments.slice(0, 1);
  const world = createMemoryPorts(
    ordinaryWorld({ opinions: [{ ...opinionWithFiles, attachments: arrived }] }),
  );
  world.files.trouble.now = {
    code: 'offline',
    message: 'Sem ligação com o servidor, o anexo não pode ser baixado.',
  };
  await mountPanel(world);
  await userEvent.click(page.getByText(/^Rejeição 778/).first());
  await userEvent.click(page.getByRole('button', { name: 'Baixar NFe-8114-rejeitada.xml' }));
  await expect.element(page.getByText(/^Sem ligação com o servidor, o anexo/)).toBeVisible();
});

test('files on their way stand among what is pending', async () => {
  const world = createMemoryPorts(ordinaryWorld({ uploads: fileUploads }));
  await mountPanel(world);
  await userEvent.click(page.getByRole('tab', { name: /^Pendentes/ }));
  await expect.element(page.getByRole('heading', { name: 'Anexos a caminho' })).toBeVisible();
  expect(document.querySelectorAll('[data-upload]')).toHaveLength(4);
  await expect.element(page.getByText(/^foto-do-balcao\.png chegou diferente/)).toBeVisible();
});
