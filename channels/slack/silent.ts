import { type Logger, LogLevel } from '@slack/web-api';

/** For Slack's libraries: what goes wrong is thrown, and logged where it is caught. */
export const SILENT: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
