import { userInfo } from 'node:os';

/** Who runs the program on this machine. A container may run under a user id that has no name. */
export function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'candidate';
  }
}
