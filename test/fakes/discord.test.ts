import {
  ActionRowBuilder,
  ApplicationIntegrationType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  type Client,
  ContainerBuilder,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  InteractionContextType,
  LabelBuilder,
  type Message,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  type SendableChannels,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, logIn } from './discord/client.ts';
import { createFakeDiscord, type FakeDiscord, type Person } from './discord/index.ts';

describe('discord.js on the stand-in', () => {
  let discord: FakeDiscord;
  let candidate: Person;
  let client: Client;

  beforeEach(async () => {
    discord = await createFakeDiscord();
    candidate = discord.createPerson('Candidate');
  });
  afterEach(async () => {
    await client?.destroy();
    await discord.close();
  });

  const channelOf = (message: Message): SendableChannels => {
    if (!message.channel.isSendable()) throw new Error('Nothing can be sent there.');
    return message.channel;
  };
  const nextMessage = () =>
    new Promise<Message>((resolve) => client.once(Events.MessageCreate, (message) => resolve(message)));

  const heardContents = () => {
    const contents: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => contents.push(content));
    return contents;
  };

  it('logs in, hears a direct message, types, answers once for one nonce, and edits', async () => {
    client = await logIn(discord);
    const heard = nextMessage();
    candidate.dm('hi');
    const message = await heard;
    expect(message.content).toBe('hi');
    const channel = channelOf(message);
    await channel.sendTyping();
    expect(discord.isTyping(channel.id)).toBe(true);
    const sent = await channel.send({ content: 'Hello!', nonce: 'job-1', enforceNonce: true });
    const again = await channel.send({ content: 'Hello!', nonce: 'job-1', enforceNonce: true });
    expect(again.id).toBe(sent.id);
    expect(discord.isTyping(channel.id)).toBe(false);
    await sent.edit('Hello, Candidate!');
    const seen = candidate.sees();
    expect(seen.map(({ content }) => content)).toEqual(['hi', 'Hello, Candidate!']);
    expect(seen[1]?.history).toEqual(['Hello!']);
  });

  it('takes a button, a modal, a deferred reply and a follow-up', async () => {
    client = await logIn(discord);
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('answer').setLabel('Answer').setStyle(ButtonStyle.Primary),
    );
    const modal = new ModalBuilder()
      .setCustomId('form')
      .setTitle('Your answer')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('Answer')
          .setTextInputComponent(
            new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Paragraph).setRequired(true),
          ),
      );
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isButton()) await interaction.showModal(modal);
      if (!interaction.isModalSubmit()) return;
      await interaction.deferReply();
      await interaction.editReply(`Heard: ${interaction.fields.getTextInputValue('text')}`);
      await interaction.followUp({ content: 'More', flags: MessageFlags.Ephemeral });
    });
    const heard = nextMessage();
    candidate.dm('start');
    await channelOf(await heard).send({ content: 'Question?', components: [row] });

    const question = candidate.sees().at(-1);
    const opened = await candidate.press(question!, 'answer');
    if (opened.kind !== 'modal') throw new Error(`Got ${opened.kind}.`);
    expect(opened.modal.title).toBe('Your answer');
    expect(await candidate.submitModal(opened.modal, { text: 'A B-tree.' })).toMatchObject({
      kind: 'deferred',
    });
    const last = await discord.waitFor(() => candidate.sees().find(({ content }) => content === 'More'));
    expect(last.isEphemeral).toBe(true);
    expect(candidate.sees().map(({ content }) => content)).toContain('Heard: A B-tree.');
  });

  it('resumes after a lost connection and replays what was missed, in the same session', async () => {
    client = await logIn(discord);
    const contents = heardContents();
    const [session] = discord.gateway.sessions();
    discord.gateway.acceptConnections(false);
    discord.gateway.disconnect(null);
    await discord.waitFor(() => !discord.gateway.sessions()[0]?.connected);
    candidate.dm('while you were away');
    discord.gateway.acceptConnections(true);
    await discord.waitFor(() => contents.length > 0);
    expect(contents).toEqual(['while you were away']);
    expect(discord.gateway.sessions().map(({ id }) => id)).toEqual([session?.id]);
  });

  it('reconnects and resumes when Discord asks for it', async () => {
    client = await logIn(discord);
    const contents = heardContents();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    discord.gateway.requestReconnect();
    await resumed;
    candidate.dm('after');
    await discord.waitFor(() => contents.length > 0);
    expect(discord.gateway.received.map(({ op }) => op)).toEqual([2, 6]);
  });

  it('starts a new session after an invalid one; what was missed is found over REST alone', async () => {
    client = await logIn(discord);
    const contents = heardContents();
    const before = candidate.dm('before');
    await discord.waitFor(() => contents.length > 0);
    const [session] = discord.gateway.sessions();
    discord.gateway.acceptConnections(false);
    discord.gateway.invalidate(false);
    await discord.waitFor(() => discord.gateway.sessions().length === 0);
    const missed = candidate.dm('missed');
    const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));
    discord.gateway.acceptConnections(true);
    await ready;
    expect(discord.gateway.sessions()[0]?.id).not.toBe(session?.id);
    expect(contents).toEqual(['before']);
    const channel = await client.channels.fetch(candidate.directChannel);
    if (!channel?.isDMBased()) throw new Error('No direct channel.');
    const found = await channel.messages.fetch({ after: before.id });
    expect([...found.keys()]).toEqual([missed.id]);
  });

  it('gives up a connection that no longer acknowledges heartbeats', async () => {
    await discord.close();
    discord = await createFakeDiscord({ heartbeatMs: 100 });
    client = await logIn(discord);
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    discord.gateway.acknowledgeHeartbeats(false);
    await discord.waitFor(() => discord.gateway.received.some(({ op }) => op === 6));
    discord.gateway.acknowledgeHeartbeats(true);
    await resumed;
  });

  it('waits for its turn when it is limited, and is let in then', async () => {
    client = await logIn(discord);
    const channel = await client.users.createDM(candidate.id);
    discord.faults.next({ method: 'POST', path: /messages$/ }, { type: 'rateLimit', retryAfterMs: 200 });
    await channel.send('patience');
    const sends = discord.requests.filter(({ path }) => path.endsWith('/messages'));
    expect(sends.map(({ status }) => status)).toEqual([429, 200]);
    expect((sends[1]?.at ?? 0) - (sends[0]?.at ?? 0)).toBeGreaterThanOrEqual(200);
  });

  it('repeats after a 500 or a lost answer, and a nonce keeps it from showing twice', async () => {
    client = await logIn(discord);
    const channel = await client.users.createDM(candidate.id);
    discord.faults.next({ path: /messages$/ }, { type: 'status', status: 502 });
    discord.faults.next({ path: /messages$/ }, { type: 'loseResponse', reset: true });
    const send = () => channel.send({ content: 'once', nonce: 'n', enforceNonce: true });
    await send();
    expect(discord.requests.filter(({ path }) => path.endsWith('/messages'))).toHaveLength(3);
    // A connection that is closed, not reset, discord.js does not try again by itself.
    discord.faults.next({ path: /messages$/ }, { type: 'loseResponse' });
    await expect(send()).rejects.toThrow('other side closed');
    await send();
    expect(candidate.sees().map(({ content }) => content)).toEqual(['once']);
  });

  it('is told that it may not: 4004 for the token, 4014 for an intent', async () => {
    client = createClient(discord);
    await expect(client.login('MTIz.abc.def')).rejects.toMatchObject({ code: 'TokenInvalid' });
    await client.destroy();
    client = createClient(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
    await expect(client.login(discord.token)).rejects.toThrow(/disallowed intents/i);
  });

  it('serves two shards, of which the first has the direct messages', async () => {
    await discord.close();
    discord = await createFakeDiscord({ maxConcurrency: 2 });
    candidate = discord.createPerson('Candidate');
    const guilds = [discord.createGuild('One'), discord.createGuild('Two')];
    client = await logIn(discord, { shards: [0, 1], shardCount: 2 });
    expect(discord.gateway.sessions().map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(new Set(client.guilds.cache.map(({ shardId }) => shardId))).toEqual(new Set([0, 1]));
    expect([...client.guilds.cache.keys()].sort()).toEqual(
      [discord.home.id, ...guilds.map(({ id }) => id)].sort(),
    );
    const heard = nextMessage();
    candidate.dm('hi');
    expect((await heard).content).toBe('hi');
    // READY and its servers; only the first shard has heard one thing more.
    const more = discord.gateway.sessions().map(({ sequence, shard }) => {
      return sequence - 1 - client.guilds.cache.filter(({ shardId }) => shardId === shard[0]).size;
    });
    expect(more).toEqual([1, 0]);
  });

  it('registers commands, and takes a slash command with a file in a server, answered for one alone', async () => {
    client = await logIn(discord);
    await client.application?.commands.set([
      new SlashCommandBuilder()
        .setName('interview')
        .setNameLocalizations({ ko: '면접' })
        .setDescription('A mock interview')
        .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
        .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
        .setDefaultMemberPermissions(PermissionFlagsBits.SendMessages)
        .addSubcommandGroup((group) =>
          group
            .setName('cv')
            .setDescription('CVs')
            .addSubcommand((sub) =>
              sub
                .setName('upload')
                .setDescription('Uploads one')
                .addAttachmentOption((option) =>
                  option.setName('file').setDescription('The PDF').setRequired(true).setFileTypes('.pdf'),
                ),
            ),
        ),
    ]);
    const names: string[] = [];
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const file = interaction.options.getAttachment('file', true);
      names.push(interaction.options.getSubcommandGroup(true), file.name, file.contentType ?? '');
      await interaction.reply({ content: 'Got it.', flags: MessageFlags.Ephemeral });
    });
    const where = { channel: discord.home.channel };
    const file = { name: 'cv.pdf', bytes: new TextEncoder().encode('%PDF-') };
    const answer = await candidate.slash('interview cv upload', { file }, where);
    expect(answer.kind).toBe('message');
    expect(names).toEqual(['cv', 'cv.pdf', 'application/pdf']);
    expect(candidate.sees(where)).toMatchObject([{ content: 'Got it.', isEphemeral: true }]);
    expect(discord.createPerson('Peer').sees(where)).toEqual([]);
  });

  it('sends Components V2 with a file, and works in a private thread', async () => {
    client = await logIn(discord);
    const parent = await client.channels.fetch(discord.home.channel);
    if (parent?.type !== ChannelType.GuildText) throw new Error('No text channel.');
    const thread = await parent.threads.create({ name: 'Interview', type: ChannelType.PrivateThread });
    await thread.members.add(candidate.id);
    const container = new ContainerBuilder()
      .addTextDisplayComponents((text) => text.setContent('## Evaluation'))
      .addSeparatorComponents((separator) => separator)
      .addFileComponents((file) => file.setURL('attachment://report.md'));
    await thread.send({
      flags: MessageFlags.IsComponentsV2,
      components: [container],
      files: [
        new AttachmentBuilder(Buffer.from('# Report'), { name: 'report.md', description: 'The report' }),
      ],
      allowedMentions: { parse: [] },
    });
    const [shown] = candidate.sees({ channel: thread.id });
    expect(shown).toMatchObject({
      text: '## Evaluation',
      files: [{ name: 'report.md', description: 'The report' }],
    });
    const embed = new EmbedBuilder()
      .setTitle('Score')
      .addFields({ name: 'Topic', value: 'caching', inline: true });
    const card = await thread.send({ embeds: [embed] });
    await card.edit({ embeds: [embed.setTitle('Score 4')] });
    expect(candidate.sees({ channel: thread.id }).at(-1)?.text).toContain('Score 4');
  });
});
