import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { rulesToAttributes } from '../../../detect/rule-attributes.ts';
import type { HostRule } from '../../../domain/host-rule.ts';
import launcherCss from '../../../host/launcher.css?inline';
import { startLoader } from '../../../host/loader.ts';
import { REST } from '../../../host/watch-page.ts';
import type { FromHostPage, LauncherView, LoaderState } from '../../../messaging/host.ts';
import {
  createFakeBackground,
  type FakeBackground,
  watchListeners,
  watchShadowRoots,
} from '../../support/browser/host-page.ts';

const rules: HostRule[] = [
  { id: 'own', name: 'campo', urlPattern: '*://*/*', selector: '#codigo', source: 'value' },
  { id: 'route', name: 'rota', urlPattern: '*://*/*#/outra', selector: '#outra', source: 'text' },
];
const nothing: LauncherView = { state: 'none', name: '', code: '', label: 'Parecer', theme: 'light' };

afterEach(() => {
  document.body.innerHTML = '';
  history.replaceState(null, '', location.pathname + location.search);
});

function start(html: string, answer: (message: FromHostPage) => unknown = answerAs()) {
  document.body.innerHTML = html;
  const background = createFakeBackground(answer);
  const loader = startLoader(document, background.ports);
  onTestFinished(loader.stop);
  return background;
}
/** A background that knows the rules and draws whatever code it hears. */
function answerAs(view: Partial<LauncherView> = {}): (message: FromHostPage) => LoaderState {
  return (message) => {
    if (message.type === 'host/hello')
      return { rules, attributes: rulesToAttributes(rules), launcher: nothing, css: launcherCss };
    const code = message.type === 'host/evidence' ? (message.evidence[0]?.value ?? '') : '';
    return {
      launcher: { ...nothing, state: code ? 'certain' : 'none', code, name: code && 'Rio Pardo', ...view },
    };
  };
}
const launcher = () => document.querySelector('parecer-launcher');
const field = () => document.querySelector<HTMLInputElement>('#codigo') as HTMLInputElement;

test('a customer on the page is told once, and again only when it changes or goes', async () => {
  const background = start('<input id="codigo" value="318"><p></p>');
  await vi.waitFor(() => expect(background.evidence()).toEqual(['318 certain']));
  const before = background.looks();
  document.querySelector('p')?.append('outra coisa');
  await vi.waitFor(() => expect(background.looks()).toBeGreaterThan(before));
  expect(background.count('host/evidence')).toBe(1);

  document.body.innerHTML = '<input id="codigo" value="319">';
  await vi.waitFor(() => expect(background.evidence()).toEqual(['319 certain']));
  document.body.innerHTML = '<p>nada</p>';
  await vi.waitFor(() => expect(background.evidence()).toEqual([]));
});

test('a page without a customer says so, for the page before may have had one', async () => {
  const background = start('<p>nada</p>');
  await vi.waitFor(() => expect(background.evidence()).toEqual([]));
});

test('evidence is all that leaves the page', async () => {
  const background = start('<h1>Segredo</h1><input id="codigo" value="318">');
  await vi.waitFor(() => expect(background.evidence()).toEqual(['318 certain']));
  expect(background.heard).toEqual([
    { type: 'host/hello' },
    {
      type: 'host/evidence',
      evidence: [{ ruleId: 'own', label: 'campo', value: '318', certainty: 'certain' }],
    },
  ]);
});

test('a field that a script fills after a click is read, though nothing in the DOM changed', async () => {
  const background = start('<input id="codigo" value="318"><button>Próximo</button>');
  await vi.waitFor(() => expect(background.evidence()).toEqual(['318 certain']));
  document.querySelector('button')?.addEventListener('click', () => {
    setTimeout(() => {
      field().value = '319';
    }, 150);
  });
  await userEvent.click(document.querySelector('button') as Element);
  await vi.waitFor(() => expect(background.evidence()).toEqual(['319 certain']));
});

test('half a code is no code: what is being typed counts after Enter', async () => {
  const background = start('<input id="codigo" value=""><p></p>');
  await vi.waitFor(() => expect(background.evidence()).toEqual([]));
  await userEvent.click(field());
  await userEvent.keyboard('31x{Backspace}');
  const before = background.looks();
  document.querySelector('p')?.append('sugestões');
  await userEvent.keyboard('8');
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 300 }));
  expect(background.evidence()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(background.evidence()).toEqual(['318 certain']));
  expect(background.count('host/evidence')).toBe(2);
  expect(background.looks()).toBeGreaterThan(before);
});

test('an attribute that only a rule of the company speaks of is watched as well', async () => {
  const own: HostRule[] = [
    {
      id: 'own',
      name: 'atributo',
      urlPattern: '*://*/*',
      selector: '[data-aberto="sim"]',
      source: 'DATA-Pessoa',
    },
  ];
  const background = start('<p data-aberto="sim" data-pessoa="318">Ficha</p>', (message) =>
    message.type === 'host/hello'
      ? { rules: own, attributes: rulesToAttributes(own), launcher: nothing }
      : {},
  );
  await vi.waitFor(() => expect(background.evidence()).toEqual(['318 certain']));
  document.querySelector('p')?.setAttribute('data-pessoa', '319');
  await vi.waitFor(() => expect(background.evidence()).toEqual(['319 certain']));
  document.querySelector('p')?.setAttribute('data-aberto', 'não');
  await vi.waitFor(() => expect(background.evidence()).toEqual([]));
});

test('an address that changed without a load is looked at when the background tells', async () => {
  const background = start('<b id="outra">77</b>');
  await vi.waitFor(() => expect(background.evidence()).toEqual([]));
  history.pushState(null, '', '#/outra');
  background.tell({ type: 'host/look' });
  await vi.waitFor(() => expect(background.evidence()).toEqual(['77 certain']));
});

/** How often a page may be looked at from now on: once for each rest, and at its beginning and end. */
function allowLooks(background: FakeBackground): () => void {
  const [before, since] = [background.looks(), performance.now()];
  return () => {
    const most = (performance.now() - since) / REST + 2;
    expect(background.looks() - before).toBeLessThanOrEqual(most);
  };
}

test('a storm of changes costs a few looks', async () => {
  const background = start('<input id="codigo" value="318"><p></p>');
  await vi.waitFor(() => expect(background.evidence()).toEqual(['318 certain']));
  const before = background.looks();
  const expectFewLooks = allowLooks(background);
  const line = document.querySelector('p') as Element;
  for (let frame = 0; frame < 20; frame += 1) {
    for (let change = 0; change < 1000; change += 1) line.append(document.createElement('i'));
    line.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
  line.append('fim');
  await vi.waitFor(() => expect(background.looks()).toBeGreaterThan(before));
  // 20,020 changes in 20 frames. Each look is followed by a rest that is longer than several frames.
  expectFewLooks();
});

test('a page that throws the launcher out gets it back, and not for ever', async () => {
  const background = start('<input id="codigo" value="318">');
  await vi.waitFor(() => expect(launcher()?.isConnected).toBe(true));
  launcher()?.remove();
  await vi.waitFor(() => expect(launcher()).not.toBeNull());
  let thrown = 0;
  const page = new MutationObserver(() => {
    const there = launcher();
    if (there) thrown += 1;
    there?.remove();
  });
  page.observe(document.documentElement, { childList: true });
  launcher()?.remove();
  onTestFinished(() => page.disconnect());
  await vi.waitFor(() => expect(thrown).toBe(3), { timeout: 10_000 });
  const before = background.looks();
  document.body.append('x');
  await vi.waitFor(() => expect(background.looks()).toBeGreaterThan(before), { timeout: 5_000 });
  expect(launcher()).toBeNull();
});

test('an extension that was updated under the page leaves it as it was', async () => {
  const background = start('<input id="codigo" value="318"><p></p>');
  await vi.waitFor(() => expect(launcher()).not.toBeNull());
  background.die();
  document.querySelector('p')?.append('x');
  await vi.waitFor(() => expect(launcher()).toBeNull());
});

test('a host that is not enabled is neither looked at nor drawn on', async () => {
  const background = start('<input id="codigo" value="318">', () => null);
  await vi.waitFor(() => expect(background.count('host/hello')).toBe(1));
  document.body.append('x');
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 300 }));
  expect(background.heard).toEqual([{ type: 'host/hello' }]);
  expect(launcher()).toBeNull();
});

test('a host that is disabled loses the launcher', async () => {
  const background = start('<input id="codigo" value="318">');
  await vi.waitFor(() => expect(launcher()).not.toBeNull());
  background.tell({ type: 'host/state', state: null });
  expect(launcher()).toBeNull();
});

test('only a click of the agent’s own hand opens the panel', async () => {
  const background = start('<input id="codigo" value="318">');
  await vi.waitFor(() => expect(background.evidence()).toEqual(['318 certain']));
  const element = launcher() as HTMLElement;
  element.click();
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  expect(background.count('host/open')).toBe(0);
  await userEvent.click(element);
  expect(background.count('host/open')).toBe(1);
});

test('the pointer over a launcher without a customer warms the panel', async () => {
  const background = start('<p>nada</p>');
  await vi.waitFor(() => expect(launcher()).not.toBeNull());
  await userEvent.hover(launcher() as Element);
  await vi.waitFor(() => expect(background.count('host/near')).toBe(1));
});

test('a hostile name is shown as text and runs nothing', async () => {
  const roots = watchShadowRoots();
  const name = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  const background = start('<input id="codigo" value="318">', answerAs({ name, code: name, label: name }));
  await vi.waitFor(() => expect(background.evidence()).toEqual(['318 certain']));
  await vi.waitFor(() => expect(roots[0]?.textContent).toBe(name));
  expect(roots[0]?.querySelectorAll('*')).toHaveLength(2);
  expect('hacked' in window).toBe(false);
});

test('it comes in without taking the focus, and adds at most 8 nodes and 4 listeners', async () => {
  const roots = watchShadowRoots();
  const listeners = watchListeners();
  const background = start('<input id="codigo" value="318"><input id="nome">');
  document.querySelector<HTMLElement>('#nome')?.focus();
  await vi.waitFor(() => expect(roots[0]?.textContent).toBe('Rio Pardo'));
  expect(background.evidence()).toEqual(['318 certain']);
  expect(document.activeElement?.id).toBe('nome');
  expect([...listeners].sort()).toEqual(['Window click', 'Window keydown', 'Window scroll']);
  const inside = document.createNodeIterator(roots[0] as Node, NodeFilter.SHOW_ALL);
  let nodes = 1;
  while (inside.nextNode()) nodes += 1;
  expect(nodes).toBeLessThanOrEqual(8);
});

test('it is a pill of 36 in its place, and shrinks to its mark while the page scrolls', async () => {
  const background = start('<input id="codigo" value="318"><div style="height:4000px"></div>');
  await vi.waitFor(() => expect(background.evidence()).toEqual(['318 certain']));
  const box = () => (launcher() as Element).getBoundingClientRect();
  await vi.waitFor(() => expect(box().width).toBeGreaterThan(90));
  const { clientWidth, clientHeight } = document.documentElement;
  expect(box().height).toBe(36);
  expect(Math.round(clientWidth - box().right)).toBe(16);
  expect(Math.round(clientHeight - box().bottom)).toBe(96);
  scrollTo(0, 300);
  await vi.waitFor(() => expect(box().width).toBe(36));
  await vi.waitFor(() => expect(box().width).toBeGreaterThan(90));
});

test('an answer that is overtaken by a newer one does not bring back what the page showed before', async () => {
  const roots = watchShadowRoots();
  const late: (() => void)[] = [];
  const answer = answerAs();
  start('<p>nada</p>', (message) =>
    message.type === 'host/evidence' && message.evidence.length === 0
      ? new Promise((resolve) => late.push(() => resolve(answer(message))))
      : answer(message),
  );
  await vi.waitFor(() => expect(late).toHaveLength(1));
  document.body.innerHTML = '<input id="codigo" value="318">';
  await vi.waitFor(() => expect(roots[0]?.textContent).toBe('Rio Pardo'));
  for (const come of late) come();
  // A turn later the answer has been taken.
  await new Promise((resolve) => setTimeout(resolve));
  expect(roots[0]?.textContent).toBe('Rio Pardo');
});

const telephone: HostRule = {
  ...{ id: 'fone', name: 'telefone', urlPattern: '*://*/*', selector: '#numero', source: 'text' },
  call: { ringing: '[data-estado="tocando"]', answered: '[data-estado="em-curso"]' },
};
const asTelephone = (message: FromHostPage): LoaderState =>
  message.type === 'host/hello'
    ? { rules: [telephone], attributes: ['data-estado'], launcher: nothing, css: launcherCss }
    : {};
/** Under load a look takes long, and the rest after it longer. */
const SLOWLY = { timeout: 10_000 };
const calls = (background: ReturnType<typeof start>) =>
  background.heard.flatMap((message) => (message.type === 'host/evidence' ? [message.call] : []));

test('a call is told when it rings, when it is answered and when it ends, each once', async () => {
  const background = start('<div id="fone"><b id="numero">Anônimo</b></div>', asTelephone);
  await vi.waitFor(() => expect(calls(background)).toEqual([null]));
  const phone = document.querySelector('#fone') as HTMLElement;
  const number = document.querySelector('#numero') as HTMLElement;
  number.textContent = '(16) 99100-5500';
  phone.dataset.estado = 'tocando';
  await vi.waitFor(() => expect(calls(background)).toHaveLength(2), SLOWLY);
  phone.dataset.estado = 'em-curso';
  await vi.waitFor(() => expect(calls(background)).toHaveLength(3), SLOWLY);
  delete phone.dataset.estado;
  await vi.waitFor(() => expect(calls(background)).toHaveLength(4), SLOWLY);
  expect(calls(background).slice(1)).toEqual([
    { number: '(16) 99100-5500', state: 'ringing' },
    { number: '(16) 99100-5500', state: 'answered' },
    null,
  ]);
});

test('a telephone’s page that rests is looked at as soon as it changes, without a timer of the browser', async () => {
  const background = start('<div id="fone"><b id="numero">3610-0140</b></div>', asTelephone);
  await vi.waitFor(() => expect(calls(background)).toEqual([null]));
  const phone = document.querySelector('#fone') as HTMLElement;
  const now = performance.now.bind(performance);
  let ahead = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
  onTestFinished(() => clock.mockRestore());
  const changeAfterRest = async () => {
    // As if the longest rest after a look had gone by.
    ahead += 1100;
    const before = calls(background).length;
    phone.dataset.estado = phone.dataset.estado === 'tocando' ? 'em-curso' : 'tocando';
    // Observers are told at the end of the same task.
    await Promise.resolve();
    expect(calls(background)).toHaveLength(before + 1);
  };
  // A machine that is busy may still owe the page an earlier look.
  await vi.waitFor(changeAfterRest, { timeout: 10_000 });
});

test('a page that learns later that it is a telephone’s says that nobody calls', async () => {
  const background = start('<b id="numero"></b>', () => ({ rules: [], attributes: [], launcher: nothing }));
  await vi.waitFor(() => expect(calls(background)).toEqual([undefined]), SLOWLY);
  background.tell({ type: 'host/state', state: { rules: [telephone], attributes: [] } });
  await vi.waitFor(() => expect(calls(background)).toEqual([undefined, null]), SLOWLY);
});

test('a storm of changes on a telephone’s page costs a few looks', async () => {
  const background = start('<div id="fone"><b id="numero">3610-0140</b><p></p></div>', asTelephone);
  await vi.waitFor(() => expect(calls(background)).toEqual([null]));
  const expectFewLooks = allowLooks(background);
  const line = document.querySelector('p') as Element;
  for (let frame = 0; frame < 20; frame += 1) {
    line.append(document.createElement('i'));
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
  expectFewLooks();
});

test('a clicked number is told, and the page does with the click what it wants', async () => {
  const background = start('<a href="tel:+55-16-3610-0140"><b>Ligar</b></a>');
  await vi.waitFor(() => expect(background.evidence()).toEqual([]));
  const link = document.querySelector('a') as HTMLAnchorElement;
  const followed: boolean[] = [];
  link.addEventListener('click', (event) => {
    followed.push(!event.defaultPrevented);
    event.preventDefault();
  });
  link.click();
  expect(background.count('host/tel')).toBe(0);
  await userEvent.click(document.querySelector('b') as Element);
  expect(background.heard.find((message) => message.type === 'host/tel')).toEqual({
    type: 'host/tel',
    number: '+55-16-3610-0140',
  });
  expect(followed).toEqual([true, true]);
});

test('the number of a link in a drawing is told too', async () => {
  const background = start(
    '<svg width="200" height="40"><a href="tel:1636100140"><text y="30" font-size="30">Ligar</text></a></svg>',
  );
  await vi.waitFor(() => expect(background.evidence()).toEqual([]));
  document.querySelector('svg a')?.addEventListener('click', (event) => event.preventDefault());
  await userEvent.click(document.querySelector('text') as Element);
  expect(background.heard.find((message) => message.type === 'host/tel')).toEqual({
    type: 'host/tel',
    number: '1636100140',
  });
});
