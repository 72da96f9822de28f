import { CircleCheck, CircleDashed, Flag } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { Ticket } from '../../domain/ticket.ts';
import { waysOn } from '../../domain/workflow-leads.ts';
import { workflow as words } from '../../locales/pt-BR/workflow.ts';
import { type PathStep, stepsOfPath } from '../../state/path-steps.ts';
import type { TicketView } from '../../state/ticket-view.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Icon } from '../ui/Icon.tsx';

/** Steps that a panel of 360 pixels has room for. */
const SHOWN = 3;

/** The CRs that the ticket went through, the one where it stands, and those that may come next. */
export function WorkflowPath({ ticket, view }: { ticket: Ticket; view: TicketView }) {
  const panel = usePanel();
  const { workflow: place } = ticket;
  useEffect(() => {
    if (place !== null) void panel.workflows.find(place);
  }, [panel, place?.workflowId, place?.version]);
  if (place === null) return null;
  const steps = stepsOfPath(ticket, view.timeline.value, view.earlier.value > 0).slice(-SHOWN);
  const workflow = panel.workflows.known(place);
  const at = { kind: 'stands' as const, item: place.item };
  const ways =
    workflow === null || ticket.closedAt !== null
      ? []
      : waysOn({ workflow, at, centerId: ticket.centerId }, panel.catalogue.all.value.centers);
  const name = (id: string | null) => panel.catalogue.center(id)?.name ?? words.someCenter;
  return (
    <section class="path path--flow" aria-label={words.path}>
      <ol class="path__steps" aria-label={words.pathSoFar}>
        {steps.map((step) => (
          <Step key={step.key} step={step} name={name(step.centerId)} isClosed={ticket.closedAt !== null} />
        ))}
      </ol>
      {ways.length > 0 && (
        <ul class="path__ways" aria-label={words.ways}>
          {ways.map(({ centerId, closes }) => (
            <li class="path__way" key={centerId} title={name(centerId)}>
              <Icon icon={closes ? Flag : CircleDashed} size={14} />
              <span class="cut">
                {name(centerId)}
                {closes && <span class="sr"> ({words.closes})</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Step({ step, name, isClosed }: { step: PathStep; name: string; isClosed: boolean }) {
  const times = useTimes();
  const isNow = step.isHere && !isClosed;
  return (
    <li
      class={isNow ? 'path__step path__step--now' : 'path__step'}
      aria-current={step.isHere ? 'step' : undefined}
    >
      <span class="path__dot">
        {!isNow && <Icon icon={isClosed && step.isHere ? Flag : CircleCheck} size={14} />}
      </span>
      <span class="path__name" title={name}>
        {name}
      </span>
      <small>
        {step.at !== null && (isNow ? times.age(step.at) : `${times.date(step.at)} ${times.time(step.at)}`)}
        {step.isHere && <span class="sr"> {isClosed ? words.closedHere : words.here}</span>}
      </small>
    </li>
  );
}
