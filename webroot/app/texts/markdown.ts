import { count } from './count';

export const markdownTexts = {
  markdown: {
    hint: 'Markdown',
    keys: 'Ctrl+B bold · Ctrl+I italic · Ctrl+K link',
    table: 'Table',
    picture: 'Picture',
    checked: 'Done',
    unchecked: 'Not done',
    left: (number: number) => `${count(number, 'character', 'characters')} left`,
    full: (max: number) => `That is as long as it can be: ${count(max, 'character', 'characters')}`,
  },
};
