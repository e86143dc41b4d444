/** An app's manifest, as far as the bot depends on it. */
export type SlackManifest = {
  readonly features: {
    readonly app_home: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
      readonly messages_tab_read_only_enabled?: boolean;
    };
    readonly slash_commands: readonly { readonly command: string }[];
    readonly shortcuts: readonly { readonly callback_id: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[]; readonly request_url?: string };
    readonly interactivity: { readonly is_enabled: boolean; readonly request_url?: string };
    readonly socket_mode_enabled: boolean;
  };
};

/** Any part may be missing in an app that was not made from the manifest. */
type Found = { readonly [Part in keyof SlackManifest]?: Partial<SlackManifest[Part]> };

/** What an app lacks of what the bot needs, each with the clicks that mend it. */
export function manifestProblems(
  { features = {}, settings = {} }: Found,
  wanted: SlackManifest,
  how: { readonly socketMode: boolean; readonly http: boolean },
): readonly string[] {
  const missing = <Item>(of: readonly Item[], has: readonly Item[] = []) =>
    of.filter((item) => !has.includes(item));
  const events = missing(
    wanted.settings.event_subscriptions.bot_events,
    settings.event_subscriptions?.bot_events,
  );
  const commands = missing(
    wanted.features.slash_commands.map(({ command }) => command),
    features.slash_commands?.map(({ command }) => command),
  );
  const shortcuts = missing(
    wanted.features.shortcuts.map(({ callback_id: id }) => id),
    features.shortcuts?.map(({ callback_id: id }) => id),
  );
  const home = features.app_home;
  const found: readonly (readonly [boolean, string])[] = [
    [
      events.length > 0,
      `Events are missing: ${events.join(', ')}. Event Subscriptions → Subscribe to bot events.`,
    ],
    [
      commands.length > 0,
      `Commands are missing: ${commands.join(', ')}. Slash Commands → Create New Command.`,
    ],
    [
      shortcuts.length > 0,
      `Shortcuts are missing: ${shortcuts.join(', ')}. Interactivity & Shortcuts → Create New Shortcut.`,
    ],
    [
      settings.interactivity?.is_enabled !== true,
      'Buttons do nothing. Interactivity & Shortcuts: switch it on.',
    ],
    [home?.home_tab_enabled !== true, 'There is no Home tab. App Home → Show Tabs → Home Tab: switch it on.'],
    [
      home?.messages_tab_enabled !== true || home.messages_tab_read_only_enabled === true,
      'Nobody can write to the bot. App Home → Messages Tab: switch it on, and tick "Allow users to send Slash commands and messages from the messages tab".',
    ],
    [
      how.socketMode && settings.socket_mode_enabled !== true,
      'SLACK_APP_TOKEN is set, but the app does not use Socket Mode. Socket Mode: switch it on.',
    ],
    [
      how.http && !how.socketMode && settings.socket_mode_enabled === true,
      'The app uses Socket Mode, so no events come by HTTP. Socket Mode: switch it off, or set SLACK_APP_TOKEN.',
    ],
    [
      how.http && !how.socketMode && !settings.event_subscriptions?.request_url,
      'Slack does not know where to send events. Event Subscriptions → Request URL: https://…/slack/events.',
    ],
  ];
  return found.flatMap(([isWrong, sentence]) => (isWrong ? [sentence] : []));
}
