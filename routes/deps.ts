import type { ChannelRegistry } from '../channels/contract.ts';
import type { SurfaceRegistry } from '../channels/surface-contract.ts';
import type { TakeOfLimit } from '../core/access/take-of-limit.ts';
import type { Database, Within } from '../core/context.ts';
import type { ImportRunner } from '../core/customers/import/import-runner.ts';
import type { InboundRunner } from '../core/inbound/inbound-runner.ts';
import type { Triager } from '../core/ports.ts';
import type { SurfaceRunner } from '../core/surfaces/surface-runner.ts';
import type { Clock } from '../lib/clock.ts';
import type { Keyring } from '../lib/crypto.ts';
import type { Log } from '../lib/log.ts';
import type { Metrics } from '../lib/metrics.ts';
import type { AgentPort } from './agent-port.ts';
import type { Invitations } from './invitations.ts';
import type { Load } from './shed-load.ts';
import type { SingleSignOn } from './sign-in-sso.ts';
import type { Turns } from './take-turns.ts';

export type ServerDeps = {
  database: Database;
  within: Within;
  keys: Keyring;
  clock: Clock;
  log: Log;
  metrics?: Pick<Metrics, 'answered' | 'told'>;
  channels: ChannelRegistry;
  surfaces: SurfaceRegistry;
  surfaceRunner: Pick<SurfaceRunner, 'find' | 'receive' | 'receiveDiverted'>;
  triager: Triager;
  /** Whether a model is set up that writes messages. */
  hasWriter?: boolean;
  /** Keeps what providers tell, and deals with it behind the answer. */
  inbound: Pick<InboundRunner, 'keep'>;
  agent: AgentPort;
  /** The names of its tools, which a workspace's own role may keep shut. */
  toolNames?: readonly string[];
  /** Runs imports beside the requests that start them. */
  imports: Pick<ImportRunner, 'run'>;
  /** Says that a tenant has work: an approved send, a reply to read. */
  wake(tenantId: string): void;
  /** What the command line of this machine shows to act as the workspace's first admin. */
  localToken?: string | undefined;
  /** Where people reach this server, such as https://refrain.example.org. */
  baseUrl: string;
  /** The built page; without it there is only the API. */
  publicFolder?: string | undefined;
  /** How this process is, for /ready. */
  stand?(): { isEnding: boolean; isQueueThere: boolean };
  /** What it can bear; without it nothing is turned away. */
  load?: Load;
  /** In which what computes long is answered; without them all of it at once. */
  turns?: Turns;
  /** The company's own sign-in, where there is one. */
  sso?: SingleSignOn | undefined;
  /** Where the installation may send invitations. */
  invitations?: Invitations | undefined;
  /** Proxies whose word about who asks is taken. */
  trustedProxies?: readonly string[];
  /** How long a request may take to arrive. */
  requestTimeoutMs?: number;
  /** Of one person or one token. */
  requestsPerMinute: number;
  /** What limits of requests are taken of, where several processes share them; without it each has its own. */
  takeOfLimit?: TakeOfLimit;
  /** The largest import in bytes. */
  importLimitBytes?: number;
};
