import { type Mentionable, piecesOf } from '../../client/mentions';

/** As much as is needed here of what the renderer's tree is made of. */
export interface TreeNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, string>;
  children?: TreeNode[];
}

export const mentionClass = 'mention';

/** Marks in the text of a page who is mentioned; code and links stay as they are. */
export function markMentions(mentioned: readonly Mentionable[]) {
  return (tree: TreeNode) => markIn(tree, mentioned);
}

const untouched = new Set(['a', 'code', 'pre']);

function markIn(node: TreeNode, mentioned: readonly Mentionable[]): void {
  if (node.children === undefined || untouched.has(node.tagName ?? '')) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return marked(child, mentioned);
    markIn(child, mentioned);
    return [child];
  });
}

function marked(text: TreeNode, mentioned: readonly Mentionable[]): TreeNode[] {
  return piecesOf(text.value ?? '', mentioned).map(({ text: value, mention }) =>
    mention === null
      ? { type: 'text', value }
      : {
          type: 'element',
          tagName: 'span',
          properties: { className: mentionClass, dataUserId: mention.user_id },
          children: [{ type: 'text', value }],
        },
  );
}
