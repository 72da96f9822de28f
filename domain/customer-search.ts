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
  return [...new Set([...customerWordTokens(customer), ...customerPhones(customer).flatMap(phoneTokens)])];
}

/** The tokens of {@link customerSearchTokens} that are not of a telephone. */
export function customerWordTokens(customer: SearchableCustomer): string[] {
  const tokens = new Set<string>();
  tellWordTokens(customer, (token) => tokens.add(token));
  return [...tokens];
}

/** Tells {@link customerWordTokens} one by one, some more than once: an index of all customers has no time for lists of them. */
export function tellWordTokens(customer: SearchableCustomer, tell: (token: string) => void): void {
  tellWords(plain(customer.name), tell);
  if (customer.tradeName !== null) tellWords(plain(customer.tradeName), tell);
  tell(customer.code.toLowerCase());
  tell(customerCodeKey(customer.code).toLowerCase());
  if (customer.document !== null) tell(customer.document.toLowerCase());
  for (const email of customer.emails) tellEmail(email, tell);
  for (const { email } of customer.contactPersons ?? []) if (email !== null) tellEmail(email, tell);
}

/** The telephones of a customer and of its contact persons. */
export function customerPhones(customer: SearchableCustomer): string[] {
  return [
    ...customer.phones.map((phone) => phone.number),
    ...(customer.contactPersons ?? []).flatMap((contact) => contact.phone ?? []),
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

/** What a telephone is found by: its digits, of a Brazilian one in every form that people type. */
export function phoneTokens(number: string): string[] {
  const line = brazilianLine(number);
  if (line === null) {
    const digits = digitsOf(number);
    return digits === '' ? [] : [digits];
  }
  const { area, subscriber } = line;
  const forms = [area + subscriber, subscriber];
  // Many still say a mobile number without its ninth digit.
  if (subscriber.length === 9) forms.push(area + subscriber.slice(1), subscriber.slice(1));
  return forms;
}

/** Area code (2 digits) and subscriber's number (8 or 9) of a Brazilian telephone in E.164; null for any other. */
export function brazilianLine(number: string): { area: string; subscriber: string } | null {
  const digits = digitsOf(number);
  if (!/^55[0-9]{10,11}$/.test(digits)) return null;
  return { area: digits.slice(2, 4), subscriber: digits.slice(4) };
}

function digitsOf(text: string): string {
  return text.replace(/[^0-9]/gu, '');
}

function tellEmail(email: string, tell: (token: string) => void): void {
  const bare = plain(email);
  tell(bare);
  const at = bare.indexOf('@');
  tellWords(at < 0 ? bare : bare.slice(0, at), tell);
}

const LONGEST_WORD = 60;

/** Most texts are; they need none of what Unicode does, which is most of the time that an index of all customers takes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is the range from the first to the last.
const ASCII = /^[\x00-\x7f]*$/;

function wordsOf(text: string): string[] {
  const words: string[] = [];
  tellWords(plain(text), (word) => words.push(word));
  return words;
}

/** Tells the words of a plain text, at most 60 characters of each. */
function tellWords(bare: string, tell: (word: string) => void): void {
  if (!ASCII.test(bare)) {
    for (const word of bare.split(/[^\p{L}\p{N}]+/u)) if (word !== '') tell(word.slice(0, LONGEST_WORD));
    return;
  }
  let from = -1;
  for (let at = 0; at <= bare.length; at += 1) {
    if (isWordCharacter(bare.charCodeAt(at))) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      tell(bare.slice(from, Math.min(at, from + LONGEST_WORD)));
      from = -1;
    }
  }
}

/** A letter from a to z or a digit; past the end of a text there is none. */
function isWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

function plain(text: string): string {
  const bare = ASCII.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return bare.toLowerCase().trim();
}
