export * from './catalogue.ts';
export * from './company.ts';
export * from './customers.ts';
export * from './sessions.ts';
export * from './sync.ts';
export * from './tickets.ts';
export * from './users.ts';
