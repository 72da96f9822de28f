import { customerCodeKey } from './customer-code.ts';

/** What a search compares: without accents, lower case, words apart by one space. */
export function searchKey(text: string): string {
  return wordsOf(text).join(' ');
}

/** What of a customer its search tokens are made of. */
export interface SearchableCustomer {
  code: string;
  name: string;
  tradeName: string | null;
  document: string | null;
  phones: readonly { number: string }[];
  emails: readonly string[];
  /** Telephones and e-mails of contact persons find their customer too. */
  contactPersons?: readonly { phone: string | null; email: string | null }[] | undefined;
}

/**
 * What a customer is found by: words of name and trade name, code as shown and without leading zeros, CPF or CNPJ,
 * telephones in every form that people type, e-mails whole and by the words before the @. A search takes each word of
 * the query as the beginning of a token.
 */
export function customerSearchTokens(customer: SearchableCustomer): string[] {
  const contacts = customer.contactPersons ?? [];
  const phones = [
    ...customer.phones.map((phone) => phone.number),
    ...contacts.flatMap((contact) => contact.phone ?? []),
  ];
  const emails = [...customer.emails, ...contacts.flatMap((contact) => contact.email ?? [])];
  return [
    ...new Set([
      ...wordsOf(customer.name),
      ...wordsOf(customer.tradeName ?? ''),
      customer.code.toLowerCase(),
      customerCodeKey(customer.code).toLowerCase(),
      ...(customer.document === null ? [] : [customer.document.toLowerCase()]),
      ...phones.flatMap(phoneTokens),
      ...emails.flatMap(emailTokens),
    ]),
  ];
}

/** Alternatives for one word of a query: each is a list of beginnings of tokens, all of which a customer must have. */
export type SearchTerm = readonly (readonly string[])[];

/**
 * The terms of a query; a customer is found when it has all of them. Numbers apart by spaces are one number
 * (`(11) 98100-5500`), with or without leading zeros and +55; punctuation within a word is tried without it
 * (`12.ABC.345/01DE-35`) and as a border. Empty for a query without a letter or digit.
 */
export function customerSearchTerms(query: string): SearchTerm[] {
  const chunks = joinNumbers(plain(query).split(/\s+/u)).slice(0, WORDS);
  const telling = chunks.filter((chunk) => !CONNECTIVES.has(chunk));
  return (telling.length > 0 ? telling : chunks).map(chunkToTerm).filter((term) => term.length > 0);
}

/** Words of a query that count. */
const WORDS = 8;
/** Beside other words they tell nothing, and as beginnings they would find half of all customers. */
const CONNECTIVES = new Set(['e', 'de', 'da', 'do', 'das', 'dos']);
const NUMBER = /^[0-9().+/-]*[0-9][0-9().+/-]*$/;

function joinNumbers(chunks: readonly string[]): string[] {
  const joined: string[] = [];
  for (const chunk of chunks) {
    const last = joined.at(-1);
    if (last !== undefined && NUMBER.test(last) && NUMBER.test(chunk))
      joined[joined.length - 1] = last + chunk;
    else joined.push(chunk);
  }
  return joined;
}

function chunkToTerm(chunk: string): SearchTerm {
  if (chunk.includes('@')) {
    const email = chunk.replace(/[^\p{L}\p{N}@._+-]/gu, '');
    return /[\p{L}\p{N}]/u.test(email) ? [[email]] : [];
  }
  const words = wordsOf(chunk);
  if (words.length === 0) return [];
  const whole = words.join('');
  if (!NUMBER.test(chunk)) return words.length === 1 ? [[whole]] : [words, [whole]];
  const bare = whole.replace(/^0+(?=.)/, '');
  const national = /^55[0-9]{10,}$/.test(bare) ? bare.slice(2) : bare;
  return [...new Set([whole, bare, national])].map((number) => [number]);
}

function phoneTokens(number: string): string[] {
  const digits = number.replace(/[^0-9]/gu, '');
  if (!/^55[0-9]{10,11}$/.test(digits)) return digits === '' ? [] : [digits];
  const area = digits.slice(2, 4);
  const subscriber = digits.slice(4);
  const forms = [area + subscriber, subscriber];
  // Many still say a mobile number without its ninth digit.
  if (subscriber.length === 9) forms.push(area + subscriber.slice(1), subscriber.slice(1));
  return forms;
}

function emailTokens(email: string): string[] {
  const [local = ''] = email.split('@');
  return [plain(email), ...wordsOf(local)];
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 60));
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}
