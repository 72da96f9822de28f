import { createErpServer, type ErpServer } from '../../../demo/erp/server.ts';
import setUpDatabases from '../e2e-databases.ts';
import { createDatabase } from '../postgres.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

/** The real parts behind an extension, for what is no test: screenshots and benches. */
export interface Stage {
  server: ServerProcess;
  erp: ErpServer;
  stop(): Promise<void>;
}

/** Starts PostgreSQL with the sample company, the server and the demo ERP. */
export async function setStage(): Promise<Stage> {
  const tearDown = await setUpDatabases();
  const database = await createDatabase('sample');
  const server = await startServerProcess(database.url);
  const erp = await createErpServer({ port: 0 });
  return {
    server,
    erp,
    stop: async () => {
      await erp.stop();
      await server.stop();
      await database.drop();
      await tearDown();
    },
  };
}
