import { z } from 'zod';
import { contactChannelSchema } from '../domain/contact-channel.ts';
import { opinionTemplateSchema } from '../domain/opinion-template.ts';
import { ticketTypeSchema } from '../domain/ticket-type.ts';
import { responsibilityCenterSchema, userSchema } from '../domain/user.ts';
import { workflowSchema } from '../domain/workflow.ts';

/** `GET /ticket-types`, whole tree in order of number. */
export const ticketTypeListSchema = z.object({ items: z.array(ticketTypeSchema) });
/** `GET /opinion-templates`, by type and in the company's order. */
export const opinionTemplateListSchema = z.object({ items: z.array(opinionTemplateSchema) });
/** `GET /workflows`: the current version of each, in order of name. */
export const workflowListSchema = z.object({ items: z.array(workflowSchema) });
/** `GET /workflows/{id}/versions/{version}`, for tickets that began with an older one. */
export const workflowAnswerSchema = workflowSchema;
/** `GET /contact-channels`, in order of position. */
export const contactChannelListSchema = z.object({ items: z.array(contactChannelSchema) });
/** `GET /users`, in order of name. */
export const userListSchema = z.object({ items: z.array(userSchema) });
/** `GET /responsibility-centers`, in order of name. */
export const responsibilityCenterListSchema = z.object({ items: z.array(responsibilityCenterSchema) });
