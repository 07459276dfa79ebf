import type { Child } from "hono/jsx"
import { autoSaveExamples } from "../../ui/auto-save/auto-save.examples.tsx"
import { buttonExamples } from "../../ui/button/button.examples.tsx"
import { chartExamples } from "../../ui/chart/chart.examples.tsx"
import { confirmationExamples } from "../../ui/confirmation/confirmation.examples.tsx"
import { deskSearchExamples } from "../../ui/desk-search/desk-search.examples.tsx"
import { differenceExamples } from "../../ui/difference/difference.examples.tsx"
import { downloadsExamples } from "../../ui/downloads/downloads.examples.tsx"
import { choiceExamples } from "../../ui/field/choices.examples.tsx"
import { fileFieldExamples } from "../../ui/field/file-field.examples.tsx"
import { formExamples } from "../../ui/field/form.examples.tsx"
import { textFieldExamples } from "../../ui/field/text-field.examples.tsx"
import { figureBarExamples } from "../../ui/figure-bar/figure-bar.examples.tsx"
import { livePartExamples } from "../../ui/live-part/live-part.examples.tsx"
import { moveButtonExamples } from "../../ui/move-buttons/move-buttons.examples.tsx"
import { noticeExamples } from "../../ui/notice/notice.examples.tsx"
import { pagerExamples } from "../../ui/pager/pager.examples.tsx"
import { pickOneExamples } from "../../ui/pick-one/pick-one.examples.tsx"
import { richEditorExamples } from "../../ui/rich-editor/rich-editor.examples.tsx"
import { tableExamples } from "../../ui/table/table.examples.tsx"
import { textSizeExamples } from "../../ui/text-size-control/text-size-control.examples.tsx"
import { uploadExamples } from "../../ui/upload-progress/upload-progress.examples.tsx"
import type { View } from "../../web/view.ts"

/** A component in one of its states. Names of fields are their own throughout the page. */
export type Example = { state: string; show: (view: View) => Child }

/** Every component, with all states it can be in. */
export const examples: Record<string, readonly Example[]> = {
  Button: buttonExamples,
  Downloads: downloadsExamples,
  "TextField, NumberField, DayField, PasswordField, TextArea": textFieldExamples,
  "Select, Radios, Checkboxes, Checkbox": choiceExamples,
  DeskSearch: deskSearchExamples,
  FileField: fileFieldExamples,
  "Form, FormSummary": formExamples,
  PickOne: pickOneExamples,
  "AutoSave, DraftNotice": autoSaveExamples,
  "Conflict, Difference": differenceExamples,
  Confirmation: confirmationExamples,
  UploadProgress: uploadExamples,
  LivePart: livePartExamples,
  RichEditor: richEditorExamples,
  MoveButtons: moveButtonExamples,
  Notice: noticeExamples,
  Table: tableExamples,
  Pager: pagerExamples,
  YearChart: chartExamples,
  FigureBar: figureBarExamples,
  TextSizeControl: textSizeExamples,
}
