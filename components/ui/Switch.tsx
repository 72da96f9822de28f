import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What is on or off, beside the switch. The whole row is the target. */
  children: ComponentChildren;
  /** One more sentence below. */
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

/** On or off, at once. */
export function Switch({ checked, onChange, children, hint, disabled }: SwitchProps) {
  const id = useId();
  return (
    <div class="swrow">
      <label class="swrow__main" for={id}>
        {children}
        {hint !== undefined && (
          <span class="hint swrow__hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </label>
      <button
        class="switch"
        id={id}
        type="button"
        role="switch"
        aria-checked={checked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        disabled={disabled}
        onClick={() => onChange(!checked)}
      />
    </div>
  );
}
