import { ROLES } from '../../accounts/account.ts';
import type { UserSummary } from '../../admin/user.ts';
import { type AdminCommand, type AdminTask, say, written } from './command.ts';
import { confirmView } from './views/confirm-view.ts';
import { userListView, userView } from './views/user-view.ts';
import { forWhom } from './whom.ts';

export const findUsers: AdminCommand = async (task) => {
  const { store, texts, page, request } = task;
  const words = request.args['who'] ?? '';
  const found = await store.admin.findUsers(words, page);
  return written(say(userListView(texts, page, words, found)), task, {
    action: 'user.find',
    subject: null,
    detail: null,
  });
};

export const showUser: AdminCommand = (task) =>
  forWhom(task, async (user) => {
    const figures = await task.store.admin.readUserFigures(user.id);
    if (!figures) return say({ text: task.texts.admin.user.nobody(user.id) });
    return noted(task, user, 'user.show', say(userView(task.texts, user, figures)));
  });

export const banUser: AdminCommand = (task) =>
  forWhom(task, (user) => {
    const { texts, request, now } = task;
    const words = texts.admin.user;
    const name = nameOf(user);
    if (user.bannedAt !== null) return say({ text: words.alreadyBanned(name) });
    if (isAsker(task, user)) return say({ text: words.notYourself });
    if (isOwner(task, user)) return say({ text: words.notAnOwner(name) });
    if (!request.confirmed)
      return say(
        confirmView(texts, { question: words.confirmBan(name), label: words.ban }, 'user ban', user.id),
      );
    return noted(task, user, 'user.ban', {
      messages: [{ text: words.banned(name) }],
      writes: [{ type: 'setBan', accountId: user.id, bannedAt: now() }],
    });
  });

export const unbanUser: AdminCommand = (task) =>
  forWhom(task, (user) => {
    const words = task.texts.admin.user;
    if (user.bannedAt === null) return say({ text: words.notBanned(nameOf(user)) });
    return noted(task, user, 'user.unban', {
      messages: [{ text: words.unbanned(nameOf(user)) }],
      writes: [{ type: 'setBan', accountId: user.id, bannedAt: null }],
    });
  });

/** Only owners come here: an admin by role makes no others. */
export const setRole: AdminCommand = (task) =>
  forWhom(task, (user) => {
    const { texts, request } = task;
    const words = texts.admin.user;
    const role = ROLES.find((known) => known === request.args['role']);
    if (!role) return say({ text: words.roles(ROLES) });
    if (role === user.role) return say({ text: words.hasRole(nameOf(user), role) });
    if (!request.confirmed) {
      const question = words.confirmRole[role](nameOf(user));
      const label = words.giveRole[role];
      return say(confirmView(texts, { question, label }, 'user role', user.id, role));
    }
    const answer = {
      messages: [{ text: words.hasRole(nameOf(user), role) }],
      writes: [{ type: 'setRole' as const, accountId: user.id, role }],
    };
    return written(answer, task, {
      action: 'user.role',
      subject: user.id,
      detail: `${user.role} → ${role}`,
    });
  });

function noted(
  task: AdminTask,
  user: UserSummary,
  action: 'user.show' | 'user.ban' | 'user.unban',
  answer: Parameters<typeof written>[0],
) {
  return written(answer, task, { action, subject: user.id, detail: null });
}

/** What they are called where they came from first, with the id that tells them from others of that name. */
function nameOf({ id, identities: [first] }: UserSummary): string {
  return first ? `**${first.name}** (\`${first.id}\`)` : `\`${id}\``;
}

function isAsker({ request }: AdminTask, user: UserSummary): boolean {
  return user.identities.some(({ id }) => id === request.asker.id);
}

function isOwner({ settings }: AdminTask, user: UserSummary): boolean {
  return user.identities.some(({ id }) => settings.admins.includes(id));
}
