import type { Command, Receipt } from '../../../domain/command.ts';
import { queueIdOf } from '../../../domain/command.ts';
import type { Owner } from '../../../domain/owner.ts';
import { err, ok, type Problem, type Result } from '../../../domain/result.ts';

/** What happens to one request on its way there, at the server, or on its way back. */
export const FAULTS = [
  'none',
  'drop-before',
  'drop-after',
  'duplicate',
  '401',
  '429',
  '500',
  'busy',
  'html',
  'refuse',
] as const;
export type SimulatedFault = (typeof FAULTS)[number];

/** Ticket-closed is no fault of the way: only for tests of what it means. */
export type PlannedAnswer = SimulatedFault | 'closed';

/** What a probe meets. */
export const REACH_FAULTS = ['none', 'drop', 'html', '500'] as const;
export type ReachFault = (typeof REACH_FAULTS)[number];

/** A command as the server applied it, and who had sent it. */
export interface AppliedCommand {
  id: string;
  ticketId: string;
  userId: string;
  serverUrl: string;
}

const problems: Record<'401' | '429' | '500' | 'busy' | 'html' | 'refuse' | 'closed' | 'drop', Problem> = {
  '401': { code: 'signed-out', message: 'Entre de novo.', status: 401 },
  '429': { code: 'too-many-requests', message: 'Aguarde.', status: 429 },
  '500': { code: 'server-error', message: 'Falhou.', status: 500 },
  busy: { code: 'unavailable', message: 'Espere.', status: 503, retryAfterMs: 30_000 },
  html: { code: 'bad-answer', message: 'Outra rede.', status: 200 },
  refuse: { code: 'forbidden', message: 'Não pode.', status: 403 },
  closed: { code: 'ticket-closed', message: 'Já encerrado.', status: 409 },
  drop: { code: 'offline', message: 'Sem ligação.' },
};

/**
 * The server's promise about commands in a few lines: each id is applied once, for ever, and a repetition gets the first
 * answer. `faults` are used up one by one; then the network is good.
 */
export function createSimulatedCrm(faults: PlannedAnswer[], now: () => number, reaching: ReachFault[] = []) {
  const applied: AppliedCommand[] = [];
  const receipts = new Map<string, Receipt>();
  const plan = [...faults];

  return {
    applied,
    receipts,
    /** Whether the server answers at all. `reaching` is used up one by one. */
    async reach(): Promise<Result<void>> {
      const fault = reaching.shift() ?? 'none';
      return fault === 'none' ? ok(undefined) : err(problems[fault]);
    },
    /** `pass` separates arrival from answer, so that a crash can fall between them. */
    async send(
      command: Command,
      owner: Owner,
      pass: (where: string) => Promise<void>,
    ): Promise<Result<Receipt>> {
      await pass('arrive');
      const fault = plan.shift() ?? 'none';
      if (fault === 'drop-before') return err(problems.drop);
      if (fault !== 'none' && fault !== 'duplicate' && fault !== 'drop-after') {
        await pass('refuse');
        return err(problems[fault]);
      }
      const receipt = apply(command, owner);
      if (fault === 'duplicate') apply(command, owner);
      await pass('answer');
      return fault === 'drop-after' ? err(problems.drop) : ok(receipt);
    },
  };

  function apply(command: Command, owner: Owner): Receipt {
    const known = receipts.get(command.id);
    if (known) return known;
    const ticketId = queueIdOf(command);
    const receipt = {
      id: command.id,
      ticketId,
      protocol: '2026000042319',
      confirmedAt: new Date(now()).toISOString(),
    };
    receipts.set(command.id, receipt);
    applied.push({ id: command.id, ticketId, ...owner });
    return receipt;
  }
}
