import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefoxPath } from './firefox-path.ts';

/** A Firefox with the real extension in it. */
export interface Firefox {
  /** The tab that it started with, 1280 × 800. */
  page: Page;
  /** The tab that was opened last; the extension's own pages too take mouse and keys, though no script. */
  newestPage(): Promise<Page>;
  newPage(): Promise<Page>;
  /** Address of the extension's panel, which each installation draws for itself. */
  panelUrl(): Promise<string>;
  /** Runs the body of a function in the browser's own window, past all pages, and gives what it returns. */
  inBrowser(body: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  /** Folder of a built extension. */
  extension: string;
  colorScheme?: 'light' | 'dark' | undefined;
}

/** What a command about the browser's own window needs; puppeteer has it, without saying so in its types. */
interface Commands {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Launches Firefox and installs the extension, as the browser itself does with one that is tried out. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    // Lets the browser's own window be asked what is on the screen.
    args: ['--remote-allow-system-access', '--width=1280', '--height=886'],
    extraPrefsFirefox: {
      'intl.accept_languages': 'pt-BR, pt',
      'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
      // Made from the start on and not when it is first asked for: then the first answer is whole.
      'accessibility.force_disabled': -1,
    },
  });
  try {
    const id = await browser.installExtension(options.extension);
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.setViewport({ width: 1280, height: 800 });
    const inBrowser = await browserEvaluator(browser);
    return {
      page,
      newestPage: async () => (await browser.pages()).at(-1) ?? page,
      newPage: () => browser.newPage(),
      panelUrl: async () => `moz-extension://${await inBrowser(hostOf(id))}/panel.html`,
      inBrowser,
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function hostOf(extension: string): string {
  return `return WebExtensionPolicy.getByID(${JSON.stringify(extension)}).mozExtensionHostname`;
}

async function browserEvaluator(browser: Browser): Promise<Firefox['inBrowser']> {
  const commands = (browser as unknown as { connection: Commands }).connection;
  const { result } = await commands.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (result as { contexts: { context: string }[] }).contexts;
  if (!window) throw new Error('Firefox has no window.');
  return async (body) => {
    const answer = await commands.send('script.evaluate', {
      target: { context: window.context },
      awaitPromise: true,
      expression: `(async () => { ${body} })().then((value) => JSON.stringify(value ?? null))`,
    });
    const { type, result, exceptionDetails } = answer.result as {
      type: string;
      result?: { value: string };
      exceptionDetails?: { text: string };
    };
    if (type !== 'success' || !result) throw new Error(exceptionDetails?.text ?? type);
    return JSON.parse(result.value);
  };
}
