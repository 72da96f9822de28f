import type { RichTextDocument } from '../../../domain/rich-text/document.ts';
import { richTextToPlainText } from '../../../domain/rich-text/plain-text.ts';
import type { TestDatabase } from '../postgres.ts';

/** A ticket with its first opinion as they stand in the server's database. */
export interface TicketRecord {
  id: string;
  protocol: string;
  customer_code: string;
  type_number: string;
  title: string;
  opened_by: string;
  opened_at: Date;
  next_contact_login: string | null;
  next_contact_at: Date | null;
  waiting_for: string | null;
  close_only_by_opener: boolean;
  opinion_count: number;
  product_name: string | null;
  product_version: string | null;
  closed_at: Date | null;
  closed_by: string | null;
}

export interface OpinionRecord {
  id: string;
  number: number;
  author: string;
  started_at: Date;
  ended_at: Date;
  channel: string | null;
  contact_person: string | null;
  contact_name: string | null;
  call_id: string | null;
  call_phone: string | null;
  subjects: string[];
  body: DocumentNode;
  confirmed_at: Date;
}

export interface DocumentNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: DocumentNode[];
}

/** Reads the server's database, past everything that is under test. */
export function readRecords(database: TestDatabase) {
  const tickets = (condition: string, values: unknown[]) =>
    database.query<TicketRecord>(
      `select t.id, t.protocol, c.code as customer_code, y.number as type_number, t.title,
              o.login as opened_by, t.opened_at, n.login as next_contact_login, t.next_contact_at,
              t.waiting_for, t.close_only_by_opener, t.opinion_count, t.product_name, t.product_version,
              t.closed_at, z.login as closed_by
         from tickets t
         join customers c on c.id = t.customer_id
         join ticket_types y on y.id = t.type_id
         join users o on o.id = t.opened_by_user_id
         left join users n on n.id = t.next_contact_user_id
         left join users z on z.id = t.closed_by_user_id
        where ${condition}`,
      values,
    );
  return {
    ticketsByProtocol: (protocol: string) => tickets('t.protocol = $1', [protocol]),
    /** Title of an open ticket of this customer that no workflow asks anything of; which there are depends on the day. */
    async plainOpenTitle(customerCode: string): Promise<string> {
      const [ticket] = await tickets('c.code = $1 and t.closed_at is null and t.workflow_id is null', [
        customerCode,
      ]);
      if (ticket === undefined) throw new Error(`Customer ${customerCode} has no such ticket.`);
      return ticket.title;
    },
    /** Tickets in whose opinions this text stands. */
    ticketsByText: (text: string) =>
      tickets('exists (select from opinions p where p.ticket_id = t.id and p.body::text like $1)', [
        `%${text}%`,
      ]),
    opinions: (ticketId: string) =>
      database.query<OpinionRecord>(
        `select p.id, p.number, u.login as author, p.started_at, p.ended_at, h.name as channel,
                k.name as contact_person, p.contact_name, p.call_id, p.call_phone, p.subjects, p.body, p.confirmed_at
           from opinions p
           join users u on u.id = p.author_id
           left join contact_channels h on h.id = p.channel_id
           left join contact_persons k on k.id = p.contact_person_id
          where p.ticket_id = $1
          order by p.number`,
        [ticketId],
      ),
    /** The whole words of each opinion that holds this text, in any ticket: one stands there as often as it was applied. */
    async texts(fragment: string): Promise<string[]> {
      const rows = await database.query<{ body: RichTextDocument }>(
        'select body from opinions where body::text like $1 order by confirmed_at, id',
        [`%${fragment}%`],
      );
      return rows.map(({ body }) => richTextToPlainText(body));
    },
    /** How many opinions hold this text, in any ticket. */
    async countOpinions(text: string): Promise<number> {
      const [row] = await database.query<{ count: number }>(
        'select count(*)::int as count from opinions where body::text like $1',
        [`%${text}%`],
      );
      return row?.count ?? 0;
    },
  };
}

export type Records = ReturnType<typeof readRecords>;
