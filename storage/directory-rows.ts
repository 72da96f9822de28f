import { z } from 'zod';
import { directoryEntrySchema } from '../domain/directory.ts';
import { idSchema } from '../domain/id.ts';
import { instantSchema } from '../domain/instant.ts';

/** A part of a snapshot: about a thousand customers in order of id, kept as one text. */
const chunkSchema = z.object({
  firstId: idSchema,
  /** Place of its first customer in the whole. */
  start: z.number().int(),
});

const snapshotSchema = z.object({
  id: idSchema,
  chunks: z.array(chunkSchema),
  count: z.number().int(),
  asOf: instantSchema,
});

const downloadSchema = snapshotSchema.omit({ asOf: true }).extend({
  /** Where the change log is read from when all pages are there. */
  changes: z.string(),
  /** The last customer that came; null before the first page. */
  after: idSchema.nullable(),
});

export const directoryStateSchema = z.object({
  /** Goes up with each change of what can be found. */
  revision: z.number().int(),
  snapshot: snapshotSchema.nullable(),
  download: downloadSchema.nullable(),
  /** Customers whose records changed since and were not read yet, each with the number of its last noting. */
  changed: z.array(
    z.union([
      z.object({ id: idSchema, noting: z.number().int() }),
      // As rows of before have them.
      idSchema.transform((id) => ({ id, noting: 0 })),
    ]),
  ),
  /** How often anything was noted: what is noted later has a higher number. */
  notings: z.number().int().default(0),
  /** What changed is not known, or too much: a new snapshot is needed. */
  outdated: z.boolean(),
});

export type DirectoryState = z.infer<typeof directoryStateSchema>;
/** A customer whose record has to be read again; noted once more meanwhile, it has another `noting`. */
export type NotedChange = DirectoryState['changed'][number];
export type DirectorySnapshot = z.infer<typeof snapshotSchema>;
export type DirectoryDownload = z.infer<typeof downloadSchema>;

/** Customers that are newer than the snapshot, and the place that each has there; null where it is new. */
export const newerEntriesSchema = z.array(
  z.object({ place: z.number().int().nullable(), entry: directoryEntrySchema }),
);
export type NewerEntry = z.infer<typeof newerEntriesSchema>[number];

const words = z.custom<Uint32Array>((value) => value instanceof Uint32Array);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const keysSchema = z.object({ text: z.string(), starts: words });
const postingsSchema = z.object({ keys: keysSchema, starts: words, positions: words });

/** Another form of the index, or other rules of what a customer is found by, get another number: it is then built anew. */
export const INDEX_FORM = 1;

export const directoryKeysSchema = z.object({
  places: words,
  codes: postingsSchema,
  lines: z.object({ lastEight: words, ninth: bytes, area: bytes, positions: words }),
  otherPhones: postingsSchema,
});

export const directoryWordsSchema = z.object({ names: keysSchema, inactive: bytes, tokens: postingsSchema });
