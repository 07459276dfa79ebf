// Every behaviour of the desk; pages of the portal do without.
import "./features/accounts/passkeys.ts"
import "./ui/auto-save/auto-save-element.ts"
import "./features/lives/look-alikes-element.ts"
import "./ui/pick-one/pick-one-element.ts"
import "./ui/confirmation/confirm-act-element.ts"
import "./ui/live-part/live-part-element.ts"
import "./ui/upload-progress/upload-progress-element.ts"
import "./ui/rich-editor/rich-editor-element.ts"
