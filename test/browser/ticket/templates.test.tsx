import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OpinionTemplate } from '../../../domain/opinion-template.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { testId } from '../../support/screens/fixtures.ts';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

const aTemplate = (id: number, typeId: number, name: string, text: string): OpinionTemplate => ({
  id: testId(id),
  typeId: testId(typeId),
  name,
  body: plainTextToRichText(text),
  active: true,
});
const opinionTemplates = [
  aTemplate(900, 24, 'Impressora', 'Cliente {cliente} ({codigo}), {semvalor}'),
  aTemplate(901, 21, 'Servidor', 'Servidor instalado'),
  aTemplate(902, 21, 'Estação', 'Estação instalada'),
];

async function openForm() {
  await mountPanel(createMemoryPorts(ordinaryWorld({ catalogue: { opinionTemplates } })));
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Comercial Rio Pardo/);
  await userEvent.keyboard('n');
  await expect.element(editor()).toBeVisible();
}
const editor = () => page.getByRole('textbox', { name: 'Descrição do parecer' });
const templates = () => page.getByRole('combobox', { name: 'Texto padrão', exact: true });
async function choose(box: ReturnType<typeof templates>, query: string, option: RegExp) {
  await userEvent.click(box);
  await userEvent.fill(box, query);
  await userEvent.click(page.getByRole('option', { name: option }).first());
}
const type = () => page.getByRole('combobox', { name: /^Tipo( obrigatório)?$/, exact: true });

test('the only template of a type fills an empty text, and one undo takes it back', async () => {
  await openForm();
  await choose(type(), '1.2.4', /Impressora/);
  await expect
    .element(editor())
    .toHaveTextContent('Cliente Comercial Rio Pardo de Alimentos Ltda (000318), {semvalor}');
  await userEvent.click(editor());
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(editor()).toHaveTextContent('');
});

test('what was typed stays, and the template can still be put in after it', async () => {
  await openForm();
  await userEvent.click(editor());
  await userEvent.keyboard('Digitado.');
  await choose(type(), '1.2.4', /Impressora/);
  await expect.element(templates()).toBeVisible();
  await expect.element(editor()).toHaveTextContent('Digitado.');
  await choose(templates(), 'imp', /Impressora/);
  await expect.element(editor()).toMatchTextContent(/^Digitado\.Cliente Comercial/);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(editor()).toHaveTextContent('Digitado.');
});

test('of several none fills by itself, and those chosen stand one after the other', async () => {
  await openForm();
  await choose(type(), '1.1', /Instalação/);
  await expect.element(templates()).toBeVisible();
  await expect.element(editor()).toHaveTextContent('');
  await choose(templates(), 'serv', /Servidor/);
  await choose(templates(), 'esta', /Estação/);
  await expect.element(editor()).toMatchTextContent(/^Servidor instaladoEstação instalada$/);
});

test('a type without templates shows no field', async () => {
  await openForm();
  await choose(type(), '2.1', /Proposta/);
  await expect.element(templates()).not.toBeInTheDocument();
});
