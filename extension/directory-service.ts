import type { DirectoryEntry } from '../domain/directory.ts';
import type { Instant } from '../domain/instant.ts';

/** What the directory on this machine says, and as of when. */
export interface FromDirectory<T> {
  value: T;
  asOf: Instant;
}

/** The customers on this machine. Every answer is null while there is no whole directory of the owner. */
export interface DirectoryService {
  /** Customers that may have this number, in E.164. */
  byPhone(number: string, areaCode: string): Promise<FromDirectory<DirectoryEntry[]> | null>;
}
