import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { LOCALES, type Locale, type Sender } from '../../src/chat/message.ts';
import { createRecentMap } from '../../src/chat/recent-map.ts';
import { platformUserOf, type SlackUser } from './conversation-id.ts';
import { codeOf } from './errors.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { SlackApi } from './slack-api.ts';
import type { Workspaces } from './workspaces.ts';

/** Who somebody is, which Slack's events do not say. */
export type People = {
  /**
   * Never fails: whoever cannot be looked up in time is called what Slack's event called them, has no known language and no
   * rights. Rights are said only where they are needed, as Slack has them at that moment.
   */
  find(user: SlackUser, name: string | null, needsRights: boolean): Promise<Sender>;
};

type Known = { readonly sender: Sender; readonly isAdmin: boolean };
type Profile = Awaited<ReturnType<SlackApi['userInfo']>>;

export function createPeople(workspaces: Workspaces, now: () => number, logger: AdapterLogger): People {
  const known = createRecentMap<string, Known & { readonly at: number }>(SLACK_LIMITS.rememberedPeople);
  const asked = new Map<string, Promise<Known>>();

  async function ask(user: SlackUser, name: string | null): Promise<Known> {
    const key = platformUserOf(user);
    const api = await workspaces.apiOf(user.teamId);
    const found = toSender(user, name, await api.userInfo(user.userId));
    known.set(key, { ...found, at: now() });
    return found;
  }

  /** At once, however many events of theirs come. */
  function askOnce(user: SlackUser, name: string | null): Promise<Known> {
    const key = platformUserOf(user);
    const asking = asked.get(key) ?? ask(user, name).finally(() => asked.delete(key));
    asked.set(key, asking);
    return asking;
  }

  return {
    async find(user, name, needsRights) {
      const found = known.get(platformUserOf(user));
      const isFresh = found !== undefined && now() - found.at < SLACK_LIMITS.personLastsMs;
      if (isFresh && !needsRights) return found.sender;
      try {
        const { isAdmin, sender } = await inTime(askOnce(user, name));
        return needsRights ? { ...sender, isWorkspaceAdmin: isAdmin } : sender;
      } catch (error) {
        logger.warn(
          { code: codeOf(error) ?? (error instanceof Error ? error.message : 'unknown') },
          'Slack does not say who somebody is; their language and rights are not known.',
        );
        return toSender(user, name, undefined).sender;
      }
    },
  };
}

function toSender(user: SlackUser, name: string | null, profile: Profile): Known {
  const locale = localeOf(profile?.locale);
  const shown =
    profile?.profile?.display_name || profile?.profile?.real_name || profile?.real_name || profile?.name;
  const sender = {
    id: platformUserOf(user),
    name: shown || name || user.userId,
    ...(locale && { locale }),
  };
  return {
    sender,
    isAdmin: [profile?.is_admin, profile?.is_owner, profile?.is_primary_owner].includes(true),
  };
}

/** `ko-KR` is Korean; `null` for a language that the bot does not speak. */
function localeOf(locale = ''): Locale | null {
  return LOCALES.find((known) => known === locale.split('-')[0]) ?? null;
}

/** The event must be stored and acknowledged within three seconds, whoever it is from. */
async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It takes too long.')), SLACK_LIMITS.personMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
