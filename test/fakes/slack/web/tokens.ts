import type { Core } from '../core.ts';
import { Refusal } from '../refusal.ts';
import type { TeamRecord } from '../world/records.ts';
import { demandScopes } from './lookups.ts';
import type { Method } from './method.ts';

/** docs.slack.dev/authentication/tokens, App configuration tokens: they expire after 12 hours. */
const CONFIGURATION_LIFE_MS = 12 * 60 * 60_000;

export type Authorised = { readonly team: TeamRecord; readonly scopes: readonly string[] };

/**
 * Whose token it is (docs.slack.dev/reference/methods, Errors of every method).
 * @throws Refusal not_authed, invalid_auth, not_allowed_token_type, token_revoked, token_expired, account_inactive,
 *   missing_scope
 */
export function authorise(core: Core, method: Method, token: string): Authorised {
  const [home] = core.world.teams.values();
  if (!home) throw new Refusal('invalid_auth');
  if (method.by === 'anybody') return { team: home, scopes: [] };
  if (token === '') throw new Refusal('not_authed');
  const owner = ownerOf(core, token);
  if (owner === undefined) throw new Refusal('invalid_auth');
  if (method.by !== (typeof owner === 'string' ? owner : 'bot')) throw new Refusal('not_allowed_token_type');
  if (owner === 'app') return { team: home, scopes: ['connections:write'] };
  if (owner === 'configuration') {
    if (core.clock.now() - core.startedAt >= CONFIGURATION_LIFE_MS) throw new Refusal('token_expired');
    return { team: home, scopes: ['app_configurations:read', 'app_configurations:write'] };
  }
  if (owner.tokenState === 'revoked') throw new Refusal('token_revoked');
  if (owner.tokenState === 'uninstalled') throw new Refusal('account_inactive');
  demandScopes(owner, method.scopes);
  return { team: owner, scopes: [...owner.scopes] };
}

function ownerOf(core: Core, token: string): TeamRecord | 'app' | 'configuration' | undefined {
  if (token === core.appToken) return 'app';
  if (token === core.configurationToken) return 'configuration';
  return [...core.world.teams.values()].find((team) => team.token === token);
}
