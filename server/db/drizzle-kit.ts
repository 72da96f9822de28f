import { defineConfig } from 'drizzle-kit';

// Paths are from the root of the project: `drizzle-kit generate --config server/db/drizzle-kit.ts --name …`.
export default defineConfig({
  dialect: 'postgresql',
  schema: './server/db/schema/index.ts',
  out: './server/db/migrations',
});
