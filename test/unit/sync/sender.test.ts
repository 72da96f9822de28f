import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, queueIdOf } from '../../../domain/command.ts';
import { createId } from '../../../domain/id.ts';
import { isSameOwner } from '../../../domain/owner.ts';
import { err } from '../../../domain/result.ts';
import { createSender } from '../../../sync/sender.ts';
import { aWrittenDraft, draftToTestCommands } from '../../support/crm/words.ts';
import { testId } from '../../support/screens/fixtures.ts';
import { createDurableOutbox } from './durable-outbox.ts';
import {
  createSimulatedCrm,
  FAULTS,
  type PlannedAnswer,
  REACH_FAULTS,
  type ReachFault,
  type SimulatedFault,
} from './simulated-crm.ts';

/** The copy of a server knows the same users by the same ids. */
const owners = {
  ana: { serverUrl: 'https://crm.example', userId: 'ana' },
  rui: { serverUrl: 'https://crm.example', userId: 'rui' },
  anaOfCopy: { serverUrl: 'https://copy.example', userId: 'ana' },
};
const firstTicket = { ana: 500, rui: 600, anaOfCopy: 700 };
type User = keyof typeof owners;
type Step =
  | { do: 'accept'; ticket: number }
  | { do: 'run' }
  | { do: 'go-on'; tasks: number }
  | { do: 'wait'; ms: number }
  | { do: 'crash' }
  | { do: 'recall'; which: number }
  | { do: 'be'; user: User | null };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('accept' as const), ticket: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.constant({ do: 'run' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('go-on' as const), tasks: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(600_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('recall' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'crash' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('be' as const),
      user: fc.constantFrom<User | null>('ana', 'rui', 'anaOfCopy', null),
    }),
  },
);
const faults = fc.array(fc.constantFrom(...FAULTS), { maxLength: 25 });
const reaching = fc.array(fc.constantFrom(...REACH_FAULTS), { maxLength: 25 });

/** One machine, one server, and everything between them under the scheduler's hand. */
function createWorld(scheduler: fc.Scheduler, plan: SimulatedFault[], reached: ReachFault[]) {
  let clock = Date.parse('2026-07-16T12:00:00.000Z');
  let user: User | null = 'ana';
  let life = 0;
  const trace: string[] = [];
  const accepted: { id: string; ticketId: string; userId: string; serverUrl: string }[] = [];
  const recalled: string[] = [];
  let worst = { perTicket: 0, tickets: 0 };
  const now = () => clock;
  const outbox = createDurableOutbox(now);
  const crm = createSimulatedCrm(plan, now, [...reached]);
  let sender = start();

  function start() {
    life += 1;
    const mine = life;
    const pass = async (where: string) => {
      await scheduler.schedule(Promise.resolve(), `${mine} ${where}`);
      trace.push(`${mine} ${where}`);
      // A life that ended goes no further, whatever it was waiting for.
      if (mine !== life) await new Promise<never>(() => {});
    };
    const inFlight = new Map<string, number>();
    // What has left the machine arrives whether its sender lives or not.
    const travel = async (where: string) => {
      await scheduler.schedule(Promise.resolve(), `${mine} ${where}`);
    };
    return createSender({
      outbox: outbox.connect(pass),
      transport: {
        async reach() {
          await travel('reach');
          const answer = await crm.reach();
          await pass('reached');
          return answer;
        },
        async send(command, asUser) {
          if (user === null || !isSameOwner(asUser, owners[user]))
            return err({ code: 'signed-out', message: 'Entre de novo.' });
          const ticketId = queueIdOf(command);
          inFlight.set(ticketId, (inFlight.get(ticketId) ?? 0) + 1);
          worst = {
            perTicket: Math.max(worst.perTicket, ...inFlight.values()),
            tickets: Math.max(worst.tickets, inFlight.size),
          };
          const answer = await crm.send(command, asUser, travel);
          await pass('receive');
          inFlight.delete(ticketId);
          return answer;
        },
      },
      lock: (task) => task(),
      clock: { now },
      random: () => 0.5,
      currentOwner: async () => (user === null ? null : owners[user]),
      parallel: 2,
    });
  }

  return {
    trace,
    accepted,
    recalled,
    outbox,
    crm,
    worst: () => worst,
    async take(one: Step): Promise<void> {
      if (one.do === 'accept' && user !== null) {
        const ticketId = testId(firstTicket[user] + one.ticket);
        const command: Command = { kind: 'closeTicket', id: createId(), ticketId };
        outbox.accept(owners[user], command);
        accepted.push({ id: command.id, ticketId, ...owners[user] });
      }
      if (one.do === 'recall') {
        const known = accepted[one.which];
        if (known !== undefined && outbox.recall(known.id)) {
          recalled.push(known.id);
          accepted.splice(one.which, 1);
        }
      }
      if (one.do === 'run') void sender.run();
      if (one.do === 'go-on') {
        for (let task = 0; task < one.tasks && scheduler.count() > 0; task += 1) await scheduler.waitOne();
      }
      if (one.do === 'wait') clock += one.ms;
      if (one.do === 'crash') sender = start();
      if (one.do === 'be') user = one.user;
    },
    /** Good network, the agent tries again what was refused: everything must arrive. */
    async settle(as: User): Promise<void> {
      user = as;
      sender = start();
      const isOpen = () =>
        [...outbox.rows.values()].some((row) => isSameOwner(row, owners[as]) && row.state !== 'confirmed');
      for (let round = 0; round < 200 && isOpen(); round += 1) {
        const nextAt = await scheduler.waitFor(sender.run());
        clock = Math.max(clock + 1, nextAt ?? 0);
        outbox.retryNeeds();
      }
    },
  };
}

const byTicket = (list: readonly { id: string; ticketId: string }[]) =>
  Object.groupBy(
    list.map(({ id, ticketId }) => ({ id, ticketId })),
    ({ ticketId }) => ticketId,
  );

describe('the sender, under any order of faults, crashes, sign-outs and waits', () => {
  it('gets each accepted command applied exactly once, in order per ticket, by its own user on its own server', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        faults,
        reaching,
        fc.array(step, { maxLength: 40 }),
        async (scheduler, plan, reached, steps) => {
          const world = createWorld(scheduler, plan, reached);
          for (const one of steps) await world.take(one);
          await world.settle('ana');
          await world.settle('rui');
          await world.settle('anaOfCopy');

          expect(world.crm.applied.filter(({ id }) => world.recalled.includes(id))).toEqual([]);
          expect(byTicket(world.crm.applied)).toEqual(byTicket(world.accepted));
          expect(
            world.crm.applied.map(({ id, userId, serverUrl }) => [id, serverUrl, userId]).sort(),
          ).toEqual(world.accepted.map(({ id, userId, serverUrl }) => [id, serverUrl, userId]).sort());
          for (const row of world.outbox.rows.values()) {
            expect(row).toMatchObject({ state: 'confirmed', receipt: world.crm.receipts.get(row.id) });
          }
          expect(world.worst().perTicket).toBeLessThanOrEqual(1);
          expect(world.worst().tickets).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('behaves the same when the same seed is run again', async () => {
    const traceOf = async () => {
      const traces: string[][] = [];
      const property = fc.asyncProperty(
        fc.scheduler(),
        faults,
        reaching,
        fc.array(step, { maxLength: 40 }),
        async (scheduler, plan, reached, steps) => {
          const world = createWorld(scheduler, plan, reached);
          for (const one of steps) await world.take(one);
          await world.settle('ana');
          traces.push(world.trace);
        },
      );
      await fc.assert(property, { seed: 20260716, numRuns: 20 });
      return traces;
    };
    expect(await traceOf()).toEqual(await traceOf());
  });
});

describe('the sender', () => {
  const ticket = (number: number): Command => ({
    kind: 'closeTicket',
    id: createId(),
    ticketId: testId(number),
  });

  async function run(plan: PlannedAnswer[], commands: Command[], reached: ReachFault[] = []) {
    let clock = Date.parse('2026-07-16T12:00:00.000Z');
    const outbox = createDurableOutbox(() => clock);
    const crm = createSimulatedCrm(plan, () => clock, [...reached]);
    for (const command of commands) outbox.accept(owners.ana, command);
    const pass = async () => {};
    const sender = createSender({
      outbox: outbox.connect(pass),
      transport: { reach: crm.reach, send: (command, owner) => crm.send(command, owner, pass) },
      lock: (task) => task(),
      clock: { now: () => clock },
      random: () => 0,
      currentOwner: async () => owners.ana,
      parallel: 1,
    });
    const nextAt = await sender.run();
    return {
      sender,
      outbox,
      crm,
      rows: () => [...outbox.rows.values()],
      nextAt: nextAt === null ? null : nextAt - clock,
      wait: (ms: number) => {
        clock += ms;
      },
    };
  }

  it('holds back what stands behind a refused command of the same ticket, and sends the other tickets', async () => {
    const world = await run(['refuse'], [ticket(1), ticket(1), ticket(2)]);
    expect(world.rows().map(({ state }) => state)).toEqual(['needs', 'queued', 'confirmed']);
    expect(world.rows()[0]?.problem).toMatchObject({ code: 'forbidden', status: 403 });
    expect(world.nextAt).toBeNull();
  });

  it('opens a ticket before what was confirmed for it while its opening was a draft again', async () => {
    const opening = { ...draftToTestCommands(aWrittenDraft('Abertura'))[0], id: testId(1) } as Command;
    const world = await run(['refuse'], [ticket(1), opening]);
    expect(world.rows().map(({ state }) => state)).toEqual(['queued', 'needs']);
    world.outbox.retryNeeds();
    await world.sender.run();
    expect(world.crm.applied.map(({ id }) => id)).toEqual([opening.id, world.rows()[0]?.id]);
  });

  it('tries a server that cannot be reached with one command, and says when it tries again', async () => {
    const world = await run(['drop-before'], [ticket(1), ticket(2), ticket(3)]);
    expect(world.rows().map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
    expect(world.rows()[0]).toMatchObject({ state: 'queued', problem: { code: 'offline' } });
    expect(world.nextAt).toBe(1_000);
  });

  it('lets no command leave while nobody is there, tries more and more rarely, and sends when somebody is', async () => {
    const world = await run([], [ticket(1), ticket(2)], ['drop', 'html', 'none']);
    expect(world.rows()).toMatchObject([
      { state: 'queued', attempts: 1, problem: { code: 'offline' } },
      { state: 'queued', attempts: 0, problem: null },
    ]);
    expect(world.rows().map(({ mayBeApplied }) => mayBeApplied)).toEqual([undefined, undefined]);
    expect(world.nextAt).toBe(1_000);
    world.wait(1_000);
    await world.sender.run();
    expect(world.rows().map(({ mayBeApplied }) => mayBeApplied)).toEqual([undefined, undefined]);
    expect(world.crm.applied).toEqual([]);
    world.wait(60_000);
    await world.sender.run();
    expect(world.rows().map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  });

  it('does not forget that an answer was lost when a later try finds nobody signed in', async () => {
    const world = await run(['drop-after', '401'], [ticket(1)]);
    world.wait(60_000);
    await world.sender.run();
    expect(world.rows()).toMatchObject([{ state: 'queued', mayBeApplied: true, problem: { status: 401 } }]);
    expect(world.crm.applied).toHaveLength(1);
  });

  it('does not forget that an answer was lost when a later try is refused before its id is looked up', async () => {
    const world = await run(['drop-after', 'refuse'], [ticket(1)]);
    world.wait(60_000);
    await world.sender.run();
    expect(world.rows()).toMatchObject([{ state: 'needs', mayBeApplied: true, problem: { status: 403 } }]);
    expect(world.outbox.recall(world.rows()[0]?.id ?? '')).toBe(false);
  });

  it('takes a closing for done where the ticket is closed already', async () => {
    const world = await run(['closed'], [ticket(1), ticket(1)]);
    expect(world.rows().map(({ state, receipt }) => [state, receipt !== null])).toEqual([
      ['confirmed', false],
      ['confirmed', true],
    ]);
  });

  it('lets what was refused at its only try go back', async () => {
    const world = await run(['refuse'], [ticket(1)]);
    expect(world.rows()).toMatchObject([{ state: 'needs', mayBeApplied: false }]);
  });

  it('goes on with the other tickets where the server fails over one command', async () => {
    const world = await run(['500'], [ticket(1), ticket(2)]);
    expect(world.rows().map(({ state }) => state)).toEqual(['queued', 'confirmed']);
    expect(world.nextAt).toBe(1_000);
  });

  it('leaves a server alone for as long as it asks, with all that waits', async () => {
    const world = await run(['busy'], [ticket(1), ticket(2)]);
    expect(world.rows().map(({ state, attempts }) => [state, attempts])).toEqual([
      ['queued', 1],
      ['queued', 0],
    ]);
    expect(world.nextAt).toBe(30_000);
    world.wait(30_000);
    await world.sender.run();
    expect(world.rows().map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  });

  it('leaves it alone also in runs that begin before the time', async () => {
    const world = await run(['busy', 'busy', 'busy'], [ticket(1), ticket(2), ticket(3)]);
    for (let waited = 5_000; waited < 30_000; waited += 5_000) {
      world.wait(5_000);
      expect(await world.sender.run()).toBe(Date.parse('2026-07-16T12:00:30.000Z'));
    }
    expect(world.rows().map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
    world.wait(5_000);
    await world.sender.run();
    expect(world.rows().map(({ attempts }) => attempts)).toEqual([2, 0, 0]);
  });

  it('stops without counting a try when the session is over', async () => {
    const world = await run(['401'], [ticket(1), ticket(2)]);
    expect(world.rows().map(({ state, attempts }) => [state, attempts])).toEqual([
      ['queued', 0],
      ['queued', 0],
    ]);
    expect(world.nextAt).toBeNull();
  });

  it('waits longer after each failed try, up to five minutes', async () => {
    const world = await run(Array<SimulatedFault>(20).fill('500'), [ticket(1)]);
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      world.wait(300_000);
      const at = await world.sender.run();
      waits.push(
        at === null
          ? 0
          : Math.round((at - Date.parse('2026-07-16T12:00:00.000Z')) / 1000) - (round + 1) * 300,
      );
    }
    expect(waits.slice(0, 4)).toEqual([2, 4, 8, 16]);
    expect(Math.max(...waits)).toBe(150);
    expect(world.rows()[0]).toMatchObject({ attempts: 13, problem: { code: 'server-error' } });
  });
});
