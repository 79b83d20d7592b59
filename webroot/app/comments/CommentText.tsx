import { useMemo } from 'react';
import { type Mentionable, piecesOf } from '../../client/mentions';
import type { Id } from '../../client/model';
import { session } from '../state/session';

interface CommentTextProps {
  text: string;
  mentions: readonly Id[];
  people: readonly Mentionable[];
}

/** A text as it was typed, with the people it mentions standing out. Only whom the comment lists counts as mentioned. */
export function CommentText({ text, mentions, people }: CommentTextProps) {
  const pieces = useMemo(
    () =>
      piecesOf(
        text,
        people.filter(({ user_id }) => mentions.includes(user_id)),
      ),
    [text, mentions, people],
  );
  return (
    <p className="comment-text">
      {pieces.map((piece, index) =>
        piece.mention === null ? (
          piece.text
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place.
            key={index}
            className={`mention ${piece.mention.user_id === session.user?.id ? 'mention-me' : ''}`}
          >
            {piece.text}
          </span>
        ),
      )}
    </p>
  );
}
