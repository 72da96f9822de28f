import { eq } from 'drizzle-orm';
import type { Attachment } from '../../domain/attachment.ts';
import type { Database } from './connect.ts';
import { attachments, opinions } from './schema/index.ts';

/** A file that an opinion announced. */
export interface AnnouncedAttachment extends Attachment {
  /** Who wrote the opinion: nobody else sends its bytes. */
  authorId: string;
  /** Its bytes are here. */
  hasArrived: boolean;
}

export async function readAnnounced(database: Database, id: string): Promise<AnnouncedAttachment | null> {
  const [row] = await database
    .select({ file: attachments, authorId: opinions.authorId })
    .from(attachments)
    .innerJoin(opinions, eq(opinions.id, attachments.opinionId))
    .where(eq(attachments.id, id));
  if (row === undefined) return null;
  const { name, size, mediaType, sha256, arrivedAt } = row.file;
  return { id, name, size, mediaType, sha256, authorId: row.authorId, hasArrived: arrivedAt !== null };
}

const ARRIVED = `with blob as (
  insert into blobs (sha256, size, media_type, stored_at) values ($2, $3, $4, $5) on conflict do nothing
), arrived as (
  update attachments set arrived_at = $5, given_up_at = null where id = $1 and arrived_at is null returning ticket_id
)
insert into changes (kind, record_id) select 'ticket', ticket_id from arrived`;

/** Its bytes are stored: everybody who reads the ticket is told. Twice is harmless. */
export async function markArrived(database: Database, file: Attachment, at: Date): Promise<void> {
  const { id, sha256, size, mediaType } = file;
  await database.$client.query({
    name: 'attachment-arrived',
    text: ARRIVED,
    values: [id, sha256, size, mediaType, at],
  });
}

const GIVEN_UP = `with given as (
  update attachments set given_up_at = $2 where id = $1 and arrived_at is null and given_up_at is null returning ticket_id
)
insert into changes (kind, record_id) select 'ticket', ticket_id from given`;

/** Its sender does not send it any more. What has arrived stays. */
export async function markGivenUp(database: Database, id: string, at: Date): Promise<void> {
  await database.$client.query({ name: 'attachment-given-up', text: GIVEN_UP, values: [id, at] });
}
