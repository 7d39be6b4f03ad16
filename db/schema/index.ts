export * from './activities.ts';
export * from './campaigns.ts';
export * from './consent.ts';
export * from './customers.ts';
export * from './delivery.ts';
export * from './replies.ts';
export * from './tenants.ts';
export * from './threads.ts';
