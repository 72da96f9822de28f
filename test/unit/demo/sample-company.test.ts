import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../demo/company/random.ts';
import { createSampleCompany, sampleIndexes } from '../../../demo/company/sample-company.ts';
import { createSampleId } from '../../../demo/company/sample-id.ts';
import { canClose } from '../../../domain/closing.ts';
import { companySchema } from '../../../domain/company.ts';
import { companyRuleSchema } from '../../../domain/company-rule.ts';
import { contactChannelSchema } from '../../../domain/contact-channel.ts';
import { customerSchema } from '../../../domain/customer.ts';
import { customerCodeKey } from '../../../domain/customer-code.ts';
import { parseDocument } from '../../../domain/documents.ts';
import { idSchema } from '../../../domain/id.ts';
import { createInboxClock, inboxGroup } from '../../../domain/inbox.ts';
import { tighteningProblem } from '../../../domain/opening-rules.ts';
import { parsePhone } from '../../../domain/phone.ts';
import { parseProtocol } from '../../../domain/protocol.ts';
import { parseRichText } from '../../../domain/rich-text/document.ts';
import { opinionSchema, ticketEventSchema, ticketSchema } from '../../../domain/ticket.ts';
import { ticketTypeSchema } from '../../../domain/ticket-type.ts';
import { currentUserSchema, responsibilityCenterSchema } from '../../../domain/user.ts';
import { workflowSchema } from '../../../domain/workflow.ts';
import { checkWorkflow } from '../../../domain/workflow-check.ts';
import { followRoute, NO_ROUTE, nextQuestion } from '../../../domain/workflow-engine.ts';
import type { Standing } from '../../../domain/workflow-leads.ts';
import { workflowIdOfType } from '../../../domain/workflow-of-type.ts';

/** The way that was chosen where the next CR is. */
function choiceOf(standing: Standing, centerId: string | null): string | null {
  const question = nextQuestion(standing, sample.staff.centers);
  if (question === null || question.decision !== null) return null;
  const taken = question.options.find(({ lead }) => lead.kind === 'center' && lead.centerId === centerId);
  return taken?.key ?? null;
}

const now = new Date('2026-07-16T17:36:00.000Z');
const sample = createSampleCompany({ now });
const customers = [...sample.customers()];
const opinions = sample.tickets.flatMap((one) => one.opinions);

describe('the sample company', () => {
  test('is the same for the same seed and moment, and another for another seed', () => {
    const again = createSampleCompany({ now });
    expect([...again.customers()]).toEqual(customers);
    expect(again.tickets).toEqual(sample.tickets);
    expect(createSampleCompany({ now, seed: 2 }).tickets).not.toEqual(sample.tickets);
  });

  test('has records that every edge accepts', () => {
    companySchema.parse(sample.company);
    for (const one of sample.staff.centers) responsibilityCenterSchema.parse(one);
    for (const one of sample.staff.users) currentUserSchema.parse(one);
    for (const one of sample.types) ticketTypeSchema.parse(one);
    for (const one of sample.channels) contactChannelSchema.parse(one);
    for (const one of sample.hostRules) companyRuleSchema.parse(one);
    for (const one of customers) customerSchema.parse(one);
    for (const one of sample.tickets) ticketSchema.parse(one.ticket);
    for (const one of opinions) opinionSchema.parse(one);
    for (const one of sample.tickets.flatMap((ticket) => ticket.events)) ticketEventSchema.parse(one);
  });

  test('has documents with right check digits, some with letters, and numbers that can exist', () => {
    const documents = customers.flatMap((one) => one.document ?? []);
    expect(documents.filter((document) => parseDocument(document)?.value !== document)).toEqual([]);
    expect(documents.some((document) => /[A-Z]/.test(document))).toBe(true);
    const phones = customers.flatMap((one) => [
      ...one.phones.map((phone) => phone.number),
      ...one.contactPersons.flatMap((person) => person.phone ?? []),
    ]);
    expect(phones.filter((phone) => parsePhone(phone, '16') !== phone)).toEqual([]);
    expect(new Set(phones).size).toBeLessThan(phones.length);
  });

  test('gives each customer, ticket and opinion an id and code of its own', () => {
    const ids = [...customers, ...opinions, ...sample.tickets.map((one) => one.ticket)].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(customers.map((one) => customerCodeKey(one.code))).size).toBe(customers.length);
    const protocols = sample.tickets.map((one) => one.ticket.protocol);
    expect(new Set(protocols.map(parseProtocol)).size).toBe(protocols.length);
  });

  test('has 12 users, one of whom only reads, 6 CRs, one of which closes, and a tree with usable leaves', () => {
    expect(sample.staff.users).toHaveLength(12);
    expect(sample.staff.centers).toHaveLength(6);
    expect(sample.staff.centers.filter((center) => center.closesTicket)).toHaveLength(1);
    expect(sample.staff.users.filter((user) => !user.permissions.includes('tickets.write'))).toHaveLength(1);
    expect(sample.types.length).toBeGreaterThanOrEqual(25);
    expect(new Set(sample.types.map((type) => type.closingPolicy.kind)).size).toBe(3);
    const parents = new Set(sample.types.map((type) => type.parentId));
    expect(sample.types.filter((type) => type.selectable === parents.has(type.id))).toEqual([]);
  });

  test('tells histories in order, all of them past, some with hundreds of opinions', () => {
    expect(sample.tickets.length).toBeGreaterThan(300);
    expect(sample.tickets.filter((one) => one.opinions.length > 100).length).toBeGreaterThanOrEqual(3);
    for (const { ticket, opinions: history } of sample.tickets) {
      const times = history.flatMap((one) => [one.startedAt, one.endedAt, one.confirmedAt]);
      expect(times).toEqual([...times].sort());
      expect(times.at(-1) ?? '').toBe(ticket.lastOpinionAt);
      expect(ticket.lastOpinionAt <= now.toISOString()).toBe(true);
    }
  });

  test('uses every block and mark of rich text', () => {
    const text = JSON.stringify(opinions.map((one) => one.body));
    const names = ['bold', 'italic', 'strike', 'code', 'link', 'bulletList', 'orderedList', 'taskList'];
    const blocks = ['heading', 'blockquote', 'codeBlock', 'table', 'image'];
    expect([...names, ...blocks].filter((name) => !text.includes(`"type":"${name}"`))).toEqual([]);
    expect(opinions.filter((one) => !parseRichText(one.body).ok)).toEqual([]);
  });

  test('has workflows that may be stored, and tickets that went along them', () => {
    for (const one of sample.workflows) {
      workflowSchema.parse(one);
      expect(checkWorkflow(one, sample.staff.centers)).toEqual([]);
    }
    const findType = (id: string) => sample.types.find((type) => type.id === id) ?? null;
    const places = new Set<string>();
    for (const { ticket, opinions: history } of sample.tickets) {
      const workflow = sample.workflows.find((one) => one.id === workflowIdOfType(ticket.typeId, findType));
      expect(ticket.workflow?.workflowId).toBe(workflow?.id);
      if (workflow === undefined) continue;
      places.add(`${workflow.name} ${ticket.workflow?.item}`);
      let standing: Standing = { workflow, at: { kind: 'enters' }, centerId: null };
      for (const one of history) {
        const route = {
          ...NO_ROUTE,
          answers: one.decisions.map(({ item, answer }) => ({ item, answer })),
          to: choiceOf(standing, one.centerAfterId),
        };
        const end = followRoute(standing, sample.staff.centers, route);
        expect(end).toMatchObject({
          ok: true,
          value: { centerId: one.centerAfterId, decisions: one.decisions },
        });
        if (end.ok)
          standing = {
            ...standing,
            at: { kind: 'stands', item: end.value.item },
            centerId: one.centerAfterId,
          };
      }
      expect(standing).toMatchObject({ at: { item: ticket.workflow?.item }, centerId: ticket.centerId });
    }
    expect(places.size).toBeGreaterThan(5);
  });

  test('closes tickets only by those who may', () => {
    const closed = sample.tickets.filter((one) => one.ticket.closedAt !== null);
    expect(closed.length).toBeGreaterThan(100);
    for (const { ticket } of closed) {
      const user = sample.staff.users.find((one) => one.id === ticket.closedByUserId);
      const type = sample.types.find((one) => one.id === ticket.typeId);
      if (user === undefined || type === undefined) throw new Error('Unknown user or type');
      if (user.functions.includes('Supervisor')) continue;
      expect(canClose({ user, ticket: { ...ticket, closedAt: null }, type, openerName: null }).ok).toBe(true);
    }
  });

  test('keeps closing to an opener only where an open ticket could be opened so', () => {
    const tightened = sample.tickets.filter((one) => one.ticket.closeOnlyByOpener);
    expect(tightened.length).toBeGreaterThan(5);
    for (const { ticket } of tightened) {
      const user = sample.staff.users.find((one) => one.id === ticket.openedByUserId);
      const type = sample.types.find((one) => one.id === ticket.typeId);
      if (user === undefined || type === undefined) throw new Error('Unknown user or type');
      expect(tighteningProblem({ user, type })).toBeNull();
    }
  });

  test('fills each part of the first user’s inbox', () => {
    const jonas = sample.staff.user('jonas');
    const clock = createInboxClock(now, sample.company);
    const groups = sample.tickets.map((one) => inboxGroup(one.ticket, jonas, clock));
    expect(new Set(groups)).toEqual(new Set(['overdue', 'today', 'later', 'unassigned', null]));
  });

  test('has the design’s customer, however few there are', () => {
    const few = [...createSampleCompany({ now, customers: 5 }).customers()];
    expect(few.map((one) => one.code)).toEqual(['000001', '000002', '000003', '000004', '000318']);
    expect(few.at(-1)).toEqual(customers.find((one) => one.code === '000318'));
    expect(sampleIndexes(400)).toHaveLength(400);
  });
});

test('a sample id is a UUIDv7 that sorts by its time', () => {
  const random = createRandom(1, 'ids');
  const ids = Array.from({ length: 500 }, (_, index) => createSampleId(random, Date.UTC(2024, 0, 1) + index));
  expect(ids.every((id) => idSchema.safeParse(id).success)).toBe(true);
  expect(ids).toEqual([...ids].sort());
});
