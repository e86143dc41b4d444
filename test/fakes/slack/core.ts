import type { EventEmitter } from 'node:events';
import type { Clock } from '../support/clock.ts';
import type { Json } from '../support/json.ts';
import type { Delivery, Outbound } from './delivery/delivery.ts';
import type { Ids } from './ids.ts';
import type { Grants } from './world/installations.ts';
import type { ResponseUrls } from './world/response-urls.ts';
import type { Statuses } from './world/statuses.ts';
import type { Triggers } from './world/triggers.ts';
import type { Uploads } from './world/uploads.ts';
import type { Views } from './world/views.ts';
import type { World } from './world/world.ts';

/** What all parts of the stand-in share. */
export type Core = {
  readonly appId: string;
  readonly appToken: string;
  readonly configurationToken: string;
  readonly startedAt: number;
  readonly signingSecret: string;
  readonly verificationToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The events that the app's manifest asks for, such as `message.im`. */
  readonly subscriptions: ReadonlySet<string>;
  /** The slash commands of the manifest, with their stroke. */
  readonly commands: ReadonlySet<string>;
  /** Callback ids of the manifest's global shortcuts. */
  readonly shortcuts: ReadonlySet<string>;
  /** Whether the app's Home tab is switched on. */
  readonly hasHomeTab: boolean;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly world: World;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly views: Views;
  readonly statuses: Statuses;
  readonly uploads: Uploads;
  readonly grants: Grants;
  /** Sold outside the Marketplace, which limits what it reads. */
  readonly isCommercial: boolean;
  /** Where everything is served, as `http://127.0.0.1:PORT`. */
  origin(): string;
  /** Hands something to the app. */
  deliver(outbound: Outbound): Delivery;
  /** Keeps what the app did that Slack would pass over in silence. */
  mistake(what: string, details: Json): void;
  /** Tells those who wait that something is different now. */
  changed(): void;
  readonly changes: EventEmitter;
};
