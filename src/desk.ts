// Every behaviour of the desk; pages of the portal do without.
import "./ui/auto-save/auto-save-element.ts"
