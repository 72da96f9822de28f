import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMatchPattern } from '../build/development-build.ts';
import { Problem } from '../problem.ts';
import { texts } from './texts.ts';

export interface StartOptions {
  /** Port of the CRM server; the demo page gets the next one. */
  port: number;
  /** Data folder, absolute; the default one when left out. */
  data: string | undefined;
  opensBrowser: boolean;
  /** Customers of the sample company, when one is made; its own number when left out. */
  customers: number | undefined;
  /** Match patterns enabled from the start, besides the demo page's. */
  hosts: readonly string[];
  asksForHelp: boolean;
}

const defaultPort = 7300;

/**
 * Reads the command line of `npm start`.
 * @param invokedFrom folder that a relative data folder is meant from
 * @throws Problem that names the option
 */
export function readOptions(args: readonly string[], invokedFrom: string): StartOptions {
  const values = parse(args);
  return {
    port: values.port === undefined ? defaultPort : readPort(values.port),
    data: values.data === undefined ? undefined : resolve(invokedFrom, required('--data', values.data)),
    opensBrowser: !values['no-browser'],
    customers: values.customers === undefined ? undefined : readCustomers(values.customers),
    hosts: (values.host ?? []).map(readHost),
    asksForHelp: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        'no-browser': { type: 'boolean' },
        customers: { type: 'string' },
        host: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    const named = /'(-[^' ]*|[^']*)/.exec((error as Error).message)?.[1] ?? '';
    throw new Problem(texts.badOption(named, code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'));
  }
}

/** Leaves room for the demo page's port after it. */
function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_534) throw new Problem(texts.badPort(text));
  return port;
}

function readCustomers(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > 1_000_000) throw new Problem(texts.badCustomers(text));
  return count;
}

function readHost(text: string): string {
  if (!isMatchPattern(text)) throw new Problem(texts.badHost(text));
  return text;
}

function required(option: string, value: string): string {
  if (value.trim() === '') throw new Problem(texts.badOption(option, true));
  return value;
}
