import { DataTransferItem, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import type { CommandInputs } from '../core/commands/inputs.ts';
import { isItemElement, type ItemElement } from './itemElement.ts';
import type { PlanTreeElement } from './planTreeProvider.ts';

/** What a dragged line of the plan's tree is known by. */
export const draggedMime = 'application/vnd.code.tree.gantry.plan';

/**
 * Dragging within the plan's tree. On a milestone or a summary the task becomes part of it, on
 * another task it takes its place right after that one, on the empty space it belongs to no
 * milestone. The command `gantry.moveItem` does the same without a pointer.
 */
export function createTreeDrop(
  move: (element: ItemElement, input: CommandInputs['moveItem']) => Promise<boolean>,
): TreeDragAndDropController<PlanTreeElement> {
  return {
    dragMimeTypes: [draggedMime, 'text/plain'],
    dropMimeTypes: [draggedMime],
    handleDrag: (elements, data) => {
      const items = elements.filter(isItemElement);
      data.set(draggedMime, new DataTransferItem(items));
      data.set('text/plain', new DataTransferItem(items.map(({ id }) => id).join('\n')));
    },
    handleDrop: async (target, data) => {
      for (const element of draggedItems(data)) {
        const input = moveInput(element, target);
        if (input && !(await move(element, input))) return;
      }
    },
  };
}

function draggedItems(data: DataTransfer): readonly ItemElement[] {
  const value: unknown = data.get(draggedMime)?.value;
  return Array.isArray(value) ? value.filter(isItemElement) : [];
}

/** Undefined where the drop means nothing: on itself, or into another plan. */
export function moveInput(
  { plan, id }: ItemElement,
  target: PlanTreeElement | undefined,
): CommandInputs['moveItem'] | undefined {
  if (target && target.plan !== plan) return undefined;
  if (target?.kind === 'branch') return undefined;
  if (!target || target.kind === 'plan') return { id, parent: null, milestone: null };
  if (target.id === id) return undefined;
  const tree = plan.loaded?.views().tree();
  const node = tree?.nodeOf(target.id);
  const moved = tree?.nodeOf(id);
  if (!node || !moved) return undefined;
  if (moved.kind === 'milestone') {
    return node.kind === 'milestone' ? { id, after: target.id } : undefined;
  }
  if (node.kind === 'milestone') return { id, milestone: target.id, parent: null };
  return node.hasChildren ? { id, parent: target.id } : { id, after: target.id };
}
