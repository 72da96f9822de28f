import type { CompanyRule } from '../../domain/company-rule.ts';
import { createRandom } from './random.ts';
import { createSampleId } from './sample-id.ts';

const FOUNDED = Date.UTC(2024, 0, 1, 13);

/** The demo ERP runs on this machine, on any port. */
const HOSTS = ['localhost', '127.0.0.1'];
/** Where it shows one person; its other pages have no rule. */
const PATHS = ['pessoas', 'spa', 'csp', 'coep'];

/** The softphone shows its state in an attribute around the number; while nobody calls it has another state. */
const CALL = { ringing: '[data-estado="tocando"]', answered: '[data-estado="em-curso"]' };

/** The rules that the sample company gives for the demo ERP: the field “Código” of each page about a person, and who calls the softphone. */
export function createHostRules(seed: number): CompanyRule[] {
  const random = createRandom(seed, 'host-rules');
  const ofPersons = HOSTS.flatMap((host) => PATHS.map((path) => `http://${host}:*/${path}/*`)).map(
    (urlPattern) => ({
      name: 'campo “Código”',
      rule: { urlPattern, selector: '#codigo', source: 'value', expression: '^([0-9A-Z]{6})$' },
    }),
  );
  const ofCallers = HOSTS.map((host) => ({
    name: 'telefone',
    rule: { urlPattern: `http://${host}:*/telefone`, selector: '#numero', source: 'text', call: CALL },
  }));
  return [...ofPersons, ...ofCallers].map((rule, index) => ({
    id: createSampleId(random, FOUNDED),
    position: index + 1,
    active: true,
    ...rule,
  }));
}
