import type { Worker } from '@playwright/test';
import type { TestDatabase } from '../postgres.ts';
import type { ServerProcess } from '../server-process.ts';
import type { PanelPage } from './panel.ts';

/** Whether the access token that the background holds is past its time. */
export async function tokenIsOver(worker: Worker): Promise<boolean> {
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(key: string): Promise<Record<string, unknown>> } } };
    };
    const text = JSON.stringify(await chrome.storage.session.get('accessToken'));
    const expiresAt = /"expiresAt":"([^"]+)"/.exec(text)?.[1];
    return expiresAt !== undefined && Date.parse(expiresAt) < Date.now();
  });
}

/** Ends every session on the server, as an administrator would. */
export async function endSessions(database: TestDatabase, server: ServerProcess): Promise<void> {
  await database.query(`update sessions set ended_at = now(), end_reason = 'signed-out'`);
  await database.query('delete from refresh_tokens');
  await forgetSessions(server);
}

/** A server process believes what it knows of a session for some seconds; one that has just started knows nothing. */
export async function forgetSessions(server: ServerProcess): Promise<void> {
  await server.stop();
  await server.start();
}

/** Leaves the session by the panel's menu, also where it asks because something is not sent yet. */
export async function signOut(panel: PanelPage): Promise<void> {
  await panel.button('Mais ações').first().click();
  await panel.frame.getByRole('menuitem', { name: 'Sair' }).click();
  const leave = panel.frame.getByRole('alertdialog').getByRole('button', { name: /Sair/ });
  const login = panel.frame.getByRole('textbox', { name: /^Usuário/ });
  await leave.or(login).first().waitFor();
  if (await leave.isVisible()) await leave.click();
  await login.waitFor();
}
