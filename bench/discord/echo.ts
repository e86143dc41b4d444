import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';

/** The bare bot that ours is compared with: says again what it hears. */
const client = new Client({
  intents: [GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});
client.on(Events.MessageCreate, (message) => {
  if (!message.author.bot && message.channel.isSendable()) void message.channel.send(message.content);
});
await client.login(process.env['DISCORD_TOKEN'] ?? '');
