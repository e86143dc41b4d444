import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { COMPONENT, flatten, SELECTS } from '../rules/components.ts';
import type { ChannelRecord, MessageRecord } from '../world/records.ts';
import { FLAG } from '../world/records.ts';

export type ButtonView = {
  readonly label: string;
  readonly customId: string;
  readonly url: string;
  readonly style: number;
  readonly disabled: boolean;
};
export type SelectView = {
  readonly customId: string;
  readonly type: number;
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description: string;
  }[];
};
export type FileView = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The alt text. */
  readonly description: string;
  readonly url: string;
};

/** A message as somebody sees it. */
export type MessageView = {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly isFromBot: boolean;
  readonly content: string;
  /** Everything that can be read: content, embeds, text displays, labels of buttons and options. */
  readonly text: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly buttons: readonly ButtonView[];
  readonly selects: readonly SelectView[];
  readonly files: readonly FileView[];
  readonly isEphemeral: boolean;
  /** "The app is thinking…" */
  readonly isLoading: boolean;
  readonly flags: number;
  readonly isEdited: boolean;
  /** Earlier contents, oldest first. */
  readonly history: readonly string[];
  /** Whom it notified: `everyone`, `here`, `role:ID`, `user:ID`. */
  readonly pings: readonly string[];
  readonly nonce: string | number | undefined;
  readonly repliesTo: string | undefined;
  readonly sentAt: number;
};

function embedTexts(embed: Json): readonly string[] {
  const inner = (name: string, field: string) => (isJson(embed[name]) ? textOf(embed[name][field]) : '');
  return [
    inner('author', 'name'),
    textOf(embed['title']),
    textOf(embed['description']),
    ...objectsOf(embed['fields']).flatMap(({ name, value }) => [textOf(name), textOf(value)]),
    inner('footer', 'text'),
  ];
}

function componentTexts(component: Json): readonly string[] {
  const options = objectsOf(component['options']).flatMap(({ label, description }) => [label, description]);
  const items = objectsOf(component['items']).map(({ description }) => description);
  return [component['content'], component['label'], component['placeholder'], ...options, ...items].map(
    textOf,
  );
}

export function viewOf(core: Core, message: MessageRecord): MessageView {
  const components = flatten(message.components).map(({ component }) => component);
  const texts = [
    message.content,
    ...message.embeds.flatMap(embedTexts),
    ...components.flatMap(componentTexts),
  ];
  return {
    id: message.id,
    channelId: message.channelId,
    authorId: message.authorId,
    isFromBot: message.authorId === core.world.bot.id,
    content: message.content,
    text: texts.filter((text) => text !== '').join('\n'),
    embeds: message.embeds,
    components: message.components,
    buttons: components.filter(({ type }) => type === COMPONENT.button).map(buttonView),
    selects: components.filter(({ type }) => SELECTS.includes(type)).map(selectView),
    files: message.attachments.map((file) => ({
      name: file.filename,
      bytes: file.bytes,
      description: file.description ?? '',
      url: core.files.urlOf(file),
    })),
    isEphemeral: message.ephemeralFor !== undefined,
    isLoading: (message.flags & FLAG.loading) !== 0,
    flags: message.flags,
    isEdited: message.editedAt !== null,
    history: [...message.history],
    pings: message.pings,
    nonce: message.nonce,
    repliesTo: message.referencedId,
    sentAt: message.createdAt,
  };
}

function buttonView(button: Json): ButtonView {
  return {
    label: textOf(button['label']),
    customId: textOf(button['custom_id']),
    url: textOf(button['url']),
    style: Number(button['style']),
    disabled: button['disabled'] === true,
  };
}

function selectView(select: Json): SelectView {
  return {
    customId: textOf(select['custom_id']),
    type: Number(select['type']),
    placeholder: textOf(select['placeholder']),
    disabled: select['disabled'] === true,
    options: objectsOf(select['options']).map(({ label, value, description }) => ({
      label: textOf(label),
      value: textOf(value),
      description: textOf(description),
    })),
  };
}

/** What somebody sees in a channel, oldest first: nothing of others' ephemeral messages, nothing where they cannot look. */
export function messagesSeen(core: Core, channel: ChannelRecord, userId: string): readonly MessageView[] {
  if (!core.world.canSee(userId, channel)) return [];
  return [...channel.messages.values()]
    .filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === userId)
    .map((message) => viewOf(core, message));
}
