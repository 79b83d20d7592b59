import { useMemo } from 'react';
import type { Mentionable } from '../../client/mentions';
import type { Id } from '../../client/model';
import { Markdown } from '../markdown/Markdown';

interface CommentTextProps {
  text: string;
  mentions: readonly Id[];
  people: readonly Mentionable[];
}

/** A comment with the people it mentions standing out. Only whom the comment lists counts as mentioned. */
export function CommentText({ text, mentions, people }: CommentTextProps) {
  const mentioned = useMemo(
    () => people.filter(({ user_id }) => mentions.includes(user_id)),
    [mentions, people],
  );
  return <Markdown text={text} mentioned={mentioned} />;
}
