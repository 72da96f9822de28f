/** What a watcher is told of: the ticket was opened, got an opinion, moved to another CR, was closed. */
export type MailEvent = 'opened' | 'opinion' | 'moved' | 'closed';
