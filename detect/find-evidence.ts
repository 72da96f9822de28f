import { customerCodeKey } from '../domain/customer-code.ts';
import { textToCallerNumber } from './caller-number.ts';
import { textToCode } from './customer-code.ts';
import type { CallEvidence, Evidence, HostRule } from './host-rule.ts';
import { labelOf, labelToValue, textToLabel } from './label-beside.ts';
import { isMatch, isShown, isText, readElement } from './read-element.ts';
import { matchesUrlPattern } from './url-pattern.ts';
import { walk } from './walk.ts';

/** A spot of the page that a rule reads, with what it read there: read again, it tells cheaply whether anything changed. */
export interface Place {
  rule: HostRule;
  node: Element | Text;
  raw: string;
}

export interface Finding {
  /** One for each code found, the surest first. Empty: the page shows no customer. */
  evidence: Evidence[];
  /** The call that a telephone's page shows, null for none; undefined on a page that no rule about calls is for. */
  call?: CallEvidence | null | undefined;
  places: Place[];
}

/** One rule that finds more codes than this stands on a list of customers, and says nothing about whose page it is. */
const MOST_CODES = 3;
const MOST_PLACES = 24;

/**
 * The customers that a page speaks of. Reads the document, changes nothing, and costs the same however long the page's tables are.
 * Several codes make every one of them `offered`: no guess between two customers is ever certain.
 */
export function findEvidence(page: Document, url: string, rules: readonly HostRule[]): Finding {
  const mine = rules.filter((rule) => matchesUrlPattern(rule.urlPattern, url));
  // Also where an id has an answer at once: another rule may contradict it, and then neither is certain.
  const places = [...findDirectly(page, mine), ...findByWalking(page, mine)];
  return { evidence: placesToEvidence(places, mine), call: placesToCall(places, mine), places };
}

/** What stands at the place now. */
export function readPlace({ rule, node }: Pick<Place, 'rule' | 'node'>): string {
  return isText(node) ? node.data : readElement(node, rule.label ? 'text' : rule.source);
}

/** Selectors that need no search: an id, or what stands in the head. */
const DIRECT = /^(?:#([\w-]+)|(?:meta|title)\b.*)$/;

function findDirectly(page: Document, rules: readonly HostRule[]): Place[] {
  return rules.flatMap((rule) => {
    const [selector, id] = DIRECT.exec(rule.selector ?? '') ?? [];
    const node = id ? page.getElementById(id) : selector && page.head?.querySelector(selector);
    return node ? [toPlace(rule, node)] : [];
  });
}

/** One walk for all other rules. */
function findByWalking(page: Document, rules: readonly HostRule[]): Place[] {
  const places: Place[] = [];
  const bySelector = rules.filter(
    ({ selector }) => selector && !DIRECT.test(selector) && isSelector(page, selector),
  );
  const byLabel = new Map<string, HostRule>();
  for (const rule of rules) {
    const label = textToLabel(rule.label ?? '');
    if (label && !byLabel.has(label)) byLabel.set(label, rule);
  }
  const add = (rule: HostRule, node: Element | Text | null) => {
    if (node) places.push(toPlace(rule, node));
    return places.length >= MOST_PLACES;
  };
  const visit = (element: Element): boolean => {
    for (const rule of bySelector) {
      if (isMatch(element, rule.selector ?? '') && add(rule, element)) return true;
    }
    const rule = byLabel.get(labelOf(element));
    return rule ? add(rule, labelToValue(element)) : false;
  };
  if (page.body) walk(page.body, visit);
  return places;
}

function toPlace(rule: HostRule, node: Element | Text): Place {
  return { rule, node, raw: readPlace({ rule, node }) };
}

/** The first call that rings or was answered. The page says so with the number's element or one around it. */
function placesToCall(places: Place[], rules: readonly HostRule[]): Finding['call'] {
  if (!rules.some((rule) => rule.call)) return undefined;
  for (const { rule, node, raw } of places) {
    if (!rule.call) continue;
    const element = (isText(node) ? node.parentElement : node) as Element;
    const isIn = (selector?: string) =>
      selector && isSelector(element.ownerDocument, selector) && element.closest(selector);
    const state = isIn(rule.call.ringing) ? 'ringing' : isIn(rule.call.answered) ? 'answered' : null;
    // What is left hidden of an earlier call is none.
    if (state && isShown(element)) return { number: textToCallerNumber(raw, rule.expression), state };
  }
  return null;
}

/** Evidence in the order of the rules, not of the page: the rules' order says which is the more telling. */
function placesToEvidence(places: Place[], rules: readonly HostRule[]): Evidence[] {
  const found = rules.flatMap((rule) => {
    if (rule.call) return [];
    const codes = new Map<string, Evidence>();
    for (const { node, raw } of places.filter((place) => place.rule === rule)) {
      const guess = rule.certainty === 'offered';
      const value = textToCode(raw, rule.expression, guess);
      const shown = value && isShown(isText(node) ? (node.parentElement as Element) : node);
      if (!value || (guess && !shown)) continue;
      const key = customerCodeKey(value);
      const certainty = guess || !shown ? 'offered' : 'certain';
      // The first of its kind stays, but what is on screen counts for more than what is not.
      if (!codes.has(key) || (certainty === 'certain' && codes.get(key)?.certainty !== certainty))
        codes.set(key, { ruleId: rule.id, label: rule.name, value, certainty });
    }
    return codes.size > MOST_CODES ? [] : [...codes.values()];
  });
  return settle(found);
}

/** Sure ones first; what is on screen beats what is hidden; and two customers left make both of them guesses. */
function settle(evidence: Evidence[]): Evidence[] {
  const certain = evidence.filter((one) => one.certainty === 'certain');
  const kept = certain.length > 0 ? certain : evidence;
  const codes = new Set(kept.map((one) => customerCodeKey(one.value)));
  return codes.size > 1 ? kept.map((one) => ({ ...one, certainty: 'offered' })) : kept;
}

/** A selector that this browser does not understand is no selector: its rule finds nothing. */
function isSelector(page: Document, selector: string): boolean {
  try {
    page.documentElement.matches(selector);
    return true;
  } catch {
    return false;
  }
}
