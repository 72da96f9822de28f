import { canClose } from '../../domain/closing.ts';
import type { ContactChannel } from '../../domain/contact-channel.ts';
import type { Customer } from '../../domain/customer.ts';
import { toInstant } from '../../domain/instant.ts';
import { tighteningProblem } from '../../domain/opening-rules.ts';
import { createProtocol } from '../../domain/protocol.ts';
import { parseRichText, type RichTextDocument } from '../../domain/rich-text/document.ts';
import { firstLine } from '../../domain/rich-text/plain-text.ts';
import type { Opinion, Ticket, TicketEvent } from '../../domain/ticket.ts';
import { ticketTitle } from '../../domain/ticket-title.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import type { Workflow } from '../../domain/workflow.ts';
import type { RouteEnd } from '../../domain/workflow-engine.ts';
import { workflowIdOfType } from '../../domain/workflow-of-type.ts';
import type { SampleCalendar } from './calendar.ts';
import { createCourse } from './courses.ts';
import type { DueKind, TicketPlan } from './plans.ts';
import { createRandom, type Random } from './random.ts';
import { createSampleId } from './sample-id.ts';
import type { SampleStaff, SampleUser } from './staff.ts';
import { ROLLOUT_SUBJECTS, rolloutEntry, rolloutOpening } from './texts/rollout.ts';
import type { Telling } from './texts/scenario.ts';

/** A ticket with its history. */
export interface SampleTicket {
  ticket: Ticket;
  opinions: Opinion[];
  events: (TicketEvent & { afterOpinion: number })[];
}

export interface SampleWorld {
  seed: number;
  calendar: SampleCalendar;
  staff: SampleStaff;
  types: readonly TicketType[];
  workflows: readonly Workflow[];
  channels: readonly ContactChannel[];
  customer(index: number): Customer;
}

const MINUTE = 60_000;
const ROLLOUT_TYPE = '5.1';

/** Writes the planned tickets, with protocols in the order of opening. */
export function createSampleTickets(plans: readonly TicketPlan[], world: SampleWorld): SampleTicket[] {
  const sequences = new Map<number, number>();
  return plans.map((plan, index) => {
    const year = world.calendar.yearOf(plan.openedAt);
    const sequence = (sequences.get(year) ?? 0) + 1;
    sequences.set(year, sequence);
    return createSampleTicket(
      plan,
      createProtocol(year, sequence),
      createRandom(world.seed, 'ticket', index),
      world,
    );
  });
}

function createSampleTicket(
  plan: TicketPlan,
  protocol: string,
  random: Random,
  world: SampleWorld,
): SampleTicket {
  const customer = world.customer(plan.customerIndex);
  const type = world.types.find((one) => one.number === (plan.scenario?.type ?? ROLLOUT_TYPE));
  if (type === undefined) throw new Error(`No ticket type ${plan.scenario?.type}`);
  const id = createSampleId(random, plan.openedAt);
  const writers = world.staff.users.filter((user) => user.permissions.includes('tickets.write'));
  const opener = random.pick(writers.filter((user) => !user.functions.includes('Supervisor')));
  const asks = type.flexibleClosing && random.chance(0.3);
  const closeOnlyByOpener = asks && tighteningProblem({ user: opener, type }) === null;
  const closer = plan.due === null ? pickCloser({ random, writers, opener, type, closeOnlyByOpener }) : null;
  const workflow = workflowOf(type, world);
  const { opinions, place } = createOpinions({
    ...{ plan, random, world, customer, ticketId: id, type, workflow, opener, closer },
  });
  const [first, last] = [opinions[0], opinions.at(-1)];
  if (first === undefined || last === undefined) throw new Error('A ticket begins with an opinion');
  const closedAt = closer === null ? null : toInstant(Date.parse(last.confirmedAt) + 20_000);
  const isOpen = plan.due !== null;
  const ticket: Ticket = {
    id,
    protocol,
    customer: { id: customer.id, code: customer.code, name: customer.name, active: customer.active },
    typeId: type.id,
    title: ticketTitle({ title: null, body: first.body, typeName: type.name }),
    centerId: last.centerAfterId,
    openedByUserId: opener.id,
    openedAt: first.startedAt,
    nextContact: createNextContact(plan, random, world, last.centerAfterId),
    waitingFor:
      isOpen && opinions.length > 1 && random.chance(0.3) ? random.pick(['customer', 'third-party']) : null,
    closeOnlyByOpener,
    product: null,
    internalContact: null,
    workflow: workflow === null ? null : { workflowId: workflow.id, version: workflow.version, item: place },
    priority: type.priority,
    opinionCount: opinions.length,
    lastOpinionAt: last.confirmedAt,
    lastOpinionExcerpt: firstLine(last.body),
    secondsSpent: opinions.reduce(
      (sum, one) => sum + (Date.parse(one.endedAt) - Date.parse(one.startedAt)) / 1000,
      0,
    ),
    closedAt,
    closedByUserId: closer?.id ?? null,
  };
  if (closer === null || closedAt === null) return { ticket, opinions, events: [] };
  const closed = { id: createSampleId(random, Date.parse(closedAt)), ticketId: id, kind: 'closed' as const };
  return {
    ticket,
    opinions,
    events: [{ ...closed, userId: closer.id, at: closedAt, afterOpinion: opinions.length }],
  };
}

/** The workflow of the type, or of its nearest ancestor. */
function workflowOf(type: TicketType, { types, workflows }: SampleWorld): Workflow | null {
  const id = workflowIdOfType(type.id, (typeId) => types.find((one) => one.id === typeId) ?? null);
  return workflows.find((workflow) => workflow.id === id) ?? null;
}

interface OpinionSetting {
  plan: TicketPlan;
  random: Random;
  world: SampleWorld;
  customer: Customer;
  ticketId: string;
  type: TicketType;
  workflow: Workflow | null;
  opener: SampleUser;
  closer: SampleUser | null;
}

/** The opinions, and the item of the workflow on which the ticket stands after them. */
function createOpinions(setting: OpinionSetting): { opinions: Opinion[]; place: string | null } {
  const { plan, random, world, customer, ticketId, type, workflow, opener, closer } = setting;
  const contacts = customer.contactPersons.filter((person) => person.active && person.name !== 'Recepção');
  const person = contacts.length > 0 && random.chance(0.9) ? random.pick(contacts) : null;
  const contactName = person?.name ?? customer.contactPersons[0]?.name ?? customer.name;
  const channels = world.channels.filter((channel) => channel.active);
  const entries = writeEntries(setting, contactName);
  const times = createTimes(plan, random, world.calendar, entries.length);
  const secondLevel = world.staff.centerId('Suporte N2');
  const moves = type.initialCenterId === world.staff.centerId('Suporte N1') && random.chance(0.35);
  const course: RouteEnd[] =
    workflow === null
      ? []
      : createCourse({
          workflow,
          centers: world.staff.centers,
          count: times.length,
          ends: closer !== null,
          random,
        });
  let center: string | null = null;
  const opinions = entries.slice(0, times.length).map((body, index) => {
    const { start, end } = times[index] ?? { start: plan.openedAt, end: plan.openedAt + MINUTE };
    const before = center;
    const routed = course[index];
    if (routed !== undefined) center = routed.centerId;
    else center = index === 0 ? type.initialCenterId : index === 1 && moves ? secondLevel : center;
    const isLast = index === entries.length - 1;
    const author =
      index === 0 ? opener : isLast && closer !== null ? closer : pickFrom(random, world.staff, before);
    const subjects = plan.scenario?.subjects ?? ROLLOUT_SUBJECTS;
    const confirmedAt = end + random.integer(1, 20) * 100;
    return {
      id: createSampleId(random, confirmedAt),
      ticketId,
      authorId: author.id,
      startedAt: toInstant(start),
      endedAt: toInstant(end),
      channelId: random.pick(channels).id,
      contactPersonId: person?.id ?? null,
      contactName,
      subjects:
        index === 0
          ? [...subjects]
          : random.chance(0.3) || type.subjectRequired
            ? [random.pick(subjects)]
            : [],
      body,
      centerBeforeId: before,
      centerAfterId: center,
      correctsOpinionId: null,
      decisions: routed?.decisions ?? [],
      changes: [],
      attachments: [],
      confirmedAt: toInstant(confirmedAt),
    };
  });
  return { opinions, place: course.at(-1)?.item ?? null };
}

function writeEntries(
  { plan, random, world, customer, closer }: OpinionSetting,
  contactName: string,
): RichTextDocument[] {
  const contact = contactName.split(' ')[0] ?? contactName;
  const colleague = random.pick(world.staff.users).name.split(' ')[0] ?? '';
  const product = customer.products.find((one) => one.kind === 'parent')?.name ?? 'Gestão Fiscal';
  const { scenario } = plan;
  if (scenario === null) {
    const entries = Array.from({ length: plan.followUps }, (_, index) =>
      rolloutEntry(random, index + 1, contact),
    );
    return [rolloutOpening(product), ...entries].map(canonical);
  }
  const document = `${random.integer(2, 98)}.${random.digits(3)}`;
  const telling: Telling = { random, contact, colleague, document, product };
  const followUps = scenario.followUps.slice(0, plan.followUps).map((write) => write(telling));
  const resolution = closer === null ? [] : [scenario.resolution(telling)];
  return [scenario.opening(telling), ...followUps, ...resolution].map(canonical);
}

/** Start and end of each opinion, one after the other, none after now. */
function createTimes(plan: TicketPlan, random: Random, calendar: SampleCalendar, count: number) {
  const closedWithin = random.integer(1, 12) * 24 * 60 * MINUTE;
  const last = plan.due === null ? Math.min(calendar.now, plan.openedAt + closedWithin) : calendar.now;
  const starts = Array.from({ length: count - 1 }, () =>
    calendar.officeTime(random, plan.openedAt, last - 30 * MINUTE),
  );
  const times: { start: number; end: number }[] = [];
  let free = plan.openedAt;
  for (const wanted of [plan.openedAt, ...starts.sort((one, other) => one - other)]) {
    const start = Math.max(wanted, free);
    const end = start + random.integer(2, 24) * MINUTE + random.integer(0, 59) * 1000;
    if (end > calendar.now - MINUTE && times.length > 0) break;
    times.push({ start, end: Math.min(end, Math.max(start, calendar.now - MINUTE)) });
    free = end + MINUTE;
  }
  return times;
}

function createNextContact(plan: TicketPlan, random: Random, world: SampleWorld, centerId: string | null) {
  if (plan.due === null || plan.due === 'unassigned') return { userId: null, at: null };
  const user = plan.login === null ? pickFrom(random, world.staff, centerId) : world.staff.user(plan.login);
  return { userId: user.id, at: toInstant(dueTime(plan.due, random, world.calendar)) };
}

function dueTime(due: Exclude<DueKind, 'unassigned'>, random: Random, calendar: SampleCalendar): number {
  const wholeMinute = (time: number) => Math.floor(time / MINUTE) * MINUTE;
  if (due === 'overdue') return wholeMinute(calendar.now - random.integer(40, 4000) * MINUTE);
  if (due === 'today') return wholeMinute(calendar.laterToday(random));
  return calendar.businessDay(random, due === 'soon' ? random.integer(1, 3) : random.integer(6, 20));
}

/** Someone of the CR who writes. */
function pickFrom(random: Random, staff: SampleStaff, centerId: string | null): SampleUser {
  const writers = staff.users.filter((user) => user.permissions.includes('tickets.write'));
  const ofCenter = writers.filter((user) => centerId !== null && user.centerIds.includes(centerId));
  return random.pick(ofCenter.length > 0 ? ofCenter : writers);
}

/** Someone whom the closing policy lets close. */
function pickCloser(about: {
  random: Random;
  writers: readonly SampleUser[];
  opener: SampleUser;
  type: TicketType;
  closeOnlyByOpener: boolean;
}): SampleUser {
  const { random, writers, opener, type, closeOnlyByOpener } = about;
  const ticket = { openedByUserId: opener.id, closeOnlyByOpener, closedAt: null };
  const able = writers.filter((user) => canClose({ user, ticket, type, openerName: null }).ok);
  // The opener may lack the permission; then a supervisor closes, as in any company.
  const supervisors = writers.filter((user) => user.functions.includes('Supervisor'));
  return random.pick(able.length > 0 ? able : supervisors);
}

/** As the server would have stored it. */
function canonical(document: RichTextDocument): RichTextDocument {
  const parsed = parseRichText(document);
  if (!parsed.ok) throw new Error(`${parsed.error.message} (${parsed.error.field})`);
  return parsed.value;
}
