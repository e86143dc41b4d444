import type { IncomingMessage } from 'node:http';
import type { Json } from '../../support/json.ts';
import { textOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { Refusal } from '../refusal.ts';
import { readArguments } from './arguments.ts';
import { assistantMethods } from './assistant.ts';
import { authMethods } from './auth.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { manifestMethods } from './manifest.ts';
import type { Server } from './method.ts';
import { oauthMethods } from './oauth.ts';
import { peopleMethods } from './people.ts';
import { TooManyCalls } from './rate-limits.ts';
import { authorise } from './tokens.ts';
import { viewMethods } from './views.ts';

const METHODS = new Map(
  [
    authMethods,
    chatMethods,
    conversationMethods,
    peopleMethods,
    viewMethods,
    fileMethods,
    assistantMethods,
    oauthMethods,
    manifestMethods,
  ].flatMap((methods) => methods.map((method) => [method.name, method] as const)),
);

export type Answer = { readonly body: Json; readonly headers: Readonly<Record<string, string>> };

/** Carries out one call of the Web API. @throws Refusal, TooManyCalls */
export function callMethod(
  core: Core,
  server: Server,
  name: string,
  { fields, isJson }: { readonly fields: Json; readonly isJson: boolean },
  request: IncomingMessage,
): Answer {
  const { token: inBody, team_id: teamId, ...given } = fields;
  const method = METHODS.get(name);
  if (!method) throw new Refusal('unknown_method', { req_method: name });
  if (isJson && !method.takesJson) throw new Refusal('invalid_post_type');
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const { team, scopes } = authorise(core, method, header ?? textOf(inBody));
  // Bolt names the workspace in every call; a token of one workspace does not reach another.
  if (teamId !== undefined && teamId !== team.id) throw new Refusal('team_access_not_granted');
  const tier = core.isCommercial ? method.commercialTier : method.tier;
  const wait = server.rateLimits.take({ method: name, tier, teamId: team.id, given });
  if (wait !== undefined) throw new TooManyCalls(wait);
  const body = method.call(readArguments(method.arguments, given), { core, team, server });
  return {
    body: { ok: true, ...body },
    headers: {
      'x-oauth-scopes': scopes.join(','),
      'x-accepted-oauth-scopes': method.scopes.join(','),
    },
  };
}
