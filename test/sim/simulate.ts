import { IDBFactory } from 'fake-indexeddb';
import { queueIdOf } from '../../domain/command.ts';
import type { Owner } from '../../domain/owner.ts';
import { draftToTestCommands, ownerOf } from '../support/crm/words.ts';
import { testId, users } from '../support/screens/fixtures.ts';
import { createBackground, LESSEE } from './background.ts';
import { type Life, startLife } from './life.ts';
import { type AppliedText, createModel } from './model.ts';
import { createNetwork } from './network.ts';
import { ACTS, createPanel, versionOf } from './panel.ts';
import { createRandom } from './random.ts';
import { createScheduler, ownLoop } from './scheduler.ts';
import { createSimulatedServer } from './server.ts';

/** What came of one run. */
export interface Run {
  seed: number;
  /** Promises that were not kept; none is the only good answer. */
  broken: string[];
  /** How many tasks ran, and a digest of all that happened in its order. */
  trace: { steps: number; digest: string };
  /** How many commands the server applied. */
  applied: number;
}

const EVENTS = 300;
const YEAR = 365 * 24 * 60 * 60_000;
const STARTS_AT = '2026-07-16T12:00:00.000Z';
const OWNERS = [ownerOf(users.me), ownerOf(users.renata)] as const;

/**
 * One machine with two tabs and a background, one server, two users and whatever the seed has in store for them. Afterwards the
 * network is good, everybody signs in once more, and what is there has to be what was told.
 */
export function simulate(seed: number): Promise<Run> {
  return ownLoop(async (loop) => {
    const random = createRandom(seed);
    const scheduler = createScheduler(random, loop.turn, Date.parse(STARTS_AT));
    loop.give(scheduler);
    const disk = new IDBFactory();
    const model = createModel();
    const server = createSimulatedServer(LESSEE.year, STARTS_AT);
    const network = createNetwork(server, scheduler, random);
    const broken: string[] = [];
    const tickets = new Map<string, string[]>(OWNERS.map(({ userId }) => [userId, []]));
    const locks = new Set<string>();
    const takenBack = new Set<string>();
    let owner: Owner | null = OWNERS[0];
    let ids = 1_000;

    const background = createBackground({
      scheduler,
      random,
      disk,
      network,
      currentOwner: () => owner,
      readAnew: () => server.applied.map(({ command }) => queueIdOf(command)),
    });
    const panels = ['one', 'two'].map((name) =>
      createPanel({
        ...{ name, scheduler, random, disk, model, locks, takenBack },
        currentOwner: () => owner,
        ticketsOf: ({ userId }) => tickets.get(userId) ?? [],
        createId: () => testId(ids++),
        nudge: () => background.wake(),
        fail: (what) => broken.push(what),
      }),
    );

    const events: [weight: number, happen: () => void | Promise<void>][] = [
      [40, () => random.pick(panels).act(random.pick(ACTS))],
      [40, () => goOn(1 + random.below(200))],
      [6, () => scheduler.shift(random.below(120_000))],
      [1, () => scheduler.shift(random.chance(0.5) ? YEAR : -YEAR)],
      [4, () => background.wake()],
      [4, () => background.stop()],
      [
        6,
        async () => {
          background.wake();
          await goOn(1 + random.below(400));
          background.stop();
        },
      ],
      [2, () => random.pick(panels).reopen()],
      [
        1,
        () => {
          background.stop();
          for (const panel of panels) panel.reopen();
        },
      ],
      [
        2,
        () => {
          owner = random.chance(0.2) ? null : random.pick(OWNERS);
        },
      ],
    ];
    const total = events.reduce((sum, [weight]) => sum + weight, 0);
    for (let event = 0; event < EVENTS; event += 1) {
      const place = placeOf(
        random.below(total),
        events.map(([weight]) => weight),
      );
      scheduler.note(`event ${place}`);
      await events[place]?.[1]();
      background.tick();
    }

    network.heal();
    await scheduler.idle();
    for (const panel of panels) panel.end();
    const found = await settle();
    // Who takes the opening of a ticket back and then sends what continues it is refused until it is opened again.
    const faults = server.faults.filter(({ withoutTicket }) => !takenBack.has(withoutTicket ?? ''));
    broken.push(...faults.map(({ what }) => what), ...model.broken(found));
    return { seed, broken, trace: scheduler.trace(), applied: server.applied.length };

    async function goOn(steps: number): Promise<void> {
      for (let step = 0; step < steps && (await scheduler.step()); step += 1);
    }

    /** Runs the scheduler until this is there. */
    async function finish<T>(promise: Promise<T>): Promise<T> {
      let isThere = false;
      const done = promise.finally(() => {
        isThere = true;
      });
      while (!isThere && (await scheduler.step()));
      return done;
    }

    async function settle(): Promise<AppliedText[]> {
      const look = startLife('look', scheduler, disk);
      for (const each of OWNERS) {
        owner = each;
        await confirmAll(look, each);
        const open = async () =>
          (await finish(look.outbox.list(each))).items.filter(({ state }) => state !== 'confirmed').length;
        for (let round = 0; round < 30 && (round === 0 || (await open()) > 0); round += 1) {
          await finish(look.outbox.retry(each));
          scheduler.shift(60_000);
          background.wake();
          await scheduler.idle();
        }
        background.wake();
        await scheduler.idle();
        const { items, unreadable } = await finish(look.outbox.list(each));
        if (unreadable.length > 0) broken.push('an entry cannot be read');
        for (const { id, state, receipt } of items) {
          if (state !== 'confirmed') broken.push(`${id} is still ${state}`);
          else if (JSON.stringify(receipt) !== JSON.stringify(server.receiptOf(id)))
            broken.push(`${id} has another receipt than the server gave`);
        }
        const told = background.told(each);
        for (const { command } of server.applied.slice(
          background.firstCursor(each) ?? Number.POSITIVE_INFINITY,
        ))
          if (!told.has(queueIdOf(command))) broken.push(`the change of ${command.id} was never told`);
        if ((await finish(look.drafts.list(each))).items.length > 0) broken.push('a draft came back');
      }
      look.end();
      background.stop();
      return server.applied.map(({ command, owner: { userId } }) => ({
        ...('opinion' in command
          ? { textId: command.opinion.id, version: versionOf(command.opinion) }
          : { textId: command.id, version: 0 }),
        ticketId: queueIdOf(command),
        opens: command.kind === 'openTicket',
        userId,
      }));
    }

    /** What is a draft at the end is confirmed as it stands on the disk. */
    async function confirmAll(look: Life, each: Owner): Promise<void> {
      const { items, unreadable } = await finish(look.drafts.list(each));
      if (unreadable.length > 0) broken.push('a draft cannot be read');
      for (const draft of items) {
        model.asked(draft.id);
        await finish(look.outbox.accept(each, draft, draftToTestCommands(draft), 'Um atendimento'));
        model.accepted(draft.id, versionOf(draft), each, draft.target.ticketId);
      }
    }
  });
}

/** The first place where the weights until there are more than what was drawn. */
function placeOf(drawn: number, weights: readonly number[]): number {
  let sum = 0;
  return weights.findIndex((weight) => {
    sum += weight;
    return drawn < sum;
  });
}
