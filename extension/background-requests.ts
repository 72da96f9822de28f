import { browser } from 'wxt/browser';
import { problemOf } from '../domain/problem-texts.ts';
import { err } from '../domain/result.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import { createRequester, createResponder, type Handlers, type Requester } from '../messaging/message.ts';
import { BACKGROUND, type PanelRequests, panelRequestSchemas } from '../messaging/panel-requests.ts';
import { isExtensionPage, type MessageSender } from '../messaging/sender.ts';

/**
 * Asks the background from a page of ours; it is woken where it was stopped. `no-answer` where it failed or is no longer
 * there: the extension was updated under an open page.
 */
export function createBackgroundRequester(): Requester<PanelRequests> {
  const ask = createRequester<PanelRequests>(BACKGROUND, async (message) => {
    try {
      return await browser.runtime.sendMessage(message);
    } catch {
      // The browser stopped the background in the middle. Asking wakes it, and asking twice is harmless.
      return browser.runtime.sendMessage(message);
    }
  });
  return async (name, input) => {
    try {
      return await ask(name, input);
    } catch (error) {
      console.error(error);
      return err(problemOf(problems, 'no-answer'));
    }
  };
}

/** Answers the requests of our own pages. Called once, while the background starts, so that a message wakes it. */
export function answerPages(handlers: Handlers<PanelRequests, MessageSender>): void {
  const own = { id: browser.runtime.id, baseUrl: `${location.origin}/` };
  const respond = createResponder<PanelRequests, MessageSender>(BACKGROUND, panelRequestSchemas, handlers);
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (!isExtensionPage(sender, own)) return false;
    const answer = respond(message, sender);
    if (answer === undefined) return false;
    answer.then(sendResponse, (bug: unknown) => {
      console.error(bug);
      sendResponse(null);
    });
    return true;
  });
}
