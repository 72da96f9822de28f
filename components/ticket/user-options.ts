import type { User } from '../../domain/user.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import type { ComboboxOption } from '../ui/Combobox.tsx';

/** Users who can be chosen, this one first. */
export function userOptions(users: readonly User[], me: Pick<User, 'id'>): ComboboxOption[] {
  return users
    .filter((one) => one.active)
    .toSorted((one, other) => Number(other.id === me.id) - Number(one.id === me.id))
    .map((one) => ({
      value: one.id,
      label: one.id === me.id ? words.you : one.name,
      person: one.name,
      keywords: `${one.name} ${one.login}`,
    }));
}
