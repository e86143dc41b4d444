import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  Events,
  LabelBuilder,
  type Message,
  MessageFlags,
  ModalBuilder,
  type SendableChannels,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logIn } from './discord/client.ts';
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

  it('resumes after a lost connection and replays what was missed', async () => {
    client = await logIn(discord);
    const contents: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => contents.push(content));
    const [session] = discord.gateway.sessions();
    discord.gateway.acceptConnections(false);
    discord.gateway.disconnect(null);
    await discord.waitFor(() => !discord.gateway.sessions()[0]?.connected);
    candidate.dm('while you were away');
    discord.gateway.acceptConnections(true);
    await discord.waitFor(
      () => contents.length > 0 || (discord.gateway.sessions()[0]?.connected && contents.length > 0),
    );
    expect(contents).toEqual(['while you were away']);
    expect(discord.gateway.sessions()[0]?.id).toBe(session?.id);
  });
});
