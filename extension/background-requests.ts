import { browser } from 'wxt/browser';
import { createRequester, createResponder, type Handlers, type Requester } from '../messaging/message.ts';
import { BACKGROUND, type PanelRequests, panelRequestSchemas } from '../messaging/panel-requests.ts';
import { isExtensionPage, type MessageSender } from '../messaging/sender.ts';

/** Asks the background from a page of ours; it is woken where it was stopped. */
export function createBackgroundRequester(): Requester<PanelRequests> {
  return createRequester<PanelRequests>(BACKGROUND, (message) => browser.runtime.sendMessage(message));
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
