import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages as an ERP has them: the record of a customer, and a table of any length below. */
export interface ErpPages {
  /** Address of a page whose table has this many rows, about one customer. */
  address(rows: number, customerCode: string): string;
  /** Match pattern that covers the pages. */
  pattern: string;
  stop(): Promise<void>;
}

/** Serves the pages on loopback, each made once, so that making them is in no measurement. */
export async function serveErpPages(): Promise<ErpPages> {
  const made = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const key = searchParams.toString();
    const page =
      made.get(key) ?? Buffer.from(erpPage(Number(searchParams.get('rows')), `${searchParams.get('code')}`));
    made.set(key, page);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (rows, code) => `http://localhost:${port}/cadastro?rows=${rows}&code=${code}`,
    pattern: 'http://localhost/*',
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The code stands in a field beside its label: what a page that nobody has described looks like, and the dearest to find. */
function erpPage(rows: number, customerCode: string): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = [`NF-e ${8000 + row}`, `${row % 28}/07/2026`, `R$ ${row % 1000},00`, 'Aberto'];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>Cadastro de pessoas</title>
<style>
  body { margin: 0; font: 13px sans-serif; }
  table { border-collapse: collapse; }
  td { border: 1px solid #ccc; padding: 2px 6px; }
</style>
<script>
  // When the agent's click came and when the frame after it was painted, on the clock that all frames share.
  addEventListener('click', (event) => {
    window.clickedAt = performance.timeOrigin + event.timeStamp;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { window.paintedAt = performance.timeOrigin + performance.now(); };
      port2.postMessage(null);
    });
  }, true);
</script>
</head>
<body>
<h1>Cadastro de pessoas</h1>
<form>
  <p><label for="codigo">Código do cliente</label> <input id="codigo" value="${customerCode}" readonly></p>
  <p><label for="nome">Nome</label> <input id="nome" value="Comercial"></p>
</form>
<table>
<thead><tr><th>Nota</th><th>Data</th><th>Valor</th><th>Situação</th></tr></thead>
<tbody>
${lines.join('')}
</tbody>
</table>
</body>
</html>`;
}
