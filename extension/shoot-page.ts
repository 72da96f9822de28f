import { problemOf } from '../domain/problem-texts.ts';
import { err, type Result } from '../domain/result.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import type { Requester } from '../messaging/message.ts';
import type { PanelRequests } from '../messaging/panel-requests.ts';
import type { PageShot } from '../state/ports.ts';
import { SHOT_WAITS } from './page-shots.ts';
import { onPanelEvent } from './panel-events.ts';

/** The panel's side of a shot: asks for it, and where the browser wants the agent's own press, waits for that and asks again. */
export async function shootPage(
  ask: Requester<PanelRequests>,
  onWait: () => void,
): Promise<Result<PageShot>> {
  const first = await ask('tab.shoot', {});
  if (first.ok || first.error.code !== 'needs-gesture') return first;
  onWait();
  const granted = await new Promise<boolean>((resolve) => {
    const stop = onPanelEvent(({ context }) => {
      if (context.mayShoot) end(true);
    });
    const timer = setTimeout(() => end(false), SHOT_WAITS);
    function end(value: boolean): void {
      stop();
      clearTimeout(timer);
      resolve(value);
    }
  });
  return granted ? ask('tab.shoot', {}) : err(problemOf(problems, 'cancelled'));
}
