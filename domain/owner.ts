/**
 * Whose the words and copies on a machine are: a user of one CRM server. The same user of another server is somebody else,
 * even with the same id: a server may be a copy of another one.
 */
export interface Owner {
  /** Address of the server, as it is kept in the settings: origin and path, without a slash at the end. */
  serverUrl: string;
  userId: string;
}

export function isSameOwner(one: Owner | null, other: Owner | null): boolean {
  return one?.serverUrl === other?.serverUrl && one?.userId === other?.userId;
}
