import { type QuotaGrant, quotaAt } from '../../accounts/quota.ts';
import { type AdminCommand, say, written } from './command.ts';
import { quotaView } from './views/quota-view.ts';
import { forWhom, howToUse } from './whom.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_GRANTED = 100;
const MOST_DAYS = 3_650;
const LONGEST_REASON = 191;

export const showQuota: AdminCommand = (task) =>
  forWhom(task, async (user) => {
    const { store, settings, now, texts } = task;
    const figures = await store.admin.readUserFigures(user.id);
    const ledger = await store.admin.readUserQuota(user.id, now());
    const rule = {
      limit: figures?.sessionQuota ?? settings.sessionsPerAccount,
      renews: settings.sessionsRenew,
    };
    const view = quotaView(texts, user, { quota: quotaAt(rule, ledger, now()), grants: ledger.grants });
    return written(say(view), task, { action: 'quota.show', subject: user.id, detail: null });
  });

/** Takes nothing away, so it is not asked for twice. */
export const grantQuota: AdminCommand = (task) =>
  forWhom(task, (user) => {
    const { request, texts, now, newId } = task;
    const { number = '', days, reason = '' } = request.args;
    if (number === '') return howToUse(task);
    const count = wholeNumber(number, MOST_GRANTED);
    const validDays = days === undefined ? null : wholeNumber(days, MOST_DAYS);
    if (count === null) return say({ text: texts.admin.quota.count(MOST_GRANTED) });
    if (days !== undefined && validDays === null) return say({ text: texts.admin.quota.days(MOST_DAYS) });
    const grantedAt = now();
    const grant: QuotaGrant = {
      id: newId(),
      count,
      grantedAt,
      expiresAt: validDays === null ? null : grantedAt + validDays * DAY_MS,
      grantedBy: request.asker.id,
      reason: reason.slice(0, LONGEST_REASON),
    };
    const answer = {
      messages: [{ text: texts.admin.quota.granted(count, user.identities[0]?.name ?? user.id) }],
      writes: [{ type: 'grantQuota' as const, accountId: user.id, grant }],
    };
    const detail = [`+${count}`, days && `${days} d`, grant.reason].filter(Boolean).join(' · ');
    return written(answer, task, { action: 'quota.grant', subject: user.id, detail });
  });

function wholeNumber(text: string, most: number): number | null {
  const value = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : null;
}
