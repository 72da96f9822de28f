import { Copy, Ellipsis, RefreshCw, SquarePen, Trash2 } from 'lucide';
import { isCustomerCommand } from '../../domain/command.ts';
import { type OutboxEntry, wayBackOf } from '../../domain/delivery.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import { ui } from '../../locales/pt-BR/ui.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { EditConflict } from './EditConflict.tsx';
import { useEntryState } from './entry-state.ts';
import { type EntryActs, useEntryActs } from './use-entry-acts.ts';

const GUARD = { 'data-guard': '' } as const;

/** The choices for a command that waits or needs the agent: the best one first, the rest behind one button. */
export function EntryActions({ entry }: { entry: OutboxEntry }) {
  const acts = useEntryActs(entry);
  if (entry.problem?.code === 'edit-conflict') return <EditChoices entry={entry} acts={acts} />;
  if (entry.draft === null) return <ActChoices entry={entry} acts={acts} />;
  if (entry.problem?.code === 'ticket-closed') return <ClosedChoices entry={entry} acts={acts} />;
  return <TextChoices entry={entry} acts={acts} />;
}

/** Somebody else changed the record before: both values, and which of them holds. */
function EditChoices({ entry, acts }: ChoicesProps) {
  return (
    <>
      <EditConflict entry={entry} />
      <Button size="xs" kind="quiet" onClick={acts.giveUp} data={GUARD}>
        {words.giveUp}
      </Button>
    </>
  );
}

interface ChoicesProps {
  entry: OutboxEntry;
  acts: EntryActs;
}

function ActChoices({ entry, acts }: ChoicesProps) {
  const way = wayBackOf(entry);
  return (
    <>
      <Retry entry={entry} acts={acts} />
      {way !== 'none' && (
        <Button size="xs" kind="quiet" onClick={acts.giveUp} data={GUARD}>
          {words.giveUp}
        </Button>
      )}
      {way === 'at-risk' && (
        <p class="obx__why">
          {isCustomerCommand(entry.command) ? words.editMayHaveArrived : words.actMayHaveArrived}
        </p>
      )}
    </>
  );
}

function TextChoices({ entry, acts }: ChoicesProps) {
  const { isHeld } = useEntryState(entry);
  const way = wayBackOf(entry);
  const canRecall = way !== 'none';
  return (
    <>
      {!isHeld && <Retry entry={entry} acts={acts} />}
      {canRecall && (
        <Button size="xs" onClick={acts.edit} data={GUARD}>
          {words.toDraft}
        </Button>
      )}
      <IconButton icon={Copy} size="xs" label={words.copyText} onClick={acts.copy} />
      {canRecall && <More items={[giveUpItem(acts)]} />}
      {way === 'at-risk' && <p class="obx__why">{words.mayHaveArrived}</p>}
    </>
  );
}

/** The ticket was closed before the opinion came: reopened where the user may, else the text goes on in a new one. */
function ClosedChoices({ entry, acts }: ChoicesProps) {
  const panel = usePanel();
  const canReopen = panel.sending.reopeningProblem({ closedAt: entry.acceptedAt }) === null;
  // A try before this one may have arrived: then the text is the ticket's, and of no other.
  const canRecall = entry.mayBeApplied !== true;
  return (
    <>
      {canReopen && (
        <Button size="xs" kind="primary" onClick={acts.reopenAndSend} data={GUARD}>
          {words.reopenAndSend}
        </Button>
      )}
      {canRecall && (
        <Button size="xs" kind={canReopen ? 'default' : 'primary'} onClick={acts.openLinked} data={GUARD}>
          {words.openLinked}
        </Button>
      )}
      <IconButton icon={Copy} size="xs" label={words.copyText} onClick={acts.copy} />
      <More
        items={[
          { id: 'retry', label: words.retry, icon: RefreshCw, guarded: true, onSelect: acts.retry },
          ...(canRecall ? recallItems(acts) : []),
        ]}
      />
    </>
  );
}

function Retry({ entry, acts }: ChoicesProps) {
  return (
    <Button
      size="xs"
      kind={entry.state === 'needs' ? 'primary' : 'default'}
      icon={RefreshCw}
      onClick={acts.retry}
      data={GUARD}
    >
      {words.retry}
    </Button>
  );
}

function recallItems(acts: EntryActs): MenuItem[] {
  return [
    { id: 'edit', label: words.toDraft, icon: SquarePen, guarded: true, onSelect: acts.edit },
    { ...giveUpItem(acts), separated: true },
  ];
}

function giveUpItem(acts: EntryActs): MenuItem {
  return {
    id: 'give-up',
    label: words.giveUpText,
    icon: Trash2,
    danger: true,
    guarded: true,
    onSelect: acts.giveUp,
  };
}

function More({ items }: { items: readonly MenuItem[] }) {
  return (
    <Menu
      label={ui.more}
      items={items}
      trigger={(attributes) => (
        <IconButton icon={Ellipsis} size="xs" label={ui.more} attributes={attributes} />
      )}
    />
  );
}
