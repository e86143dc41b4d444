import { Refusal } from '../refusal.ts';
import { required, text } from './arguments.ts';
import { defineMethod, type Method } from './method.ts';

/** docs.slack.dev/reference/methods/apps.manifest.export, in the form of docs.slack.dev/reference/app-manifest. */
const exportManifest = defineMethod('apps.manifest.export', {
  by: 'configuration',
  tier: 3,
  takes: { app_id: required(text) },
  handle({ app_id: id }, { core, team, server }) {
    if (id !== core.appId) throw new Refusal('invalid_app_id');
    const url = server.requestUrl();
    const asked = url === undefined ? {} : { request_url: url };
    const { name } = core.world.user(team.bot.userId);
    return {
      manifest: {
        display_information: { name },
        features: {
          app_home: {
            home_tab_enabled: core.hasHomeTab,
            messages_tab_enabled: true,
            messages_tab_read_only_enabled: false,
          },
          bot_user: { display_name: name, always_online: true },
          slash_commands: [...core.commands].map((command) => ({ command, ...asked, should_escape: false })),
          shortcuts: [...core.shortcuts].map((id) => ({ name: id, type: 'global', callback_id: id })),
        },
        oauth_config: { scopes: { bot: [...team.scopes] } },
        settings: {
          event_subscriptions: { ...asked, bot_events: [...core.subscriptions] },
          interactivity: { is_enabled: true, ...asked },
          org_deploy_enabled: false,
          socket_mode_enabled: url === undefined,
          token_rotation_enabled: false,
        },
      },
    };
  },
});

export const manifestMethods: readonly Method[] = [exportManifest];
