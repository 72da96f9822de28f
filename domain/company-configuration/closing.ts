import type { ClosingPolicy } from '../ticket-type.ts';
import type { ConfiguredType } from './schema.ts';

/** Who may close, as tickets are judged by it. */
export function toClosingPolicy(closing: ConfiguredType['closing']): ClosingPolicy {
  return Array.isArray(closing) ? { kind: 'functions', functions: closing } : { kind: closing };
}

/** Who may close, as the file of the company says it. */
export function fromClosingPolicy(policy: ClosingPolicy): ConfiguredType['closing'] {
  return policy.kind === 'functions' ? policy.functions : policy.kind;
}
