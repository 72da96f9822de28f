import { z } from 'zod';
import { contactChannelSchema } from '../domain/contact-channel.ts';
import { ticketTypeSchema } from '../domain/ticket-type.ts';
import { responsibilityCenterSchema, userSchema } from '../domain/user.ts';

/** `GET /ticket-types`, whole tree in order of number. */
export const ticketTypeListSchema = z.object({ items: z.array(ticketTypeSchema) });
/** `GET /contact-channels`, in order of position. */
export const contactChannelListSchema = z.object({ items: z.array(contactChannelSchema) });
/** `GET /users`, in order of name. */
export const userListSchema = z.object({ items: z.array(userSchema) });
/** `GET /responsibility-centers`, in order of name. */
export const responsibilityCenterListSchema = z.object({ items: z.array(responsibilityCenterSchema) });
