import type { Account } from './account.ts';

/**
 * What an account is once another has become part of it. It keeps the settings of the older one, consent of whichever has
 * given it, and the name and password that it has; where it has none, those of the other. A ban of either holds. What an
 * admin may do does not come along: whoever talks an admin into joining must not become one.
 */
export function merged(into: Account, from: Account): Account {
  const [older, younger] = from.createdAt < into.createdAt ? [from, into] : [into, from];
  const consenting = older.consentAt === null ? younger : older;
  return {
    ...older,
    id: into.id,
    version: into.version,
    details: into.details ?? from.details,
    consentAt: consenting.consentAt,
    consentProviders: consenting.consentProviders,
    consentAsked: consenting.consentAsked,
    pendingCv: older.pendingCv ?? younger.pendingCv,
    role: into.role,
    bannedAt: earlier(into.bannedAt, from.bannedAt),
  };
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
