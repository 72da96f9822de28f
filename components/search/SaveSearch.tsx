import { BookmarkPlus } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { ticketSearch as words } from '../../locales/pt-BR/ticket-search.ts';
import type { TicketSearch } from '../../state/ticket-search.ts';
import { useToasts } from '../panel/panel-context.ts';
import { Button } from '../ui/Button.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Keeps the search on screen under a name. */
export function SaveSearch({ search }: { search: TicketSearch }) {
  const input = useRef<HTMLInputElement>(null);
  if (search.isEmpty.value) return null;
  return (
    <Popover
      label={words.saved.saveAs}
      placement="bottom-end"
      class="pop--save"
      initialFocus={() => input.current}
      trigger={(attributes) => (
        <IconButton icon={BookmarkPlus} label={words.saved.save} attributes={attributes} />
      )}
    >
      {(close) => <NameForm search={search} input={input} onDone={close} />}
    </Popover>
  );
}

interface NameFormProps {
  search: TicketSearch;
  input: { current: HTMLInputElement | null };
  onDone: () => void;
}

function NameForm({ search, input, onDone }: NameFormProps) {
  const toasts = useToasts();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const save = async () => {
    if (name.trim() === '') {
      setError(words.saved.nameMissing);
      input.current?.focus();
      return;
    }
    const answer = await search.save(name.trim());
    if (!answer.ok) {
      setError(answer.error.message);
      input.current?.focus();
      return;
    }
    toasts.show({ text: words.saved.kept(answer.value.name) });
    onDone();
  };
  return (
    <form
      class="form find__save"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FieldRow label={words.saved.name} name="name" error={error}>
        {(control) => (
          <TextField
            ref={input}
            control={control}
            value={name}
            placeholder={words.saved.placeholder}
            maxLength={60}
            onInput={(typed) => {
              setName(typed);
              setError(undefined);
            }}
          />
        )}
      </FieldRow>
      <Button type="submit" size="s" kind="primary">
        {words.saved.keep}
      </Button>
    </form>
  );
}
