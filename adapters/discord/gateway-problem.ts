import { DiscordAPIError, GatewayCloseCodes } from 'discord.js';

const PORTAL = 'https://discord.com/developers/applications → your application';

const REFUSALS: ReadonlyMap<number, string> = new Map([
  [
    GatewayCloseCodes.AuthenticationFailed,
    `Discord refused DISCORD_TOKEN. Open ${PORTAL} → Bot → Reset Token, put the new token into DISCORD_TOKEN and start again.`,
  ],
  [
    GatewayCloseCodes.InvalidShard,
    'Discord refused the shards of DISCORD_SHARDS. Leave it out, or give every process its own part, as in DISCORD_SHARDS=0-1/4.',
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    'The bot is in more servers than one connection may serve. Set DISCORD_SHARDS=auto and start again.',
  ],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    'Discord no longer speaks the version of its API that this program uses. A newer version of the program is needed.',
  ],
  [
    GatewayCloseCodes.InvalidIntents,
    'Discord does not know the intents that the bot asks for. This is a fault of the program.',
  ],
  [
    GatewayCloseCodes.DisallowedIntents,
    `Discord does not allow the bot its intents. Open ${PORTAL} → Bot → Privileged Gateway Intents, switch on "Message Content Intent", save and start again. (The bot itself asks for direct messages, their typing and server messages only, for which no switch is needed: should this stay, the application is restricted and Discord’s support has to lift that.)`,
  ],
]);

/** What an operator has to do about a close code after which Discord takes no new connection; `null` for all others. */
export function refusalOf(closeCode: number): Error | null {
  const sentence = REFUSALS.get(closeCode);
  return sentence === undefined ? null : new Error(`${sentence} (gateway code ${closeCode})`);
}

/** What an operator has to do when the connection could not be made at all. */
export function startProblemOf(error: unknown, apiUrl: string | undefined): Error {
  const isUnauthorised =
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error instanceof Error && 'code' in error && error.code === 'TokenInvalid');
  const refusal = isUnauthorised ? refusalOf(GatewayCloseCodes.AuthenticationFailed) : null;
  if (refusal) return refusal;
  const message = error instanceof Error ? error.message : String(error);
  const where = apiUrl === undefined ? 'Discord' : `Discord at ${apiUrl} (DISCORD_API_URL)`;
  return new Error(
    `${where} cannot be reached: ${message}. Check the network (https://discordstatus.com shows Discord’s side) and start again.`,
    { cause: error },
  );
}
