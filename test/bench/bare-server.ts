import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least that an HTTP server in Node can do: the same JSON for everybody. Its size comes as the first argument. */
const body = JSON.stringify({ text: 'x'.repeat(Math.max(0, Number(process.argv[2] ?? 0) - 11)) });
const server = createServer((_, answer) => {
  answer.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  answer.end(body);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
