import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FieldRow } from '../../../components/ui/Field.tsx';
import { TagsInput } from '../../../components/ui/TagsInput.tsx';
import { mount } from '../../support/browser/mount.tsx';

function Example({ initial = [] }: { initial?: string[] }) {
  const [value, setValue] = useState(initial);
  return (
    <>
      <FieldRow label="Assunto">
        {(control) => (
          <TagsInput
            control={control}
            value={value}
            onChange={setValue}
            suggestions={['Boleto', 'Backup', 'SPED Fiscal']}
          />
        )}
      </FieldRow>
      <output aria-label="valor">{value.join('|')}</output>
    </>
  );
}

const input = () => page.getByRole('combobox', { name: 'Assunto' });
const value = () => page.getByLabelText('valor');

test('Enter and comma add, Backspace takes the last away', async () => {
  mount(<Example />);
  await userEvent.click(input());
  await userEvent.keyboard('NF-e{Enter}');
  await expect.element(value()).toHaveTextContent('NF-e');
  await userEvent.keyboard('NCM,');
  await expect.element(value()).toHaveTextContent('NF-e|NCM');
  await expect.element(input()).toHaveValue('');
  await userEvent.keyboard('{Backspace}');
  await expect.element(value()).toHaveTextContent('NF-e');
});

test('what was used before is offered and taken with arrow and Enter', async () => {
  mount(<Example />);
  await userEvent.click(input());
  await userEvent.keyboard('fisc');
  await expect.element(page.getByRole('option', { name: 'SPED Fiscal' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(value()).toHaveTextContent('SPED Fiscal');
  await expect.element(input()).toHaveValue('');
  expect(page.getByRole('option').elements()).toHaveLength(0);
});

test('the same word twice, in other letters, is one tag', async () => {
  mount(<Example initial={['Boleto']} />);
  await userEvent.click(input());
  await userEvent.keyboard('BOLETO{Enter}');
  await expect.element(value()).toHaveTextContent('Boleto');
});

test('a word left unfinished becomes a tag when the cursor leaves', async () => {
  mount(<Example />);
  await userEvent.click(input());
  await userEvent.keyboard('urgente');
  await userEvent.tab();
  await expect.element(value()).toHaveTextContent('urgente');
});

test('Ctrl+Enter takes the unfinished word along and goes on to the screen', async () => {
  const panel = mount(<Example />);
  await userEvent.click(input());
  await userEvent.keyboard('urgente');
  const seen = new Promise<boolean>((resolve) => {
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') resolve(event.defaultPrevented);
    });
  });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(await seen).toBe(false);
  await expect.element(value()).toHaveTextContent('urgente');
});

test('a tag’s own button takes it away', async () => {
  mount(<Example initial={['NF-e', 'NCM']} />);
  await userEvent.click(page.getByRole('button', { name: 'Tirar NF-e' }));
  await expect.element(value()).toHaveTextContent('NCM');
});

test('words come in one after the other however fast', async () => {
  mount(<Example />);
  await userEvent.click(input());
  await userEvent.keyboard('um{Enter}dois{Enter}três,quatro,cinco');
  await expect.element(value()).toHaveTextContent('um|dois|três|quatro');
  await expect.element(input()).toHaveValue('cinco');
});

test('the left arrow goes to the tags, where Delete takes one away', async () => {
  mount(<Example initial={['NF-e', 'NCM']} />);
  await userEvent.click(input());
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.element(page.getByRole('button', { name: 'Tirar NF-e' })).toHaveFocus();
  await userEvent.keyboard('{Delete}');
  await expect.element(value()).toHaveTextContent('NCM');
  await expect.element(input()).toHaveFocus();
});
