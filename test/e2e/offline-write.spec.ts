import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { expectOffline, outages, sendEverything } from '../support/e2e/offline.ts';
import { expect, test } from '../support/e2e/test.ts';

for (const outage of outages) {
  test(`with ${outage.name} a ticket is begun, put off, resumed and confirmed once when it is over`, async ({
    extension,
    server,
    erp,
    host,
    records,
  }) => {
    test.slow();
    const parts = { context: extension.context, server };
    await signInQuickly(extension, server.url);
    const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
    await expect(panel.sync).toContainText('Tudo enviado');
    await outage.begin(parts);
    await panel.writeTicket('Começo e fim');
    // The number is the machine's own: it can be told at once.
    const protocol = await panel.protocol();
    for (const _ of ' e fim') await panel.editor.press('ArrowLeft');
    await panel.button(/^A concluir/).click();
    await expect(panel.frame.getByText('Guardado em Pendentes')).toBeVisible();

    await panel.tab('Pendentes').click();
    const draft = panel.frame.locator('[data-draft]');
    await expect(draft).toContainText(RIO_PARDO.name);
    await expect(draft).toContainText('novo');
    await draft.getByRole('button', { name: 'Retomar' }).click();
    await expect(panel.editor).toBeFocused();
    await host.keyboard.type(', meio');
    await expect(panel.editor).toHaveText('Começo, meio e fim');
    expect(await panel.protocol()).toBe(protocol);

    await panel.button(/^OK/).click();
    await panel.tab('Pendentes').click();
    await expectOffline(panel);
    const entry = panel.frame.locator('[data-entry]');
    await expect(entry).toContainText('Guardado aqui');
    await expect(entry).toContainText(protocol.slice(-5, -1));
    expect(await records.countOpinions('Começo')).toBe(0);

    await outage.end(parts);
    await sendEverything(panel);
    await panel.button(/^Confirmados hoje/).click();
    await expect(entry).toContainText('Confirmado');
    await expect(entry).toContainText(/confirmado \d\d:\d\d/);
    expect(await records.ticketsByProtocol(protocol)).toMatchObject([
      { customer_code: '000318', opinion_count: 1, opened_by: 'jonas' },
    ]);
    expect(await records.countOpinions('Começo, meio e fim')).toBe(1);
    expect(await records.countOpinions('Começo')).toBe(1);
  });

  test(`with ${outage.name} an opinion of an open ticket is put off, resumed and confirmed once when it is over`, async ({
    extension,
    server,
    erp,
    host,
    records,
  }) => {
    test.slow();
    const parts = { context: extension.context, server };
    await signInQuickly(extension, server.url);
    const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
    const row = panel.openTickets.filter({ hasText: await records.plainOpenTitle('000318') }).first();
    await row.click();
    await expect(panel.editor).toBeVisible();
    await outage.begin(parts);
    await panel.editor.click();
    await host.keyboard.type('Sem rede, começo');
    await panel.button(/^Assunto/).click();
    await host.keyboard.type('XML');
    await host.keyboard.press('Enter');
    await panel.button(/^A concluir/).click();
    await expect(panel.frame.getByText('Guardado em Pendentes')).toBeVisible();

    await panel.tab('Pendentes').click();
    const draft = panel.frame.locator('[data-draft]');
    await expect(draft).toContainText(/\d{4}-\d/);
    await draft.getByRole('button', { name: 'Retomar' }).click();
    await expect(panel.editor).toBeFocused();
    await host.keyboard.type(' e fim');
    await panel.button(/^OK/).click();
    await expectOffline(panel);
    await expect(panel.frame.locator('[data-entry]').last()).toContainText('Guardado aqui');
    expect(await records.countOpinions('Sem rede')).toBe(0);

    await outage.end(parts);
    await panel.button('Voltar').click();
    await sendEverything(panel);
    expect(await records.countOpinions('Sem rede, começo e fim')).toBe(1);
    expect(await records.countOpinions('Sem rede')).toBe(1);
    const [ticket] = await records.ticketsByText('Sem rede');
    expect(ticket).toMatchObject({ customer_code: '000318' });
    const opinions = await records.opinions(ticket?.id ?? '');
    expect(opinions.at(-1)).toMatchObject({ author: 'jonas', subjects: ['XML'] });
  });
}
