import { Phone } from 'lucide';
import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../components/ui/Button.tsx';
import { ConfirmDialog } from '../../../components/ui/ConfirmDialog.tsx';
import { DateChip } from '../../../components/ui/DateChip.tsx';
import { FieldRow } from '../../../components/ui/Field.tsx';
import { Fold } from '../../../components/ui/Fold.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { Menu } from '../../../components/ui/Menu.tsx';
import { colourOf, initialsOf } from '../../../components/ui/monogram-of.ts';
import { SearchField } from '../../../components/ui/SearchField.tsx';
import { Segmented } from '../../../components/ui/Segmented.tsx';
import { Switch } from '../../../components/ui/Switch.tsx';
import { TabPanel, Tabs } from '../../../components/ui/Tabs.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { elapsed } from '../../../components/ui/Timer.tsx';
import { mount } from '../../support/browser/mount.tsx';
import { DATES } from '../gallery/dates.ts';

test('a button that does nothing now keeps its label, can be reached and says why', async () => {
  const onClick = vi.fn();
  mount(
    <Button keys="Ctrl ↵" onClick={onClick} disabledReason="As imagens passam de 1 MB em 412 KB.">
      OK
    </Button>,
  );
  const button = page.getByRole('button', { name: /^OK/ });
  await userEvent.tab();
  await expect.element(button).toHaveFocus();
  await expect.element(page.getByRole('tooltip')).toBeVisible();
  await expect.element(button).toHaveAccessibleDescription('As imagens passam de 1 MB em 412 KB.');
  await userEvent.keyboard('{Enter}');
  expect(onClick).not.toHaveBeenCalled();
});

test('an error is one sentence bound to its field', async () => {
  mount(
    <FieldRow label="Servidor" required error="O endereço não respondeu. Confira e tente de novo.">
      {(control) => <TextField control={control} value="" onInput={() => {}} />}
    </FieldRow>,
  );
  const field = page.getByRole('textbox', { name: 'Servidor' });
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field).toHaveAttribute('aria-required', 'true');
  await expect
    .element(field)
    .toHaveAccessibleDescription('O endereço não respondeu. Confira e tente de novo.');
});

test('Escape empties a search first and is the screen’s only after', async () => {
  const outside = vi.fn();
  function Example() {
    const [value, setValue] = useState('');
    return <SearchField label="Localizar" value={value} onInput={setValue} />;
  }
  const panel = mount(<Example />);
  panel.addEventListener('keydown', (event) => outside(event.key));
  const field = page.getByRole('searchbox', { name: 'Localizar' });
  await userEvent.fill(field, 'rio');
  await userEvent.keyboard('{Escape}');
  await expect.element(field).toHaveValue('');
  expect(outside).not.toHaveBeenCalledWith('Escape');
  await userEvent.keyboard('{Escape}');
  expect(outside).toHaveBeenCalledWith('Escape');
});

test('tabs are one stop: arrows move and show, Tab goes on into the screen', async () => {
  function Example() {
    const [value, setValue] = useState('a');
    return (
      <>
        <Tabs
          id="t"
          label="Painel"
          value={value}
          onChange={setValue}
          tabs={[
            { value: 'a', label: 'Cliente' },
            { value: 'b', label: 'Fila', count: 12 },
          ]}
        />
        <TabPanel tabsId="t" value={value}>
          <button type="button">{value}</button>
        </TabPanel>
      </>
    );
  }
  mount(<Example />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: /Fila/ })).toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByRole('tabpanel', { name: /Fila/ })).toHaveTextContent('b');
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'b' })).toHaveFocus();
});

test('arrows choose in a segmented control', async () => {
  function Example() {
    const [value, setValue] = useState<'list' | 'center'>('list');
    const options = [
      { value: 'list', label: 'Lista' },
      { value: 'center', label: 'Por CR' },
    ] as const;
    return <Segmented label="Como mostrar" value={value} onChange={setValue} options={options} />;
  }
  mount(<Example />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  const second = page.getByRole('radio', { name: 'Por CR' });
  await expect.element(second).toHaveAttribute('aria-checked', 'true');
  await expect.element(second).toHaveFocus();
});

test('Space turns a switch, and its whole row is the target', async () => {
  function Example() {
    const [checked, setChecked] = useState(false);
    return (
      <Switch checked={checked} onChange={setChecked}>
        Só eu posso encerrar
      </Switch>
    );
  }
  mount(<Example />);
  const control = page.getByRole('switch', { name: 'Só eu posso encerrar' });
  await userEvent.tab();
  await userEvent.keyboard(' ');
  await expect.element(control).toHaveAttribute('aria-checked', 'true');
  await userEvent.click(page.getByText('Só eu posso encerrar'));
  await expect.element(control).toHaveAttribute('aria-checked', 'false');
});

test('a fold says what is inside while it is closed', async () => {
  mount(
    <Fold label="Mais campos" summary="2 anexos">
      <p>dentro</p>
    </Fold>,
  );
  const fold = page.getByRole('button', { name: /Mais campos/ });
  await expect.element(fold).toHaveTextContent('Mais campos2 anexos');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('dentro')).toBeVisible();
  await expect.element(fold).toHaveAttribute('aria-expanded', 'true');
});

test('a menu works by keyboard, and a refused act says why and does nothing', async () => {
  const [copy, exportIt] = [vi.fn(), vi.fn()];
  mount(
    <Menu
      label="Mais ações"
      items={[
        { id: 'copy', label: 'Copiar código', onSelect: copy },
        { id: 'export', label: 'Exportar', onSelect: exportIt, disabledReason: 'Só para Supervisor.' },
      ]}
      trigger={(attributes) => <IconButton icon={Phone} label="Mais ações" attributes={attributes} />}
    />,
  );
  const trigger = page.getByRole('button', { name: 'Mais ações' });
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menu', { name: 'Mais ações' })).toHaveFocus();
  const marked = () => document.querySelector('.opt.is-active')?.textContent;
  await expect.poll(marked).toBe('Copiar código');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(marked).toBe('ExportarSó para Supervisor.');
  await userEvent.keyboard('{Enter}');
  expect(exportIt).not.toHaveBeenCalled();
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(marked).toBe('Copiar código');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => copy.mock.calls.length).toBe(1);
  await expect.element(trigger).toHaveFocus();
});

describe('a dialog about what cannot be undone', () => {
  test('starts on Cancelar, keeps the focus inside, and Escape cancels', async () => {
    const [confirm, cancel] = [vi.fn(), vi.fn()];
    mount(
      <ConfirmDialog title="Apagar?" confirmLabel="Apagar 3 pareceres" onConfirm={confirm} onCancel={cancel}>
        Não tem volta.
      </ConfirmDialog>,
    );
    await expect.element(page.getByRole('button', { name: 'Cancelar' })).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Apagar 3 pareceres' })).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Cancelar' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => cancel.mock.calls.length).toBe(1);
    expect(confirm).not.toHaveBeenCalled();
  });
});

describe('a date', () => {
  function Example({
    onChange,
    bounds,
  }: {
    onChange: (at: string | null) => void;
    bounds?: { from: string; to: string };
  }) {
    const [at, setAt] = useState<string | null>(null);
    return (
      <DateChip
        {...DATES}
        bounds={bounds}
        label="Data"
        value={at}
        onChange={(next) => {
          setAt(next);
          onChange(next);
        }}
      />
    );
  }
  const chip = () => page.getByRole('button', { name: /^Data:/ });

  test('is picked in words, with Enter for what they mean, and the focus goes back', async () => {
    const onChange = vi.fn();
    mount(<Example onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('combobox', { name: 'Data' })).toHaveFocus();
    await userEvent.keyboard('terça 15h');
    await expect.element(page.getByRole('option', { name: /ter 21\/07, 15:00/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-07-21T18:00:00.000Z');
    await expect.element(chip()).toHaveFocus();
    await expect.element(chip()).toHaveTextContent('2026-07-21 18:00');
  });

  test('offers the usual ones by arrow, and says so when words mean nothing', async () => {
    const onChange = vi.fn();
    mount(<Example onChange={onChange} />);
    await userEvent.click(chip());
    const field = page.getByRole('combobox', { name: 'Data' });
    await userEvent.fill(field, 'qualquer hora');
    await expect.element(page.getByText(/Não entendi essa data/)).toBeVisible();
    await userEvent.fill(field, '');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-07-17T12:00:00.000Z');
  });

  test('is picked in the calendar too', async () => {
    const onChange = vi.fn();
    mount(<Example onChange={onChange} />);
    await userEvent.click(chip());
    await userEvent.fill(page.getByLabelText('Calendário'), '2026-08-03T10:30');
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-08-03T10:30:00.000Z');
  });

  test('outside its bounds is not taken from the calendar, and the bounds are said', async () => {
    const onChange = vi.fn();
    const bounds = { from: '2000-01-01T00:00:00.000Z', to: '2026-07-16T17:00:00.000Z' };
    mount(<Example onChange={onChange} bounds={bounds} />);
    await userEvent.click(chip());
    const calendar = page.getByLabelText('Calendário');
    for (const outside of ['1950-07-23T09:00', '2026-07-16T17:01']) {
      await userEvent.fill(calendar, outside);
      await userEvent.keyboard('{Enter}');
      await expect.element(calendar).toHaveAttribute('aria-invalid', 'true');
      await expect
        .element(calendar)
        .toHaveAccessibleDescription('A data precisa ficar entre 2000-01-01 00:00 e 2026-07-16 17:00.');
    }
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.fill(calendar, '2026-07-16T17:00');
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-07-16T17:00:00.000Z');
  });
});

test.each([
  ['Marina Duarte', 'person', 'MD'],
  ['João Pedro da Silva', 'person', 'JS'],
  ['Ana', 'person', 'A'],
  ['Comercial Rio Pardo de Alimentos Ltda', 'company', 'RP'],
  ['Auto Peças Guaíra', 'company', 'AP'],
  ['', 'company', '?'],
] as const)('the monogram of “%s” (%s) is %s, always in the same colour', (name, kind, initials) => {
  expect(initialsOf(name, kind)).toBe(initials);
  expect(colourOf(name)).toBe(colourOf(name.toUpperCase()));
});

test.each([
  [0, '00:00'],
  [-5000, '00:00'],
  [252_000, '04:12'],
  [3_852_000, '1:04:12'],
])('%i ms are shown as %s', (milliseconds, shown) => {
  expect(elapsed(milliseconds)).toBe(shown);
});
