import type { RichTextDocument } from '../../../domain/rich-text/document.ts';
import type { Random } from '../random.ts';

/** Who and what a story is about. */
export interface Telling {
  random: Random;
  /** First name of the contact person. */
  contact: string;
  /** First name of the agent who took it over. */
  colleague: string;
  /** A number of a document, `8.114`. */
  document: string;
  /** Name of the customer's product. */
  product: string;
}

/** One kind of ticket: how it begins, how it goes on, how it ends. */
export interface Scenario {
  name: string;
  /** Number of the ticket type. */
  type: string;
  subjects: readonly string[];
  opening(telling: Telling): RichTextDocument;
  /** In the order in which they make sense; a ticket has the first few. */
  followUps: readonly ((telling: Telling) => RichTextDocument)[];
  resolution(telling: Telling): RichTextDocument;
}
