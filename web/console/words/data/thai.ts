export * from './th.ts';
export * from './th-of-data.ts';
