import { openingRules } from '../locales/pt-BR/rules-opening.ts';
import { closersOf, isAmongClosers, WRITING_FORBIDDEN } from './closing.ts';
import type { CustomerSummary, OwnedProduct } from './customer.ts';
import type { Problem } from './result.ts';
import type { TicketType } from './ticket-type.ts';
import type { CurrentUser } from './user.ts';

export interface Opening {
  user: Pick<CurrentUser, 'permissions' | 'functions'>;
  /** Null: none was chosen, or it is not known. */
  type: Pick<TicketType, 'selectable' | 'active' | 'flexibleClosing' | 'closingPolicy'> | null;
  closeOnlyByOpener: boolean;
}

/** All that keeps this ticket from being opened, beside its opinion ({@link checkOpinion}); fields as in the request. */
export function checkOpening({ user, type, closeOnlyByOpener }: Opening): Problem[] {
  if (!user.permissions.includes('tickets.write')) return [WRITING_FORBIDDEN];
  const refused = typeProblem(type, 'typeId');
  if (refused !== null || type === null) return refused === null ? [] : [refused];
  const tightening = closeOnlyByOpener ? tighteningProblem({ user, type }) : null;
  return tightening === null ? [] : [tightening];
}

/** Why no ticket can be of this type; null where it can. `field` is its path in the request. */
export function typeProblem(
  type: Pick<TicketType, 'selectable' | 'active'> | null,
  field: string,
): Problem | null {
  if (type === null) return problem(field, openingRules.typeMissing);
  if (!type.selectable) return problem(field, openingRules.typeIsGroup);
  if (!type.active) return problem(field, openingRules.typeInactive);
  return null;
}

/**
 * Why this user cannot open a ticket of this type that only he or she closes: the type does not let closing be
 * tightened, or it wants a function that the user lacks, and then nobody at all could close the ticket. Null where it
 * is possible.
 */
export function tighteningProblem({
  user,
  type,
}: {
  user: Pick<CurrentUser, 'functions'>;
  type: Pick<TicketType, 'flexibleClosing' | 'closingPolicy'>;
}): Problem | null {
  if (!type.flexibleClosing) {
    return problem('closeOnlyByOpener', openingRules.closingNotFlexible);
  }
  const closers = closersOf(type, true);
  if (isAmongClosers(closers, { isOpener: true, functions: user.functions })) return null;
  const functions = closers.kind === 'only' ? closers.functions : [];
  return problem('closeOnlyByOpener', openingRules.closingNeedsFunction(functions));
}

/** What the agent should know of the customer before opening; it never keeps from opening. */
export function openingWarnings(customer: Pick<CustomerSummary, 'active'>): Problem[] {
  if (customer.active) return [];
  return [
    {
      code: 'customer-inactive',
      message: openingRules.customerInactive,
    },
  ];
}

/** Why no new ticket is opened for this product; null when one may be. */
export function productRefusal(product: Pick<OwnedProduct, 'name' | 'blockedReason'>): Problem | null {
  if (product.blockedReason === null) return null;
  return {
    code: 'product-blocked',
    message: openingRules.productBlocked(product.name, product.blockedReason),
  };
}

function problem(field: string, message: string): Problem {
  return { code: 'invalid', field, message };
}
