import { ApplicationIntegrationType, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** What the bot does in servers, and nothing else. */
export const PERMISSIONS = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
] as const satisfies readonly (keyof typeof PermissionFlagsBits)[];

/** The page on which somebody lets the bot into a server, or adds it to their own account. */
export function inviteLink(applicationId: string, where: 'server' | 'account'): string {
  const permissions = PERMISSIONS.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    ...(where === 'server'
      ? {
          scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
          permissions: permissions.toString(),
          integration_type: String(ApplicationIntegrationType.GuildInstall),
        }
      : {
          scope: OAuth2Scopes.ApplicationsCommands,
          integration_type: String(ApplicationIntegrationType.UserInstall),
        }),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
