import type { TreeNode } from './mentionPieces';

/** Lines end where people ended them. Plain Markdown would run them together. */
export function keepLineBreaks() {
  return (tree: TreeNode) => breakIn(tree);
}

function breakIn(node: TreeNode): void {
  if (node.children === undefined) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return broken(child);
    breakIn(child);
    return [child];
  });
}

function broken({ value = '' }: TreeNode): TreeNode[] {
  return value
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [{ type: 'break' }] : []), { type: 'text', value: line }])
    .filter((node) => node.type === 'break' || node.value !== '');
}
