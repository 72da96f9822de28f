import { z } from 'zod';
import { idSchema } from './id.ts';

/** What a user may do. The server checks each in one place; the screen uses them to explain, never to protect. */
export const permissionSchema = z.enum([
  'customers.read',
  'customers.edit',
  'tickets.read',
  'tickets.write',
  'tickets.close',
  'tickets.reopen',
  'company.administer',
]);

export type Permission = z.infer<typeof permissionSchema>;

/** A user as others see it: who may be chosen as next contact, who wrote an opinion. */
export const userSchema = z.object({
  id: idSchema,
  login: z.string().min(1).max(60),
  name: z.string().min(1).max(120),
  /** Named roles ("funções"), e.g. Supervisor. */
  functions: z.array(z.string().max(60)).max(50),
  centerIds: z.array(idSchema).max(200),
  active: z.boolean(),
});

export type User = z.infer<typeof userSchema>;

/** The signed-in user, with what he or she may do. */
export const currentUserSchema = userSchema.extend({ permissions: z.array(permissionSchema) });

export type CurrentUser = z.infer<typeof currentUserSchema>;

/** Centro de responsabilidade: the team or phase that holds a ticket. */
export const responsibilityCenterSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(80),
  /** Reaching it closes the ticket, if the closing policy lets the user. */
  closesTicket: z.boolean(),
  /** False: tickets that stand in it stay there, and no other is sent to it. Absent in copies of older versions. */
  active: z.boolean().optional(),
});

export type ResponsibilityCenter = z.infer<typeof responsibilityCenterSchema>;
