import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WholeConfiguration } from '../../domain/company-configuration/schema.ts';
import { readCompanyFile } from '../../server/company/read-file.ts';

/** All that `demo/company.yaml` configures. */
export type SampleConfiguration = WholeConfiguration;

/** Reads `demo/company.yaml`, the file that the sample company is made from. */
export function readSampleConfiguration(): SampleConfiguration {
  const file = join(import.meta.dirname, '..', 'company.yaml');
  const read = readCompanyFile(readFileSync(file, 'utf8'));
  if (read.ok) return read.value.configuration as SampleConfiguration;
  const [{ line, column, message } = { line: 0, column: 0, message: '' }] = read.error;
  throw new Error(`${file}:${line}:${column}: ${message}`);
}
