import type { AccountRow, IdentityRow } from './schema.ts';
import { compile } from './statement.ts';

type Unsecret = Omit<AccountRow, 'password_hash'>;

export const insertAccount = compile((db, value: Unsecret) =>
  db.insertInto('account').values({
    id: value.id,
    locale: value.locale,
    consent_at: value.consent_at,
    consent_providers: value.consent_providers,
    consent_asked: value.consent_asked,
    pending_cv: value.pending_cv,
    session_quota: value.session_quota,
    role: value.role,
    banned_at: value.banned_at,
    username: value.username,
    username_key: value.username_key,
    name: value.name,
    email: value.email,
    created_at: value.created_at,
    version: value.version,
  }),
);
export const insertIdentity = compile((db, value: IdentityRow) =>
  db.insertInto('identity').values({
    id: value.id,
    account_id: value.account_id,
    name: value.name,
    created_at: value.created_at,
    conversation: value.conversation,
  }),
);
/** Anything of it but its password. */
export const updateAccount = compile((db, value: Unsecret & { next_version: number }) =>
  db
    .updateTable('account')
    .set({
      locale: value.locale,
      consent_at: value.consent_at,
      consent_providers: value.consent_providers,
      consent_asked: value.consent_asked,
      pending_cv: value.pending_cv,
      session_quota: value.session_quota,
      role: value.role,
      banned_at: value.banned_at,
      username: value.username,
      username_key: value.username_key,
      name: value.name,
      email: value.email,
      version: value.next_version,
    })
    .where('id', '=', value.id)
    .where('version', '=', value.version),
);
export const setPassword = compile((db, value: { id: string; hash: string }) =>
  db.updateTable('account').set({ password_hash: value.hash }).where('id', '=', value.id),
);
