import type { Json } from '../../support/json.ts';
import type { Core } from '../core.ts';
import type { TeamRecord } from '../world/records.ts';
import type { Arguments, Values } from './arguments.ts';
import type { RateLimits, Tier } from './rate-limits.ts';

/** Which app and workspace a call is for. */
export type Caller = { readonly core: Core; readonly team: TeamRecord; readonly server: Server };

/** What only the server as a whole can do. */
export type Server = {
  openLink(): string;
  readonly rateLimits: RateLimits;
  /** Where events go over HTTP; on Socket Mode nowhere. */
  requestUrl(): string | undefined;
};

/** A method of the Web API. */
export type Method = {
  readonly name: string;
  /** Whose token it is called with; `anybody` needs none. */
  readonly by: 'bot' | 'app' | 'configuration' | 'anybody';
  readonly tier: Tier;
  /** Another limit for apps that are sold outside the Marketplace. */
  readonly commercialTier: Tier;
  /** All of them are needed; `missing_scope` names those that are. */
  readonly scopes: readonly string[];
  /** Content type application/json is taken besides forms. */
  readonly takesJson: boolean;
  readonly call: (given: Json, caller: Caller) => Json;
  readonly arguments: Arguments;
};

type Definition<Spec extends Arguments> = {
  readonly by?: Method['by'];
  readonly tier: Tier;
  readonly commercialTier?: Tier;
  readonly scopes?: readonly string[];
  /** Read-only methods take forms only. */
  readonly formOnly?: true;
  readonly takes: Spec;
  readonly handle: (values: Values<Spec>, caller: Caller) => Json;
};

export function defineMethod<Spec extends Arguments>(
  name: string,
  { by, tier, commercialTier, scopes = [], formOnly, takes, handle }: Definition<Spec>,
): Method {
  return {
    name,
    by: by ?? 'bot',
    tier,
    commercialTier: commercialTier ?? tier,
    scopes,
    takesJson: !formOnly,
    arguments: takes,
    call: (values, caller) => handle(values as Values<Spec>, caller),
  };
}
