import { describeChatAdapter } from '../../contracts/chat-adapter.ts';
import { discordHarness } from './harness.ts';

describeChatAdapter('Discord', discordHarness);
