/** What Slack puts into angle brackets: links, mentions, channels, dates (docs.slack.dev/messaging/formatting-message-text). */
const BRACKETS = /<([^<>]*)>/g;

/**
 * The text of a message as its author sees it: Slack writes `&`, `<` and `>` as entities and wraps links and mentions. Other
 * formatting stays as it was typed.
 */
export function toPlainText(text: string): string {
  return text
    .replace(BRACKETS, (_, inner: string) => expand(inner))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function expand(inner: string): string {
  const [target = '', label] = inner.split(/\|(.*)/s);
  switch (target.charAt(0)) {
    case '@':
      return `@${label ?? target.slice(1)}`;
    case '#':
      return `#${label ?? target.slice(1)}`;
    case '!':
      return label ?? `@${target.slice(1)}`;
    default:
      return link(target.replace(/^mailto:/, ''), label);
  }
}

/** A link made of what was typed reads as that; one behind other words shows where it leads. */
function link(address: string, label: string | undefined): string {
  if (label === undefined || label === address) return address;
  return address.includes(label) ? label : `${label} (${address})`;
}

/** The text without the mention that called the bot, wherever it stands. */
export function withoutMention(text: string, userId: string): string {
  return text
    .replace(new RegExp(`<@${userId}(\\|[^<>]*)?>`, 'g'), ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
