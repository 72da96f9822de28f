import { referenceRules } from '../locales/pt-BR/rules-references.ts';
import { productRefusal } from './opening-rules.ts';
import type { Problem } from './result.ts';

/** What the records that a command names are known to be; undefined where it names none, null where there is none. */
export interface References {
  /** The customer of the ticket. */
  customerId: string | null;
  channel?: { active: boolean } | null | undefined;
  contactPerson?: { customerId: string } | null | undefined;
  nextContactUser?: { active: boolean } | null | undefined;
  /** The product that the ticket is about, or is to be about. */
  product?: { customerId: string; name: string; blockedReason: string | null } | null | undefined;
  /** Path of the product in the request. */
  productField?: string | undefined;
  internalContactUser?: { active: boolean } | null | undefined;
  /** How many of the watchers are no users. */
  unknownWatchers?: number | undefined;
  /** The ticket that a new one goes on from. */
  followed?: { customerId: string } | null | undefined;
  /** Ticket of the opinion that this one corrects, and the ticket that it is added to. */
  corrected?: { ticketId: string } | null | undefined;
  ticketId?: string | undefined;
}

/** All references of a command that lead nowhere, or to a record that cannot be used for it. */
export function checkReferences(references: References): Problem[] {
  const { customerId, channel, contactPerson, nextContactUser, followed, corrected, ticketId } = references;
  const problems: Problem[] = [];
  if (customerId === null) {
    problems.push({
      code: 'not-found',
      field: 'customerId',
      message: referenceRules.customerUnknown,
    });
  }
  if (channel === null) problems.push(invalid('opinion.channelId', referenceRules.channelUnknown));
  if (channel?.active === false) {
    problems.push(invalid('opinion.channelId', referenceRules.channelInactive));
  }
  if (contactPerson === null) {
    problems.push(invalid('opinion.contactPersonId', referenceRules.contactPersonUnknown));
  } else if (contactPerson !== undefined && customerId !== null && contactPerson.customerId !== customerId) {
    problems.push(invalid('opinion.contactPersonId', referenceRules.contactPersonOfAnother));
  }
  if (nextContactUser === null) {
    problems.push(invalid('nextContact.userId', referenceRules.nextUserUnknown));
  } else if (nextContactUser?.active === false) {
    problems.push(invalid('nextContact.userId', referenceRules.nextUserInactive));
  }
  problems.push(...checkProduct(references), ...checkFollowers(references));
  // It may have been reopened meanwhile: the link stays true, and nothing that was written is refused for it.
  if (
    followed === null ||
    (followed !== undefined && customerId !== null && followed.customerId !== customerId)
  ) {
    problems.push(invalid('followsTicketId', referenceRules.followedElsewhere));
  }
  if (corrected === null || (corrected !== undefined && corrected.ticketId !== ticketId)) {
    problems.push(invalid('correctsOpinionId', referenceRules.correctedElsewhere));
  }
  return problems;
}

function checkProduct({ customerId, product, productField = 'product' }: References): Problem[] {
  if (product === undefined) return [];
  if (product === null) return [invalid(productField, referenceRules.productUnknown)];
  if (customerId !== null && product.customerId !== customerId) {
    return [invalid(productField, referenceRules.productOfAnother)];
  }
  const refusal = productRefusal(product);
  return refusal === null ? [] : [{ ...refusal, field: productField }];
}

/** Those who are told of the ticket beside its next contact. */
function checkFollowers({ internalContactUser, unknownWatchers = 0 }: References): Problem[] {
  const problems: Problem[] = [];
  if (internalContactUser === null) {
    problems.push(invalid('internalContact.userId', referenceRules.internalUserUnknown));
  } else if (internalContactUser?.active === false) {
    problems.push(invalid('internalContact.userId', referenceRules.internalUserInactive));
  }
  if (unknownWatchers > 0) problems.push(invalid('watcherIds', referenceRules.watcherUnknown));
  return problems;
}

function invalid(field: string, message: string): Problem {
  return { code: 'invalid', field, message };
}
