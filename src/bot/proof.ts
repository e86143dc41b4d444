import type { PasswordProblem } from '../accounts/credentials.ts';

/** A password that was compared with that of an account, before anything of the event was stored. */
export type Compared = {
  /** `null` when there is no such account. */
  readonly accountId: string | null;
  /** What it was compared with: should it have changed meanwhile, the comparison counts for nothing. */
  readonly hash: string | null;
  readonly matches: boolean;
};

/** A password that is to be set: hashed, or not good enough; `null` when it was not looked at. */
export type NewPassword =
  | { readonly problem: PasswordProblem }
  | { readonly problem: null; readonly hash: string }
  | null;

/** What became of the secrets in a form. The secrets themselves go no further than to where this is made. */
export type Proof =
  | { readonly form: 'register'; readonly password: NewPassword }
  | { readonly form: 'login'; readonly name: string; readonly compared: Compared }
  | { readonly form: 'details'; readonly compared: Compared }
  | { readonly form: 'password'; readonly compared: Compared; readonly password: NewPassword }
  /** Too many are waiting: nothing was looked at. */
  | { readonly form: 'busy' };
