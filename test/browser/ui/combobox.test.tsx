import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Combobox, type ComboboxProps } from '../../../components/ui/Combobox.tsx';
import { FieldRow } from '../../../components/ui/Field.tsx';
import { mount } from '../../support/browser/mount.tsx';
import { manyOptions, TYPES } from '../gallery/options.ts';

function Example({ initial = null, ...props }: Partial<ComboboxProps> & { initial?: string | null }) {
  const [value, setValue] = useState(initial);
  return (
    <>
      <FieldRow label="Tipo" required>
        {(control) => (
          <Combobox
            options={TYPES}
            control={control}
            value={value}
            {...props}
            onChange={(next) => {
              setValue(next);
              props.onChange?.(next);
            }}
          />
        )}
      </FieldRow>
      <button type="button">depois</button>
    </>
  );
}

const input = () => page.getByRole('combobox', { name: 'Tipo' });
const options = () =>
  page
    .getByRole('option')
    .elements()
    .map((option) => option.textContent);
const active = () => document.querySelector('.opt.is-active')?.textContent ?? null;

test('typing opens the list, and Enter takes the first match', async () => {
  const onChange = vi.fn();
  mount(<Example onChange={onChange} />);
  await userEvent.tab();
  await expect.element(input()).toHaveFocus();
  await userEvent.keyboard('estoq{Enter}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('t122');
  await expect.element(input()).toHaveValue('1.2.2 Dúvida de estoque');
  expect(page.getByRole('listbox').elements()).toHaveLength(0);
});

test('accents and case do not matter, numbers find too, and headings stand above what they hold', async () => {
  mount(<Example />);
  await userEvent.fill(input(), 'CONFERENCIA FISC');
  await expect.poll(options).toEqual(['3.1Conferência de SPED FiscalFiscal']);
  expect(document.querySelector('.opt--group')?.textContent).toBe('3Fiscal');
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    'Fisc',
    'Conferência',
    'Fisc',
  ]);
  await userEvent.fill(input(), '1.2.4');
  await expect.poll(options).toEqual(['1.2.4Impressora não fiscalSuporte N1']);
});

test('recents come first, arrows move over headings, and Escape leaves the choice as it was', async () => {
  const onChange = vi.fn();
  mount(<Example initial="t121" recent={['t31']} onChange={onChange} />);
  await userEvent.click(input());
  await expect.poll(() => options()[0]).toContain('Conferência de SPED');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(active).toContain('Conferência de SPED');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(active).toContain('Dúvida fiscal');
  await userEvent.keyboard('{Escape}');
  expect(onChange).not.toHaveBeenCalled();
  await expect.element(input()).toHaveValue('1.2.1 Dúvida fiscal');
});

test('a heading cannot be chosen', async () => {
  const onChange = vi.fn();
  mount(<Example onChange={onChange} />);
  await userEvent.click(input());
  await userEvent.click(page.getByText('Dúvidas sobre o sistema'));
  expect(onChange).not.toHaveBeenCalled();
});

test('a blocked option is reached, says why, and is not chosen by key or click', async () => {
  const onChange = vi.fn();
  mount(<Example onChange={onChange} />);
  await userEvent.fill(input(), 'icms');
  const blocked = page.getByRole('option', { name: /Apuração de ICMS.*Só para Supervisor/ });
  await expect.element(blocked).toHaveAttribute('aria-disabled', 'true');
  await expect.poll(active).toContain('Apuração de ICMS');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(blocked, { force: true });
  expect(onChange).not.toHaveBeenCalled();
  await expect.element(blocked).toBeVisible();
});

test('typing over a choice replaces it, and leaving without choosing keeps it', async () => {
  mount(<Example initial="t121" />);
  await userEvent.click(input());
  await expect.poll(() => getSelection()?.toString()).toBe('1.2.1 Dúvida fiscal');
  await userEvent.keyboard('impress');
  await expect.element(input()).toHaveValue('impress');
  await userEvent.tab();
  await expect.element(input()).toHaveValue('1.2.1 Dúvida fiscal');
});

test('emptying the text empties a choice that may be empty', async () => {
  const onChange = vi.fn();
  mount(<Example initial="t121" clearable onChange={onChange} />);
  await userEvent.clear(input());
  expect(onChange).toHaveBeenLastCalledWith(null);
});

test('of 2,000 options at most 100 are drawn, and the rest are counted', async () => {
  mount(<Example options={manyOptions(2000)} />);
  await userEvent.fill(input(), 'tipo');
  await expect.poll(() => options().length).toBe(100);
  await expect.element(page.getByText('Mais 1900: continue digitando')).toBeVisible();
  await userEvent.fill(input(), '1999');
  await expect.poll(options).toEqual(['1999Tipo número 1999']);
});

test('options that come from elsewhere are asked for and not filtered here', async () => {
  const onQuery = vi.fn();
  mount(<Example options={[{ value: 'x', label: 'Auto Peças Guaíra' }]} onQuery={onQuery} />);
  await userEvent.fill(input(), '000318');
  expect(onQuery).toHaveBeenLastCalledWith('000318');
  await expect.poll(options).toEqual(['Auto Peças Guaíra']);
});

test('closed, Escape and Ctrl+Enter belong to the screen', async () => {
  const keys: string[] = [];
  const panel = mount(<Example />);
  await userEvent.tab();
  panel.addEventListener('keydown', (event) => {
    if (!event.defaultPrevented) keys.push(event.key);
  });
  await userEvent.keyboard('{Escape}{Control>}{Enter}{/Control}');
  expect(keys).toEqual(['Escape', 'Control', 'Enter']);
});
