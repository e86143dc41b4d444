import { describeChatAdapter } from '../../contracts/chat-adapter.ts';
import { slackHarness } from './harness.ts';

describeChatAdapter('Slack by Socket Mode', slackHarness('socket'));
describeChatAdapter('Slack by HTTP', slackHarness('http'));
