import type { Permission } from '../domain/user.ts';
import { serverRefusals } from '../locales/pt-BR/server-refusals.ts';

/** Who may call: everybody, every signed-in user, or users with a permission. */
export type Access = 'public' | 'signed-in' | Permission;

/** The one table of who may call what, by operation. */
export const ACCESS = {
  readService: 'public',
  signIn: 'public',
  refreshSession: 'public',
  readSession: 'signed-in',
  signOut: 'signed-in',
  listUsers: 'signed-in',
  listResponsibilityCenters: 'signed-in',
  listTicketTypes: 'signed-in',
  listOpinionTemplates: 'signed-in',
  listWorkflows: 'signed-in',
  readWorkflow: 'signed-in',
  listContactChannels: 'signed-in',
  listHostRules: 'signed-in',
  readChanges: 'signed-in',
  searchCustomers: 'customers.read',
  readCustomerByCode: 'customers.read',
  readCustomer: 'customers.read',
  readDirectory: 'customers.read',
  readWatching: 'tickets.read',
  setWatching: 'tickets.read',
  listContactPersons: 'customers.read',
  createContactPerson: 'tickets.write',
  editCustomer: 'customers.edit',
  editContactPerson: 'customers.edit',
  listCustomerTickets: 'tickets.read',
  readTicket: 'tickets.read',
  listOpinions: 'tickets.read',
  readInbox: 'tickets.read',
  searchTickets: 'tickets.read',
  listSubjects: 'tickets.read',
  listSavedSearches: 'tickets.read',
  saveSearch: 'tickets.read',
  deleteSavedSearch: 'tickets.read',
  openTicket: 'tickets.write',
  addOpinion: 'tickets.write',
  closeTicket: 'tickets.close',
  reopenTicket: 'tickets.reopen',
  leaseProtocols: 'tickets.write',
  beginUpload: 'tickets.write',
  readUploadOffset: 'tickets.write',
  appendUpload: 'tickets.write',
  giveUpUpload: 'tickets.write',
  downloadAttachment: 'tickets.read',
  readCompanyConfiguration: 'company.administer',
  writeCompanyConfiguration: 'company.administer',
} as const satisfies Record<string, Access>;

export type Operation = keyof typeof ACCESS;

/** What a user without the permission is told. */
export const FORBIDDEN: Record<Permission, string> = serverRefusals.forbidden;
