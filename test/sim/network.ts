import { answerToProblem } from '../../api/problem.ts';
import { type ChangePage, changePageSchema } from '../../contract/changes.ts';
import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE_PREFIX } from '../../contract/problem.ts';
import { type ProtocolLease, protocolLeaseSchema } from '../../contract/protocol-leases.ts';
import { serviceSchema } from '../../contract/service.ts';
import { type Receipt, receiptSchema } from '../../domain/command.ts';
import { problemOf } from '../../domain/problem-texts.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { problems as texts } from '../../locales/pt-BR/problems.ts';
import type { Transport } from '../../sync/ports.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { Answer, SimulatedServer } from './server.ts';

/** A way to the server on which anything may happen while it is bad. */
export interface Network extends Transport {
  /** From now on nothing goes wrong any more. */
  heal(): void;
}

const PASSING = ['401', '429', '500', '503'] as const;
const REFUSALS = ['403', '409'] as const;
const FAULTS = [
  'drop-before',
  'drop-after',
  'late',
  'duplicate',
  'truncate',
  'html',
  ...PASSING,
  ...REFUSALS,
] as const;

/** How often something goes wrong with a request while the network is bad. */
const FAULT_RATE = 0.45;

export function createNetwork(server: SimulatedServer, scheduler: Scheduler, random: Random): Network {
  let isBad = true;
  /** Copies of a command that left and have not arrived. */
  const onTheWay = new Map<string, number>();

  /** `arrive` is what the server does with it, and `id` the command's, where it is one. */
  async function exchange(
    what: string,
    arrive: () => Answer,
    id?: string,
  ): Promise<Answer | 'offline' | 'timeout'> {
    const fault = isBad && random.chance(FAULT_RATE) ? random.pick(FAULTS) : null;
    scheduler.note(`${what}: ${fault}`);
    await scheduler.turn(`${what} arrives`);
    const answer = answerWith(fault, arrive, id);
    await scheduler.turn(`${what} is answered`);
    return answer;
  }

  function answerWith(
    fault: (typeof FAULTS)[number] | null,
    arrive: () => Answer,
    id: string | undefined,
  ): Answer | 'offline' | 'timeout' {
    switch (fault) {
      case null:
        return arrive();
      case 'drop-before':
        return 'offline';
      case 'drop-after':
        arrive();
        return 'offline';
      case 'duplicate': {
        const answer = arrive();
        copyLater(arrive, id);
        return answer;
      }
      case 'late':
        copyLater(arrive, id);
        return 'timeout';
      case 'truncate': {
        const answer = arrive();
        return { ...answer, text: answer.text.slice(0, random.below(answer.text.length)) };
      }
      case 'html':
        return { status: 200, type: 'text/html', text: '<!doctype html><p>Entre na rede do hotel' };
      case '403':
      case '409':
        // The server looks first whether it knows the command, and none of its copies is overtaken by a refusal.
        if (id !== undefined && (server.knows(id) || (onTheWay.get(id) ?? 0) > 0)) return arrive();
        return problem(Number(fault), fault === '403' ? 'forbidden' : 'conflict');
      case '401':
        return problem(401, 'signed-out');
      case '429':
        return problem(429, 'too-many-requests');
      case '500':
        return { status: 500, type: 'text/html', text: 'Bad gateway' };
      case '503':
        return { ...problem(503, 'unavailable'), retryAfter: 1 + random.below(600) };
    }
  }

  function copyLater(arrive: () => Answer, id = ''): void {
    onTheWay.set(id, (onTheWay.get(id) ?? 0) + 1);
    scheduler.later('a copy arrives late', () => {
      onTheWay.set(id, (onTheWay.get(id) ?? 1) - 1);
      arrive();
    });
  }

  return {
    heal() {
      isBad = false;
    },
    reach: async () => {
      const answer = await exchange('reach', () =>
        json(200, { product: 'parecer', version: '0', company: 'Uma' }),
      );
      const result = read(answer, serviceSchema);
      return result.ok ? ok(undefined) : result;
    },
    send: async (command, owner): Promise<Result<Receipt>> =>
      read(await exchange('send', () => server.apply(command, owner), command.id), receiptSchema),
    changes: async (after): Promise<Result<ChangePage>> =>
      read(await exchange('changes', () => server.changes(after)), changePageSchema),
    leaseProtocols: async (id, count): Promise<Result<ProtocolLease>> =>
      read(await exchange('lease', () => server.lease(id, count)), protocolLeaseSchema),
  };
}

/** What the client makes of an answer, as `api/http.ts` does. */
function read<T>(
  answer: Answer | 'offline' | 'timeout',
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
): Result<T> {
  if (typeof answer === 'string') return err(problemOf(texts, answer));
  const { status, type, text, retryAfter } = answer;
  const headers = {
    'content-type': type,
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  };
  if (status >= 400) return err(answerToProblem(new Response(null, { status, headers }), text, texts));
  const value = schema.safeParse(parse(text));
  return value.success ? ok(value.data) : err(problemOf(texts, 'bad-answer', { status }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function json(status: number, body: unknown): Answer {
  return { status, type: 'application/json', text: JSON.stringify(body) };
}

function problem(status: number, code: string): Answer {
  const text = JSON.stringify({ type: PROBLEM_TYPE_PREFIX + code, title: code, status });
  return { status, type: PROBLEM_MEDIA_TYPE, text };
}
