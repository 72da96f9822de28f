import { createErpServer } from '../../demo/erp/server.ts';
import type { Part } from './crm-server.ts';

/** Serves the demo ERP on a port of loopback, with as many people as the sample company has customers. */
export function startDemoPages(port: number, customers?: number): Promise<Part> {
  return createErpServer({ port, customers });
}
