import { start } from './start';

void start('popup');
