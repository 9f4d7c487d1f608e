import { start } from '@/entrypoints/popup/start';

void start('sidepanel');
