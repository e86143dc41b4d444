import type { QuotaGrant } from '../../../accounts/quota.ts';
import type { UserQuota, UserSummary } from '../../../admin/user.ts';
import type { Outgoing } from '../../../chat/message.ts';
import { formatDate, formatDay, type Texts } from '../../../locales/index.ts';

export function quotaView(texts: Texts, user: UserSummary, { quota, grants }: UserQuota): Outgoing {
  const words = texts.admin.quota;
  const lines = grants.map((grant) => grantLine(texts, grant));
  return {
    cards: [
      {
        title: user.identities[0]?.name ?? user.id,
        body: [texts.quota.left(quota.left, quota.of), lines.join('\n') || words.noGrants].join('\n\n'),
      },
    ],
  };
}

function grantLine(texts: Texts, { count, grantedAt, grantedBy, expiresAt, reason }: QuotaGrant): string {
  const words = texts.admin.quota;
  const until = expiresAt === null ? null : words.until(formatDay(texts, expiresAt));
  const parts = [words.grant(count, formatDate(texts, grantedAt), grantedBy), until, reason];
  return `- ${parts.filter(Boolean).join(' · ')}`;
}
