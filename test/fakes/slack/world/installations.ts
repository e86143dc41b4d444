import type { Core } from '../core.ts';
import { secret } from '../ids.ts';
import { announce } from './events.ts';
import type { TeamRecord, TokenState } from './records.ts';

/**
 * Takes the token away (docs.slack.dev/reference/events/tokens_revoked and app_uninstalled: no order is promised).
 * The events are told although the token is dead.
 */
export function endInstallation(core: Core, team: TeamRecord, state: Exclude<TokenState, 'active'>): void {
  team.tokenState = state;
  const tokens = { oauth: [], bot: [team.bot.userId] };
  announce(core, team.id, 'tokens_revoked', {
    type: 'tokens_revoked',
    tokens,
    event_ts: core.ids.timestamp(),
  });
  if (state === 'uninstalled') {
    announce(core, team.id, 'app_uninstalled', { type: 'app_uninstalled', event_ts: core.ids.timestamp() });
  }
  core.changed();
}

/** docs.slack.dev/authentication/installing-with-oauth: a code lives 10 minutes and is used once. */
const CODE_LIFE_MS = 10 * 60_000;

export type Grants = {
  /** Somebody allows the app into a workspace: the code with which they come back to it. */
  create(teamId: string, userId: string): string;
  /** Who granted what, if the code is good. */
  exchange(code: string): { readonly teamId: string; readonly userId: string } | undefined;
};

export function createGrants(now: () => number): Grants {
  const grants = new Map<
    string,
    { readonly teamId: string; readonly userId: string; readonly expiresAt: number }
  >();
  return {
    create(teamId, userId) {
      const code = secret();
      grants.set(code, { teamId, userId, expiresAt: now() + CODE_LIFE_MS });
      return code;
    },
    exchange(code) {
      const grant = grants.get(code);
      grants.delete(code);
      return grant && grant.expiresAt > now() ? grant : undefined;
    },
  };
}

/** A fresh token; one that was revoked is good for nothing. */
export function renewToken(team: TeamRecord): void {
  team.token = `xoxb-${team.id}-${secret()}`;
  team.tokenState = 'active';
}
