import type { CustomerSummary, OwnedProduct } from './customer.ts';
import type { Problem } from './result.ts';
import type { TicketType } from './ticket-type.ts';
import type { CurrentUser } from './user.ts';

export interface Opening {
  user: Pick<CurrentUser, 'permissions'>;
  /** Null: none was chosen, or it is not known. */
  type: Pick<TicketType, 'selectable' | 'active' | 'flexibleClosing'> | null;
  closeOnlyByOpener: boolean;
}

/** All that keeps this ticket from being opened, beside its opinion ({@link checkOpinion}); fields as in the request. */
export function checkOpening({ user, type, closeOnlyByOpener }: Opening): Problem[] {
  if (!user.permissions.includes('tickets.write')) return [WRITING_FORBIDDEN];
  if (type === null) return [problem('typeId', 'Escolha o tipo de atendimento.')];
  if (!type.selectable)
    return [problem('typeId', 'Este tipo só agrupa outros. Escolha um dos que estão nele.')];
  if (!type.active) return [problem('typeId', 'Este tipo de atendimento está inativo. Escolha outro.')];
  if (closeOnlyByOpener && !type.flexibleClosing) {
    return [problem('closeOnlyByOpener', 'Este tipo não deixa limitar o encerramento a quem abriu.')];
  }
  return [];
}

/** Said where the user has no `tickets.write`. */
export const WRITING_FORBIDDEN: Problem = {
  code: 'forbidden',
  message: 'Você não tem permissão para escrever pareceres. Quem libera é a administração do CRM.',
};

/** What the agent should know of the customer before opening; it never keeps from opening. */
export function openingWarnings(customer: Pick<CustomerSummary, 'active'>): Problem[] {
  if (customer.active) return [];
  return [
    {
      code: 'customer-inactive',
      message: 'Este cliente está inativo. O atendimento pode ser aberto mesmo assim.',
    },
  ];
}

/** Why no new ticket is opened for this product; null when one may be. */
export function productRefusal(product: Pick<OwnedProduct, 'name' | 'blockedReason'>): Problem | null {
  if (product.blockedReason === null) return null;
  return {
    code: 'product-blocked',
    message: `${product.name} não abre atendimento: ${product.blockedReason}`,
  };
}

function problem(field: string, message: string): Problem {
  return { code: 'invalid', field, message };
}
