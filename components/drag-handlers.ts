/** What makes an element one that can be dragged out. */
export interface DragHandlers {
  readonly draggable: true;
  readonly onPointerDown: () => void;
  readonly onDragStart: (event: DragEvent) => void;
}
