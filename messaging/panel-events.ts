import { z } from 'zod';
import { callSchema } from '../domain/call.ts';

/** Direction: the background tells our own pages. Session, connection and changes are stored values that pages watch. */
export const PAGES = 'pages';

/** What a panel knows of the tab that it stands in. */
export const tabContextSchema = z.object({
  pageCustomer: z
    .object({
      code: z.string().max(10),
      certainty: z.enum(['certain', 'offered']),
      because: z
        .array(z.object({ label: z.string(), value: z.string(), company: z.literal(true).optional() }))
        .max(20),
    })
    .nullable(),
  /** Whether the panel is shown to the agent now. */
  visible: z.boolean(),
  /** Something of the page lies over the panel, as far as the dock can tell. */
  covered: z.boolean().optional(),
  /** The frame is shown as the card of a call. */
  card: z.boolean().optional(),
  /** The agent pressed the button or the shortcut, and the browser now lets the page be captured: said once, to who waits for it. */
  mayShoot: z.literal(true).optional(),
  /** The call that this tab was told of; `asks` while it waits for the agent to say what becomes of it. */
  call: z
    .object({
      call: callSchema,
      asks: z.boolean(),
      /** Other calls that tickets were begun for. */
      taken: z.array(callSchema).optional(),
    })
    .nullable()
    .optional(),
});

export type TabContext = z.infer<typeof tabContextSchema>;

/**
 * An event for the panels of one tab. It reaches every page of ours, and each takes what names its tab. Nothing is
 * held open for it: the background may be stopped between two events, and a page that comes late says `tab.hello`.
 */
export const panelEventSchema = z.object({
  to: z.literal(PAGES),
  tabId: z.number().int(),
  context: tabContextSchema,
});

export type PanelEvent = z.infer<typeof panelEventSchema>;
