import * as menu from '@zag-js/menu';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { Check, type IconNode } from 'lucide';
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface MenuItem {
  id: string;
  label: string;
  onSelect: () => void;
  icon?: IconNode | undefined;
  keys?: string | undefined;
  /** Loses something. */
  danger?: boolean | undefined;
  /** Why it does nothing now: shown below its label. */
  disabledReason?: string | undefined;
  /** Cannot be overlooked: does nothing while the page hides the panel. */
  guarded?: boolean | undefined;
  /** For a state that the item turns on and off. */
  checked?: boolean | undefined;
  /** A line above it. */
  separated?: boolean | undefined;
}

export interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  /** Draws the button that opens it: give it these attributes. */
  trigger: (attributes: ButtonHTMLAttributes<HTMLButtonElement>) => ComponentChildren;
  placement?: 'bottom-start' | 'bottom-end' | undefined;
}

/** Acts behind one button. Arrows and first letters move, Enter does, Escape closes. */
export function Menu({ label, items, trigger, placement = 'bottom-end' }: MenuProps) {
  const service = useMachine(menu.machine, {
    id: useId(),
    'aria-label': label,
    positioning: { strategy: 'fixed', placement, gutter: 4, overflowPadding: 8 },
    onSelect: ({ value }) => {
      const item = items.find((candidate) => candidate.id === value);
      if (item?.disabledReason === undefined) item?.onSelect();
    },
  });
  const api = menu.connect(service, normalizeProps);
  return (
    <>
      {trigger(api.getTriggerProps())}
      {api.open && (
        <div {...api.getPositionerProps()} class="pop-at">
          <div
            {...api.getContentProps()}
            role="menu"
            class="pop pop--menu"
            aria-label={label}
            aria-labelledby={undefined}
          >
            {items.map((item) => (
              <MenuLine
                key={item.id}
                item={item}
                active={api.highlightedValue === item.id}
                attributes={api.getItemProps({
                  value: item.id,
                  valueText: item.label,
                  closeOnSelect: item.disabledReason === undefined,
                })}
              />
            ))}
          </div>
        </div>
      )}
    </>
  );
}

interface MenuLineProps {
  item: MenuItem;
  active: boolean;
  attributes: object;
}

function MenuLine({ item, active, attributes }: MenuLineProps) {
  const isOff = item.disabledReason !== undefined;
  const classes = [
    'opt',
    active ? 'is-active' : '',
    item.danger ? 'opt--danger' : '',
    isOff ? 'opt--off opt--2' : '',
  ];
  return (
    <>
      {item.separated && <hr class="pop__sep" />}
      <div
        {...attributes}
        {...(item.checked === undefined
          ? {}
          : { role: 'menuitemcheckbox' as const, 'aria-checked': item.checked })}
        class={classes.filter(Boolean).join(' ')}
        aria-disabled={isOff ? 'true' : undefined}
        data-guard={item.guarded ? '' : undefined}
      >
        {item.icon && <Icon icon={item.icon} size={14} />}
        <span class="grow">
          <span>{item.label}</span>
          {isOff && <small>{item.disabledReason}</small>}
        </span>
        {item.checked === true && <Icon icon={Check} size={14} />}
        {item.keys !== undefined && <Kbd keys={item.keys} />}
      </div>
    </>
  );
}
