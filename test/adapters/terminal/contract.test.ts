import { describeChatAdapter } from '../../contracts/chat-adapter.ts';
import { terminalHarness } from './harness.ts';

describeChatAdapter('the terminal with piped input', terminalHarness(false));
describeChatAdapter('the terminal with somebody typing', terminalHarness(true));
